/** What the operating system knows: processes, their CPU time, free ports. */
@NullMarked
package org.larum.bench.machine;

import org.jspecify.annotations.NullMarked;
