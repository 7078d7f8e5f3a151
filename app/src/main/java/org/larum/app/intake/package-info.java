/**
 * The door for machines: limits first, then a pure translator for each dialect, then one seam to the commands.
 * A foreign word never passes a translator.
 */
@NullMarked
package org.larum.app.intake;

import org.jspecify.annotations.NullMarked;
