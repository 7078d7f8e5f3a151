package org.larum.app.intake;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as senders write them: ISO 8601 with all its offsets (PagerDuty's own example has +0000), years 1 to 9999. */
public final class IsoTime {

    /** How far ahead of our clock a time may be before it is taken for a mistake. */
    public static final Duration MOST_AHEAD = Duration.ofHours(24);

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private IsoTime() {}

    /** Null when it cannot be read. Without an offset it is UTC. */
    public static @Nullable Instant parse(String text) {
        var iso = text.strip();
        if (iso.length() > 40) {
            return null;
        }
        if (iso.length() > 10 && iso.charAt(10) == ' ') {
            iso = iso.substring(0, 10) + "T" + iso.substring(11).replace(" ", "");
        }
        try {
            var instant = switch (FORMAT.parseBest(iso, OffsetDateTime::from, LocalDateTime::from)) {
                case OffsetDateTime offset -> offset.toInstant();
                case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
                default -> null;
            };
            return instant != null && isCommon(instant) ? instant : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether something can have been seen then: after 1970, and not more than a day ahead. */
    public static boolean isPlausible(Instant seen, Instant now) {
        return !seen.isBefore(Instant.EPOCH) && !seen.isAfter(now.plus(MOST_AHEAD));
    }

    /** The time a sender said if it is plausible, else now: a wrong clock must not cost an alert. */
    public static Instant plausible(@Nullable Instant said, Instant now) {
        return said != null && isPlausible(said, now) ? said : now;
    }

    private static boolean isCommon(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }
}
