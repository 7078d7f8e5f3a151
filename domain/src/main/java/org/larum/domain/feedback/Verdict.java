package org.larum.domain.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the one who was paged says of the page. */
public enum Verdict {
    /** Something was to be done, and they could do it. */
    USEFUL,
    /** Nothing was to be done. */
    NOISE,
    /** Something was to be done, by somebody else. */
    WRONG_PERSON;

    /** As it is written over HTTP, such as {@code wrong_person}. */
    public static Optional<Verdict> of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
