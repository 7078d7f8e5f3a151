/** Many steps of escalations fall due in one second. */
@NullMarked
package org.larum.bench.timers;

import org.jspecify.annotations.NullMarked;
