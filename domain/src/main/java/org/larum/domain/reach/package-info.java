/**
 * How one person is reached for one call for an answer: the ways that they chose, one after the other, until somebody answers.
 * Hears whom a step means and how messages fare; speaks {@link org.larum.domain.reach.ReachEvent}. Never knows who is asked next.
 */
@NullMarked
package org.larum.domain.reach;

import org.jspecify.annotations.NullMarked;
