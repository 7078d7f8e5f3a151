/** More than can be taken: who is refused, how, and who is not. */
@NullMarked
package org.larum.bench.overload;

import org.jspecify.annotations.NullMarked;
