/**
 * Larum's own door for detections: strict, because its senders are written for it and can read what is wrong.
 * Named nativ since {@code native} is a word of Java.
 */
@NullMarked
package org.larum.app.intake.nativ;

import org.jspecify.annotations.NullMarked;
