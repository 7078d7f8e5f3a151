/** Sends prepared requests over HTTP/1.1 as fast as they are answered, or at fixed times, from one thread. */
@NullMarked
package org.larum.bench.load;

import org.jspecify.annotations.NullMarked;
