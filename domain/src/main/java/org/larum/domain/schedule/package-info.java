/**
 * Who is on call at any instant, past and to come: pure calculators over the definition of a schedule and what people agreed on since:
 * overrides, cover for a shift, absences. A boundary at a wall time happens once: the first time that the clock of the zone shows it or
 * has jumped past it. Hears only itself; speaks {@link org.larum.domain.schedule.ScheduleEvent}, and asks that people are told.
 * Never knows who is asked about what, nor how a person is reached.
 */
@NullMarked
package org.larum.domain.schedule;

import org.jspecify.annotations.NullMarked;
