package org.larum.projections.major;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Named;

/**
 * What makes an incident a major one. {@code state}: declared, stood_down, ended with its incident, or merged into another one;
 * {@code updateDueAt}: what stakeholders were promised, also when it has passed; null when no update follows. {@code index}: the
 * newest event of it that this view knows.
 */
public record MajorView(
        UUID incident,
        String state,
        Instant declaredAt,
        ActorView declaredBy,
        MajorCause why,
        List<MajorRole> roles,
        @Nullable String warRoom,
        long updateEverySeconds,
        @Nullable Instant updateDueAt,
        int updates,
        @Nullable StakeholderUpdate lastUpdate,
        @Nullable MajorEnd over,
        List<MajorTask> tasks,
        long index) {

    /** The reason that a person gave, or the severity and the number of services that met the rule. */
    public record MajorCause(
            @Nullable String reason, @Nullable String severity, int services) {}

    /** {@code role}: commander, communications or scribe. */
    public record MajorRole(String role, @Nullable Named person) {}

    public record StakeholderUpdate(String text, Instant at, ActorView by) {}

    /** {@code into}: the incident that goes on as the major one. */
    public record MajorEnd(
            Instant at,
            ActorView by,
            @Nullable String reason,
            @Nullable UUID into) {}

    /** {@code changedBy}: whoever added, finished or reopened it. */
    public record MajorTask(
            UUID id, String text, @Nullable Named assignee, boolean done, Instant changedAt, ActorView changedBy) {}
}
