package org.larum.domain.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked about a quarter: each answered from 1, not at all, to 5, very much. Append only: it stands in events. */
public enum QuarterQuestion {
    RIGHT("When I was woken, it was right to wake me."),
    TRUST("I trust that a page reaches whoever should have it."),
    LOAD("Being on call left me enough sleep and free time."),
    BETTER("What went wrong was made better afterwards.");

    private final String sentence;

    QuarterQuestion(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    /** As it is written over HTTP. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<QuarterQuestion> of(@Nullable String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
