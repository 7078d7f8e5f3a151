package org.larum.app.api.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.measure.GoalsView.GoalView;
import org.larum.projections.measure.MeasuresView.MeasureFigures;

/** Holds the figures of a period against what Larum was built to reach. Fewer than five of anything prove nothing. */
public final class Goals {

    private static final int ENOUGH = 5;

    private Goals() {}

    public static List<GoalView> of(MeasureFigures now, MeasureFigures before) {
        return List.of(
                goal(
                        "repair",
                        "Time to repair",
                        "Mean time from the opening of an incident to its end, of those opened in the period.",
                        "seconds",
                        14_400.0,
                        7_200,
                        true,
                        now.repair().mean(),
                        now.repair().count(),
                        "incidents that are over"),
                goal(
                        "found_first",
                        "Found before users notice",
                        "Of the incidents whose beginning of impact somebody noted, those that Larum had opened by then.",
                        "percent",
                        30.0,
                        80,
                        false,
                        percent(now.foundFirst(), now.impactKnown()),
                        now.impactKnown(),
                        "incidents with a noted beginning of impact"),
                goal(
                        "handless",
                        "Answered without a hand",
                        "Of the incidents that are over, those that nobody acknowledged or touched.",
                        "percent",
                        20.0,
                        85,
                        false,
                        percent(now.handless(), now.over()),
                        now.over(),
                        "incidents that are over"),
                goal(
                        "noise",
                        "Noise taken away",
                        "Of the alerts that came, those that told nobody anything of their own: 100 % less incidents of which"
                                + " somebody was told, for each alert.",
                        "percent",
                        null,
                        80,
                        false,
                        percent(now.alerts() - Math.min(now.told(), now.alerts()), now.alerts()),
                        now.alerts(),
                        "alerts"),
                goal(
                        "false_alarms",
                        "False alarms, less than before",
                        "How much smaller the share of idle incidents is than in the period before. Idle: somebody was told, it"
                                + " is over, and nobody did more than acknowledge.",
                        "percent",
                        null,
                        50,
                        false,
                        fewer(idle(now), idle(before)),
                        Math.min(now.judged(), before.judged()),
                        "incidents of both periods that are over and of which somebody was told"),
                goal(
                        "precision",
                        "Precision",
                        "Of the incidents that are over and of which somebody was told, those in which somebody did more than"
                                + " acknowledge.",
                        "percent",
                        null,
                        95,
                        false,
                        percent(now.useful(), now.judged()),
                        now.judged(),
                        "incidents that are over and of which somebody was told"));
    }

    private static GoalView goal(
            String goal,
            String name,
            String definition,
            String unit,
            @Nullable Double baseline,
            double target,
            boolean less,
            @Nullable Double measured,
            long of,
            String things) {
        if (measured == null || of < ENOUGH) {
            var missing = "Not enough to say: " + of + " " + things + ", and " + ENOUGH + " are needed.";
            return new GoalView(goal, name, definition, unit, baseline, target, less, null, of, "unknown", missing);
        }
        boolean isMet = less ? measured <= target : measured >= target;
        return new GoalView(
                goal, name, definition, unit, baseline, target, less, measured, of, isMet ? "met" : "missed", null);
    }

    private static @Nullable Double percent(long part, long whole) {
        return whole == 0 ? null : 100.0 * part / whole;
    }

    private static @Nullable Double idle(MeasureFigures figures) {
        return percent(figures.judged() - figures.useful(), figures.judged());
    }

    private static @Nullable Double fewer(@Nullable Double now, @Nullable Double before) {
        return now == null || before == null || before == 0 ? null : 100.0 * (before - now) / before;
    }
}
