/**
 * Who is on call at any instant, past and to come: pure calculators over the definition of a schedule and what was agreed since.
 * A boundary at a wall time happens once: the first time that the clock of the zone shows it or has jumped past it.
 * Never knows who is asked about what, nor how a person is reached.
 */
@NullMarked
package org.larum.domain.schedule;

import org.jspecify.annotations.NullMarked;
