/** Kills the server and its database at random moments under load, and then looks for what was promised. */
@NullMarked
package org.larum.bench.crash;

import org.jspecify.annotations.NullMarked;
