/** Drivers that measure the built server from outside, each started by its name. */
@NullMarked
package org.larum.bench;

import org.jspecify.annotations.NullMarked;
