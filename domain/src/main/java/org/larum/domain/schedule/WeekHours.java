package org.larum.domain.schedule;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.larum.domain.directory.Schedule.Hours;
import org.larum.domain.shared.WallClock;

/** The hours of each week in which a layer is on call. */
record WeekHours(WallClock clock, List<Hours> hours) {

    /** All of them that touch the span, in their order; the span itself when there are none to keep to. */
    List<Stretch> within(Stretch span) {
        if (hours.isEmpty()) {
            return List.of(span);
        }
        var found = new ArrayList<Stretch>();
        // One that began in the week before may run into this one.
        var monday = monday(span).minusWeeks(1);
        while (clock.at(monday.atStartOfDay()).isBefore(span.until())) {
            for (var part : hours) {
                inWeek(monday, part).and(span).ifPresent(found::add);
            }
            monday = monday.plusWeeks(1);
        }
        return Stretch.joined(found);
    }

    private LocalDate monday(Stretch span) {
        return clock.shown(span.from()).toLocalDate().with(previousOrSame(MONDAY));
    }

    private Stretch inWeek(LocalDate monday, Hours part) {
        LocalDateTime from = monday.plusDays(part.fromDay().getValue() - 1L).atTime(part.from());
        LocalDateTime until = monday.plusDays(part.untilDay().getValue() - 1L).atTime(part.until());
        return new Stretch(clock.at(from), clock.at(until.isAfter(from) ? until : until.plusWeeks(1)));
    }
}
