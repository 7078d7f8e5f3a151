package org.larum.projections.sla;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was promised of an incident. {@code index}: the newest event of its clocks that this view knows; 0 when there is none. */
public record ClocksView(List<SlaClockView> clocks, long index) {

    /**
     * {@code kind}: answer or resolve; {@code state}: running, paused, met or stopped. Without {@code targetSeconds} nothing is
     * promised; {@code dueAt} is null while it stands still as well. {@code foretold}: how many percent were told to have passed; {@code
     * late}: it was done later than promised; {@code usedSeconds}: the time that had passed when it last stood still or ended; {@code
     * before}: what was known before the last correction; {@code calendar}: in whose hours time passes.
     */
    public record SlaClockView(
            String kind,
            String state,
            Instant beganAt,
            @Nullable Long targetSeconds,
            @Nullable Instant dueAt,
            String calendar,
            int foretold,
            @Nullable Instant breachedAt,
            @Nullable Instant endedAt,
            boolean late,
            @Nullable Long usedSeconds,
            List<String> pausedBecause,
            @Nullable SlaFigures before) {}

    /** In a list of incidents. */
    public record ClockOfIncident(UUID incident, SlaClockView clock) {}

    /** {@code correction}: severity, service or impact. */
    public record SlaFigures(
            String correction,
            Instant beganAt,
            @Nullable Long targetSeconds,
            @Nullable Instant dueAt,
            long usedSeconds) {}
}
