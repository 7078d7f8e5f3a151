package org.larum.app.api.schedule;

import java.util.List;
import org.larum.projections.shared.Named;

/**
 * What a schedule would be that is not saved. {@code version}: the one in use, 0 when there is none of this word; {@code yaml}: the draft
 * as the part of a file; {@code changes}: what it changes for each person in the {@code weeks} to come, who has most of it first;
 * {@code gapBefore}, {@code gapAfter}: minutes of them in which nobody is on call.
 */
public record ScheduleDraftView(
        int version, String yaml, PlanView plan, int weeks, List<LoadChange> changes, long gapBefore, long gapAfter) {

    /** {@code more}: what is left of {@code after} without {@code before}, below zero when it becomes less. */
    public record LoadChange(Named person, Burden before, Burden after, Burden more) {}

    /** Minutes on call and minutes of weekends, and how many nights. */
    public record Burden(long all, long weekend, int nights) {}
}
