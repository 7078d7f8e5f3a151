/** The one seam between doors and decisions: a list of commands, one unit of work, one commit. */
@NullMarked
package org.larum.app.bus;

import org.jspecify.annotations.NullMarked;
