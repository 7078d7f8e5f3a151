package org.larum.app.api.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a step waits, as people write it: 30s, 5m, 1h30m, 1d. */
public final class Pause {

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Pattern PAUSE =
            Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

    private Pause() {}

    /** Empty unless it is a pause from one second to seven days. */
    static Optional<Duration> read(String text) {
        return read(text, LONGEST);
    }

    /** Empty unless it is a pause from one second to the longest. */
    public static Optional<Duration> read(String text, Duration longest) {
        var found = PAUSE.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        var pause = Duration.ofDays(part(found, 1))
                .plusHours(part(found, 2))
                .plusMinutes(part(found, 3))
                .plusSeconds(part(found, 4));
        return pause.isPositive() && pause.compareTo(longest) <= 0 ? Optional.of(pause) : Optional.empty();
    }

    private static long part(Matcher found, int group) {
        @Nullable String digits = found.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    static String write(Duration pause) {
        return part(pause.toDays(), "d")
                + part(pause.toHoursPart(), "h")
                + part(pause.toMinutesPart(), "m")
                + part(pause.toSecondsPart(), "s");
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + unit;
    }
}
