/** Looks for what ought to be better, and judges what was changed by what was measured since. */
@NullMarked
package org.larum.app.improvement;

import org.jspecify.annotations.NullMarked;
