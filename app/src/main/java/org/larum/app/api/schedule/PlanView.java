package org.larum.app.api.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.larum.projections.shared.Named;

/**
 * A schedule over a time. {@code items}: who is asked; {@code layers}: each by itself, as if nothing else were; {@code days}: those of
 * {@code zone}, with how many minutes each has; it is {@code timeZone}, that of the schedule, unless another one was asked for. Then
 * {@code own} are those of the schedule, and otherwise none.
 */
public record PlanView(
        Named schedule,
        String timeZone,
        String zone,
        Instant from,
        Instant until,
        List<DutyView> items,
        List<PlanLayer> layers,
        List<PlanSpan> gaps,
        List<PlanDouble> doubled,
        List<PlanLoad> load,
        List<PlanDay> days,
        List<PlanDay> own) {

    public record PlanLayer(String name, List<DutyView> items) {}

    public record PlanSpan(Instant from, Instant until) {}

    public record PlanDouble(Instant from, Instant until, List<Named> people) {}

    /** Minutes of each kind; one minute may count in several. */
    public record PlanLoad(Named person, int shifts, long all, long night, long weekend, long holiday, int nights) {}

    public record PlanDay(LocalDate date, Instant from, Instant until, int minutes) {}
}
