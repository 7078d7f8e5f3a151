/** The only runnable: doors and wiring. Holds no business rule. */
@NullMarked
package org.larum.app;

import org.jspecify.annotations.NullMarked;
