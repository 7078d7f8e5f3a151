package org.larum.projections.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Named;

/** One incident as shown. {@code heldUntil}: when the acknowledgement expires unless it is renewed; {@code partOf}: the incident that it
 * was merged into; {@code awaits}: who must acknowledge too; {@code parts}: those that were merged into it; {@code priority}: by hand; {@code root}: the service whose fault likely
 * explains the others. {@code index}: the newest event of it that this view knows. */
public record IncidentView(
        UUID id,
        int number,
        String title,
        String state,
        String severity,
        Named service,
        @Nullable Named team,
        Instant openedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable ActorView acknowledgedBy,
        @Nullable Instant resolvedAt,
        @Nullable ActorView resolvedBy,
        int reopened,
        Alerts alerts,
        String escalation,
        @Nullable NextStep nextStep,
        List<Named> awaits,
        @Nullable PolicyRef policy,
        @Nullable String runbook,
        @Nullable Named assignee,
        @Nullable Instant heldUntil,
        @Nullable Instant mitigatedAt,
        @Nullable ActorView mitigatedBy,
        @Nullable Snooze snooze,
        @Nullable Quiet quiet,
        @Nullable String priority,
        @Nullable Instant impactBegan,
        @Nullable Related partOf,
        @Nullable Related mergeSuggested,
        List<Related> parts,
        @Nullable Major major,
        @Nullable Named root,
        @Nullable Rating rating,
        long index) {

    /** {@code detections}: how often all of them were reported; at least so often when there are more than 1,000 alerts. */
    public record Alerts(int total, int open, long detections) {}

    /** Who is asked next, and when, if nobody answers. */
    public record NextStep(Instant at, List<String> names) {}

    public record PolicyRef(String word, int version) {}

    /** Nobody is paged until then, unless it becomes worse. */
    public record Snooze(Instant until, String reason) {}

    /**
     * Rules silence all its alerts: nobody is asked for an answer. {@code until}: when the first of them ends, null when none has an end
     * of its own.
     */
    public record Quiet(Instant since, @Nullable Instant until, List<Quieting> by) {}

    /** One of those rules, as it was then, and how many alerts it silences; {@code kind} such as "silence" or "known issue". */
    public record Quieting(
            String kind,
            String rule,
            int version,
            String reason,
            @Nullable Instant until,
            int alerts) {}

    /** Another incident, as a link says it. */
    public record Related(UUID id, int number, String title) {}

    /** It is a major incident, or was one when it ended; {@code updateDueAt}: what stakeholders were promised. */
    public record Major(
            Instant declaredAt, boolean over, @Nullable Instant updateDueAt) {}

    /** How much it matters: worked out, unless somebody knows better. {@code counts}: the one to go by. */
    public record Rating(
            String priority, int score, List<Consideration> considerations, String counts, boolean byHand) {}

    /** What adds so many points of at most so many to the score, and why; 0 of 0 when it is not known. */
    public record Consideration(String name, int points, int most, String sentence) {}

    /** One that a filter found, and who has it. */
    public record Match(UUID id, @Nullable UUID assignee) {}
}
