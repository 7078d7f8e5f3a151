/** Many people answer at once. */
@NullMarked
package org.larum.bench.acknowledge;

import org.jspecify.annotations.NullMarked;
