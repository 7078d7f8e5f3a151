package org.larum.app.api.measure;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.domain.shared.Refusal;
import org.larum.projections.measure.MeasureQuery.Measures;
import org.larum.projections.measure.MeasureQuery.Narrowed;
import org.larum.projections.measure.MeasureQuery.Period;
import org.larum.projections.measure.MeasureQuery.RuleOf;
import org.larum.projections.measure.MeasureQuery.Which;

/**
 * Which figures somebody wishes to see, as it stands in an address. Without a period it is of the last 30 days; {@code zone}: in which
 * days and hours are counted, otherwise UTC.
 */
record MeasureWish(
        @Nullable String from,
        @Nullable String until,
        @Nullable String zone,
        @Nullable String service,
        @Nullable String team,
        @Nullable String severity) {

    private static final Set<String> PAGES = Set.of("all", "wakes", "nights");
    private static final Duration USUAL = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(1100);

    Measures read(Instant now) {
        return new Measures(period(now), zoneId(), narrowed(), now);
    }

    Narrowed narrowed() {
        return new Narrowed(Asking.services(service), Asking.teams(team), Asking.severities(severity));
    }

    Period period(Instant now) {
        var end = Asking.moment(until, "until");
        var to = end == null ? now : end;
        var begin = Asking.moment(from, "from");
        var since = begin == null ? to.minus(USUAL) : begin;
        if (!since.isBefore(to)) {
            throw invalid("bad_period", "\"from\" is not before \"until\". Write a period that has a length.");
        }
        if (Duration.between(since, to).compareTo(LONGEST) > 0) {
            throw invalid(
                    "long_period", "The period has more than " + LONGEST.toDays() + " days. Write a shorter one.");
        }
        return new Period(since, to);
    }

    static Which which(@Nullable String word) {
        var wanted = word == null || word.isBlank() ? "all" : word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(Which.values())
                .filter(which -> which.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElseThrow(() -> invalid(
                        "bad_which",
                        "There is no such list; write as \"which\" one of "
                                + Arrays.stream(Which.values())
                                        .map(which -> which.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    static @Nullable RuleOf rule(@Nullable String sender, @Nullable String rule) {
        if (rule == null || rule.isBlank()) {
            return null;
        }
        var id = Asking.uuid(sender);
        if (id == null) {
            throw invalid("no_sender", "\"rule\" is a word of one sender; write the id of that in \"sender\".");
        }
        return new RuleOf(id, rule);
    }

    static String pages(@Nullable String word) {
        var wanted = word == null || word.isBlank() ? "all" : word.strip().toLowerCase(Locale.ROOT);
        if (!PAGES.contains(wanted)) {
            throw invalid("bad_which", "There is no such list; write as \"which\" one of all, wakes, nights.");
        }
        return wanted;
    }

    private ZoneId zoneId() {
        try {
            return zone == null || zone.isBlank() ? ZoneId.of("UTC") : ZoneId.of(zone.strip());
        } catch (DateTimeException e) {
            throw invalid("bad_zone", "There is no time zone \"" + zone + "\"; write one like Europe/Berlin.");
        }
    }

    private static Refusal invalid(String code, String sentence) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence);
    }
}
