package org.larum.app.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them at night: local, with UTC beside it. */
public final class Clocks {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH);

    private Clocks() {}

    /** "03:16 CET (02:16 UTC)", or the bare UTC where the two are the same. */
    public static String withUtc(Instant at, ZoneId zone) {
        var utc = UTC.format(at.atZone(ZoneOffset.UTC));
        boolean isSame = zone.getRules().getOffset(at).equals(ZoneOffset.UTC);
        return isSame ? utc : LOCAL.format(at.atZone(zone)) + " (" + utc + ")";
    }
}
