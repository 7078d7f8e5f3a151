/**
 * What ought to be better than it is: seen in figures or said by people, weighed, done in rounds of two weeks, and judged by what was
 * measured afterwards.
 * Hears nobody; speaks {@link org.larum.domain.improvement.ImprovementEvent}.
 * Never calls an item done because somebody says so: its criterion must be met.
 */
@NullMarked
package org.larum.domain.improvement;

import org.jspecify.annotations.NullMarked;
