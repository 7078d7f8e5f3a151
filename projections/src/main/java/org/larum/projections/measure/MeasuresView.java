package org.larum.projections.measure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Named;

/** How things stood in a period, and in the one before. {@code unit}: what a point of the series is, day, week or month. */
public record MeasuresView(
        Instant from,
        Instant until,
        MeasureFigures figures,
        MeasureFigures before,
        String unit,
        List<MeasurePoint> series,
        List<SeverityMeasure> severities,
        List<PlaceMeasure> services,
        List<PlaceMeasure> teams,
        List<PersonMeasure> people,
        List<PageHour> pageHours,
        List<ServiceHour> serviceHours) {

    /** How long something took, in seconds, of {@code count} times; null when it never was. */
    public record MeasureSpread(
            long count,
            @Nullable Double mean,
            @Nullable Double p50,
            @Nullable Double p90,
            @Nullable Double p95) {}

    /**
     * {@code told}: incidents of which somebody was told; {@code judged}: those of them that are over, and {@code useful}: those of
     * these in which somebody did more than acknowledge. {@code handless}: over, and nobody touched them. {@code wakes}: pages to
     * somebody who was not paged in the half hour before; {@code nights}: between 22:00 and 07:00 where the person lives.
     * {@code between}: seconds of the period for each incident.
     */
    public record MeasureFigures(
            long incidents,
            long open,
            long over,
            MeasureSpread answer,
            MeasureSpread repair,
            @Nullable Double between,
            double triggeredSeconds,
            double acknowledgedSeconds,
            double mitigatedSeconds,
            long escalated,
            long reopened,
            long handless,
            long told,
            long judged,
            long useful,
            long impactKnown,
            long foundFirst,
            long answersPromised,
            long answersLate,
            long repairsPromised,
            long repairsLate,
            long alerts,
            long held,
            long messages,
            long wakes,
            long nights,
            double sleepSeconds) {}

    /** {@code at}: where the day, week or month begins. */
    public record MeasurePoint(
            Instant at,
            long incidents,
            @Nullable Double answerP50,
            @Nullable Double repairP50,
            long alerts,
            long wakes,
            long nights) {}

    public record SeverityMeasure(
            String severity,
            long incidents,
            long open,
            @Nullable Double answerP50,
            @Nullable Double repairP50,
            long answersPromised,
            long answersLate,
            long repairsPromised,
            long repairsLate) {}

    /** {@code place}: null for what belongs to no team; {@code brokenSeconds}: all its incidents together. */
    public record PlaceMeasure(
            @Nullable Named place,
            long incidents,
            long open,
            @Nullable Double answerP50,
            @Nullable Double repairP50,
            double brokenSeconds,
            long told,
            long repeated) {}

    public record PersonMeasure(Named person, long messages, long wakes, long nights, double sleepSeconds) {}

    /** {@code day}: 1 is Monday. The hour is of the person's own day. */
    public record PageHour(int day, int hour, long wakes) {}

    public record ServiceHour(Named service, int hour, long incidents) {}
}
