package org.larum.domain.sla;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Promise;
import org.larum.domain.shared.Severity;

/** What is promised. Append only: it stands in events, and ids are made of it. */
public enum ClockKind {
    /** Somebody is at work on it. */
    ANSWER,
    /** It is over. */
    RESOLVE;

    /** Null when nothing is promised. */
    @Nullable
    Duration target(Promise promise, Severity severity) {
        return promise.goal(severity)
                .map(goal -> this == ANSWER ? goal.answer() : goal.resolve())
                .orElse(null);
    }
}
