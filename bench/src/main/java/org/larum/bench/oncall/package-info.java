/** Who is on call: how long it takes to say, and whether it is right wherever a clock is ever changed. */
@NullMarked
package org.larum.bench.oncall;

import org.jspecify.annotations.NullMarked;
