package org.larum.domain.schedule;

import java.time.Duration;
import java.time.Instant;

/** What can still be agreed on: of a time, the part that is yet to come. */
final class Ahead {

    private static final Duration LONGEST = Duration.ofDays(366);

    private Ahead() {}

    static Stretch of(Stretch when, Instant at) {
        if (!when.from().isBefore(when.until())) {
            throw ScheduleRefusal.endsBeforeItBegins();
        }
        // By the edges, and not by what lies between: nobody gets around it by beginning long ago.
        if (Duration.between(when.from(), when.until()).compareTo(LONGEST) > 0) {
            throw ScheduleRefusal.tooLong();
        }
        return when.after(at).orElseThrow(ScheduleRefusal::allInThePast);
    }
}
