package org.larum.app.simulation;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is promised: that somebody is reached, or has it, within a time. */
public record Assertion(Kind kind, Duration within) {

    public enum Kind {
        REACHED,
        ANSWERED
    }

    /** When it came true, as far as is known. */
    private Optional<Duration> met(@Nullable Duration reached, @Nullable Duration answered) {
        return Optional.ofNullable(kind == Kind.REACHED ? reached : answered);
    }

    public boolean isMetBy(Outcome outcome) {
        return met(outcome.reachedAfter(), outcome.answeredAfter())
                .filter(after -> after.compareTo(within) <= 0)
                .isPresent();
    }

    boolean isKnown(Chronicle chronicle) {
        return met(chronicle.reached(), chronicle.answered()).isPresent();
    }
}
