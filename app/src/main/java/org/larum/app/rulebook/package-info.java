/** The organisation folded in memory on each node, read as of any event. */
@NullMarked
package org.larum.app.rulebook;

import org.jspecify.annotations.NullMarked;
