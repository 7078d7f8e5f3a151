package org.larum.app.intake;

import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;

/** What became of one detection. {@code alert} is null only when there was none; {@code why} explains what was ignored. */
public record Became(
        What what,
        @Nullable AlertId alert,
        long count,
        @Nullable String why) {

    /** It is safe on this server's disk, and becomes what it will be when the database is back. */
    public static final Became SPOOLED = new Became(
            What.SPOOLED,
            null,
            0,
            "The database is away; this is kept on the server's disk and filed when it is back.");

    public enum What {
        RAISED,
        FOLDED,
        ACKNOWLEDGED,
        RESOLVED,
        IGNORED,
        SPOOLED
    }
}
