package org.larum.notifiers.channel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a provider asks to be left alone, read from its header {@code Retry-After} with some patience and a limit.
 */
public final class RetryAfter {

    public static final Duration SHORTEST = Duration.ofSeconds(1);
    public static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("-?[0-9]+");

    /** The three forms a recipient has to understand (RFC 9110, section 5.6.7). */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.US),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC));

    private RetryAfter() {}

    /**
     * Seconds or an HTTP date, limited to 1 to 300 s; what is negative or past means the shortest wait. Null when the
     * header is absent or makes no sense.
     */
    public static @Nullable Duration read(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        return SECONDS.matcher(text).matches() ? seconds(text) : date(text, now);
    }

    private static Duration seconds(String text) {
        if (text.startsWith("-")) {
            return SHORTEST;
        }
        String digits = text.replaceFirst("^0+", "");
        if (digits.length() > 4) {
            return LONGEST;
        }
        return limited(Duration.ofSeconds(digits.isEmpty() ? 0 : Long.parseLong(digits)));
    }

    private static @Nullable Duration date(String text, Instant now) {
        return DATES.stream()
                .map(form -> instant(text, form))
                .filter(Objects::nonNull)
                .map(then -> limited(Duration.between(now, then)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant instant(String text, DateTimeFormatter form) {
        try {
            return form.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null; // perhaps it is one of the other forms
        }
    }

    /** As long as may be asked for. */
    public static Duration limited(Duration wait) {
        if (wait.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
