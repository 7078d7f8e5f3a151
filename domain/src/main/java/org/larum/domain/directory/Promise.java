package org.larum.domain.directory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Severity;

/**
 * How soon incidents of a service are to be answered and resolved. {@code snoozed}, {@code silenced}: whether the time stands still
 * meanwhile.
 */
public record Promise(List<Goal> goals, Calendar calendar, boolean snoozed, boolean silenced) {

    /** What holds while the house has said nothing: nobody is promised when something low is resolved. */
    public static final Promise USUAL = new Promise(
            List.of(
                    new Goal(Severity.CRITICAL, Duration.ofMinutes(5), Duration.ofHours(2)),
                    new Goal(Severity.HIGH, Duration.ofMinutes(15), Duration.ofHours(8)),
                    new Goal(Severity.MEDIUM, Duration.ofHours(2), Duration.ofHours(72)),
                    new Goal(Severity.LOW, Duration.ofHours(24), null)),
            Calendar.ALWAYS,
            false,
            false);

    /** Null: nothing is promised. */
    public record Goal(
            Severity severity,
            @Nullable Duration answer,
            @Nullable Duration resolve) {}

    public Optional<Goal> goal(Severity severity) {
        return goals.stream().filter(goal -> goal.severity() == severity).findFirst();
    }
}
