package org.larum.app.intake;

import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;

/** What became of one detection. {@code alert} is null only when there was none; {@code why} explains what was ignored. */
public record Became(
        What what,
        @Nullable AlertId alert,
        long count,
        @Nullable String why) {

    public enum What {
        RAISED,
        FOLDED,
        ACKNOWLEDGED,
        RESOLVED,
        IGNORED
    }
}
