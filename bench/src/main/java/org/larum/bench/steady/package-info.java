/** Latencies at fixed rates, from the time that each alert should have been sent. */
@NullMarked
package org.larum.bench.steady;

import org.jspecify.annotations.NullMarked;
