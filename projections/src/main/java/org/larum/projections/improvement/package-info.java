/** What ought to be better, by priority; what each round holds, and the course of each item. */
@NullMarked
package org.larum.projections.improvement;

import org.jspecify.annotations.NullMarked;
