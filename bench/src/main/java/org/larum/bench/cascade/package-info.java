/** One cause, many thousand alerts: how the lists and the buttons feel meanwhile. */
@NullMarked
package org.larum.bench.cascade;

import org.jspecify.annotations.NullMarked;
