package org.larum.domain.sla;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Calendar;
import org.larum.domain.directory.Schedule.Hours;

/**
 * How much time of a calendar passes, found out the long way: it looks at the clock on the wall every minute and remembers the latest
 * time that it has shown. It shares nothing with the calculators.
 */
final class SlaMinuteOracle {

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    private SlaMinuteOracle() {}

    /** What it found: the minutes that count, and when there were enough of them; null when there never were. */
    record Found(long minutes, @Nullable Instant due) {}

    static Found walk(Calendar calendar, List<Span> pauses, Instant began, Instant until, long target) {
        var zone = ZoneId.of(calendar.timeZone());
        LocalDateTime latest = LocalDateTime.MIN;
        long minutes = 0;
        Instant due = null;
        // Before the span as well: the clock may just have been put back.
        for (var at = began.minus(4, ChronoUnit.HOURS); at.isBefore(until); at = at.plus(1, ChronoUnit.MINUTES)) {
            var shown = LocalDateTime.ofInstant(at, zone);
            latest = shown.isAfter(latest) ? shown : latest;
            if (!at.isBefore(began) && counts(calendar, latest) && !isPaused(pauses, at)) {
                minutes++;
                if (minutes == target) {
                    due = at.plus(1, ChronoUnit.MINUTES);
                }
            }
        }
        return new Found(minutes, due);
    }

    private static boolean isPaused(List<Span> pauses, Instant at) {
        return pauses.stream().anyMatch(pause -> !at.isBefore(pause.from()) && at.isBefore(pause.until()));
    }

    private static boolean counts(Calendar calendar, LocalDateTime shown) {
        if (calendar.holidays().contains(shown.toLocalDate())) {
            return false;
        }
        int now = minute(shown.getDayOfWeek(), shown.getHour() * 60 + shown.getMinute());
        return calendar.hours().stream().anyMatch(part -> holds(part, now));
    }

    private static boolean holds(Hours part, int now) {
        int from = minute(part.fromDay(), part.from().toSecondOfDay() / 60);
        int until = minute(part.untilDay(), part.until().toSecondOfDay() / 60);
        return from < until ? now >= from && now < until : now >= from || now < until;
    }

    private static int minute(DayOfWeek day, int minute) {
        return ((day.getValue() - 1) * DAY + minute) % WEEK;
    }
}
