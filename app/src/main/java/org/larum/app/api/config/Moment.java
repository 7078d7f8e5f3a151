package org.larum.app.api.config;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** An instant as people write it: with a zone or an offset of its own, or at the wall time of another zone. */
final class Moment {

    static final String HINT = "a time such as 2026-03-29T02:00 or 2026-03-29T01:00:00Z";

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss]");

    private Moment() {}

    /** Empty when it is no time. A wall time that is skipped is as much later, one that comes twice is the first. */
    static Optional<Instant> read(String text, ZoneId zone) {
        var plain = text.strip().replace(' ', 'T');
        try {
            return Optional.of(LocalDateTime.parse(plain, LOCAL).atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            // perhaps it names its own zone
        }
        try {
            return Optional.of(OffsetDateTime.parse(plain).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
