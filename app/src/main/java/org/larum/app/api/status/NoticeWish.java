package org.larum.app.api.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it is asked for. Who will see it must be said: there is no usual answer. {@code incident}: the id of the one that it
 * is about; it is never shown outside.
 */
record NoticeWish(
        @Nullable String kind,
        @Nullable String visibility,
        @Nullable String title,
        @Nullable String incident,
        @Nullable PostWish post) {

    /** What is to be said: plain text. */
    record PostWish(
            @Nullable String state,
            @Nullable String text,
            @Nullable List<@Nullable AffectedWish> affected,
            @Nullable PlannedWish planned) {}

    /** {@code service}: its word or its id. */
    record AffectedWish(@Nullable String service, @Nullable String state) {}

    record PlannedWish(@Nullable Instant from, @Nullable Instant until) {}

    /** {@code place}: from 0 to 9,999, smallest first. */
    record ComponentWish(
            @Nullable String name,
            @Nullable String group,
            @Nullable Integer place) {}
}
