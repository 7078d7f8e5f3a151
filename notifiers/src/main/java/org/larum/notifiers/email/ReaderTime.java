package org.larum.notifiers.email;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes an instant the way its reader's clock shows it, with UTC beside it: "03:12 CET (02:12 UTC)". */
final class ReaderTime {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    private ReaderTime() {}

    /** {@code now}: when it is read; on another day the date is written too. */
    static String of(Instant instant, ZoneId zone, Instant now) {
        ZonedDateTime there = instant.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        DateTimeFormatter form = there.toLocalDate().equals(today) ? TIME : DATED;
        String utc = form.format(instant.atZone(ZoneOffset.UTC)) + " UTC";
        if (zone.normalized().equals(ZoneOffset.UTC)) {
            return utc;
        }
        return form.format(there) + " " + ZONE.format(there) + " (" + utc + ")";
    }
}
