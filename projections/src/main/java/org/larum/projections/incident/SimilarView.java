package org.larum.projections.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Named;

/**
 * Another incident that is like this one. {@code score}: from 0 to 100; {@code because}: why, as sentences; {@code mayBeOne}: it is
 * open and so much alike that the two may be one fault, which only a person decides; {@code ended}: null while it is open.
 */
public record SimilarView(
        UUID id,
        int number,
        String title,
        String state,
        Named service,
        Instant openedAt,
        int score,
        List<String> because,
        boolean mayBeOne,
        @Nullable Ended ended) {

    /** With what was noted last, when it has ended. */
    public SimilarView noted(@Nullable String note) {
        var end = ended;
        return end == null
                ? this
                : new SimilarView(
                        id,
                        number,
                        title,
                        state,
                        service,
                        openedAt,
                        score,
                        because,
                        mayBeOne,
                        new Ended(end.at(), end.by(), end.afterSeconds(), note));
    }

    /** How it ended: when, by whom, after how many seconds, and what was noted last. */
    public record Ended(
            Instant at,
            @Nullable ActorView by,
            long afterSeconds,
            @Nullable String lastNote) {}
}
