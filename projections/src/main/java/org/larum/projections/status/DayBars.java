package org.larum.projections.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.status.ComponentState;

/** How one component was on each of the last 90 days in UTC, from what the notices said. */
final class DayBars {

    static final int DAYS = 90;

    /** So long it was so; {@code ends} is null while it is. */
    record Span(
            ComponentState state, Instant starts, @Nullable Instant ends) {

        private Instant end(Instant now) {
            return ends == null || ends.isAfter(now) ? now : ends;
        }
    }

    private final Instant since;
    private final Instant now;
    private final List<Span> spans;

    /** @param since when the component was first shown: nothing is claimed for the time before */
    DayBars(Instant since, List<Span> spans, Instant now) {
        this.since = since;
        this.now = now;
        this.spans = spans.stream().sorted(Comparator.comparing(Span::starts)).toList();
    }

    /** The beginning of the oldest day. */
    static Instant from(Instant now) {
        return midnight(today(now).minusDays(DAYS - 1L));
    }

    /** The worst of each day, today last; null for a day before it was shown. */
    List<@Nullable ComponentState> days() {
        var days = new ArrayList<@Nullable ComponentState>(DAYS);
        for (int back = DAYS - 1; back >= 0; back--) {
            var day = today(now).minusDays(back);
            days.add(worst(midnight(day), midnight(day.plusDays(1))));
        }
        return days;
    }

    private @Nullable ComponentState worst(Instant from, Instant until) {
        if (!since.isBefore(until)) {
            return null;
        }
        var worst = ComponentState.OPERATIONAL;
        for (var span : spans) {
            boolean isThen = span.starts().isBefore(until) && span.end(now).isAfter(from);
            if (isThen && span.state().isWorseThan(worst)) {
                worst = span.state();
            }
        }
        return worst;
    }

    /** The share of the time without an outage, in percent; several outages at once count once. */
    double percentWithoutOutage() {
        var from = since.isAfter(from(now)) ? since : from(now);
        long all = Duration.between(from, now).toMillis();
        if (all <= 0) {
            return 100;
        }
        long out = 0;
        var covered = from;
        for (var span : spans) {
            var starts = span.starts().isAfter(covered) ? span.starts() : covered;
            if (span.state().isOutage() && span.end(now).isAfter(starts)) {
                out += Duration.between(starts, span.end(now)).toMillis();
                covered = span.end(now);
            }
        }
        return 100.0 * (all - out) / all;
    }

    private static LocalDate today(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
