/** The built server as a child process, with a fresh data directory and a configuration of its own. */
@NullMarked
package org.larum.bench.larum;

import org.jspecify.annotations.NullMarked;
