package org.larum.app.api.simulation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Named;

/**
 * What is found when the steps of a policy are looked at from {@code from} to {@code until}, at {@code moments}, each {@code every} so
 * long after the one before. {@code unready}: people whom a step asks and no way reaches.
 */
public record PolicyChecksView(
        Instant from,
        Instant until,
        int moments,
        String every,
        List<FindingPart> findings,
        List<UnreadyPart> unready,
        List<ClockPart> clockChanges) {

    /**
     * {@code kind}: "nobody" where the step finds nobody, "nobody new" where it finds only those who were asked before. {@code branch}
     * and {@code step} count from 1; without a branch it is of the steps that hold for everything. {@code moments}: at how many it is
     * so; {@code always}: at all at which the step may be asked. {@code more}: how many spans there are beyond those listed.
     */
    public record FindingPart(
            String kind,
            @Nullable Integer branch,
            int step,
            int moments,
            boolean always,
            List<Named> people,
            List<Named> schedules,
            List<SpanPart> spans,
            int more) {}

    public record SpanPart(Instant from, Instant until) {}

    public record UnreadyPart(Named person, String because) {}

    /** {@code by}: such as PT1H, or PT-1H when the clocks go back. {@code covered}: somebody is on call in the hours around it. */
    public record ClockPart(Named schedule, String timeZone, Instant at, String by, boolean covered) {}
}
