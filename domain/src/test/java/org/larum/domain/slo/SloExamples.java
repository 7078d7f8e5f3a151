package org.larum.domain.slo;

import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.larum.domain.directory.Slo;
import org.larum.domain.directory.SloId;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;
import org.larum.domain.slo.SloCommand.JudgeBudget;
import org.larum.domain.slo.SloCommand.TellCounts;
import org.larum.domain.slo.SloEvent.BudgetBurned;
import org.larum.domain.slo.SloEvent.BudgetCalmed;
import org.larum.domain.slo.SloEvent.GoodCountsTold;

/** The checkout owes 99.9 % of 30 days, and that 99 % of its orders go well. */
public final class SloExamples {

    public static final String HALT = "Halt deployments of checkout: 8 % of the budget is left.";
    private static final SloId UP = SloId.of("checkout-up");
    private static final TallyId TALLY =
            TallyId.of(SloId.of("orders"), "gateway", LocalDate.ofInstant(Monday.NINE, ZoneOffset.UTC));

    private SloExamples() {}

    public static Slo checkoutUp() {
        return new Slo(
                UP,
                "checkout-up",
                CHECKOUT,
                Slo.Kind.AVAILABILITY,
                99.9,
                Duration.ofDays(30),
                Slo.Policy.CONSERVATIVE,
                Slo.Source.INCIDENTS,
                List.of(Severity.CRITICAL, Severity.HIGH),
                null);
    }

    public static Slo orders(double objective) {
        return new Slo(
                SloId.of("orders"),
                "orders",
                CHECKOUT,
                Slo.Kind.LATENCY,
                objective,
                Duration.ofDays(30),
                Slo.Policy.AGGRESSIVE,
                Slo.Source.COUNTS,
                List.of(),
                Duration.ofMillis(500));
    }

    /** Of the minute so many after nine. */
    public static Bucket bucket(int minute, long good, long total) {
        return new Bucket(Monday.at(minute), Monday.at(minute + 1), good, total);
    }

    static TellCounts tell(int now, Bucket... buckets) {
        return new TellCounts(TALLY, SloId.of("orders"), "gateway", List.of(buckets), Monday.at(now));
    }

    static GoodCountsTold told(int now, Bucket... buckets) {
        return new GoodCountsTold(TALLY, SloId.of("orders"), "gateway", List.of(buckets), Monday.at(now));
    }

    public static GoodCountsTold told() {
        return told(2, bucket(0, 990, 1000), bucket(1, 1000, 1000));
    }

    static JudgeBudget judge(Alarm alarm, boolean sounds, int minute) {
        return new JudgeBudget(
                WatchId.of(UP), UP, "checkout-up", CHECKOUT, alarm, sounds, 20.0, 0.08, HALT, Monday.at(minute));
    }

    static BudgetBurned burned(Alarm alarm, int minute) {
        return new BudgetBurned(
                WatchId.of(UP), UP, "checkout-up", CHECKOUT, alarm, 20.0, 0.08, HALT, Monday.at(minute));
    }

    public static BudgetBurned burned() {
        return burned(Alarm.FAST, 10);
    }

    public static BudgetCalmed calmed() {
        return new BudgetCalmed(WatchId.of(UP), UP, "checkout-up", CHECKOUT, Alarm.FAST, 0.08, Monday.at(70));
    }
}
