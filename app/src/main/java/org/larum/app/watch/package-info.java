/**
 * Larum looks after itself: what ought to hold is looked at every half minute, mended where it can be, and always told, as an
 * incident of Larum's own that reaches the administrators like any other.
 */
@NullMarked
package org.larum.app.watch;

import org.jspecify.annotations.NullMarked;
