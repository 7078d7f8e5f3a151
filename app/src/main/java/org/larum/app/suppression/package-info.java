/**
 * Conditions in CEL, checked when they are saved and bounded when they are asked; alerts that are held back, and the look that is
 * taken at them again when a window ends, a rule changes or the fault does.
 */
@NullMarked
package org.larum.app.suppression;

import org.jspecify.annotations.NullMarked;
