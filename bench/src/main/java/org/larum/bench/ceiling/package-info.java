/** How fast the loader itself is, against a server that does nothing. */
@NullMarked
package org.larum.bench.ceiling;

import org.jspecify.annotations.NullMarked;
