package org.larum.domain.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.larum.domain.shared.Monday;
import org.larum.domain.slo.Observed.Counts;
import org.larum.domain.slo.Observed.Downtime;

class ErrorBudgetTest {

    private static final Instant NOW = Monday.NINE;
    private static final double HAIR = 1e-6;

    private static Instant ago(Duration time) {
        return NOW.minus(time);
    }

    private static Outage outage(int minutesAgo, int minutes) {
        var from = ago(Duration.ofMinutes(minutesAgo));
        return new Outage(from, from.plus(Duration.ofMinutes(minutes)));
    }

    private static ErrorBudget up(Outage... outages) {
        return new ErrorBudget(SloExamples.checkoutUp(), Downtime.of(List.of(outages), NOW), NOW);
    }

    private static ErrorBudget orders(double objective, List<Bucket> buckets) {
        return new ErrorBudget(SloExamples.orders(objective), new Counts(buckets), NOW);
    }

    /** So many of each of the minutes before now, back from {@code from} minutes ago. */
    private static List<Bucket> minutes(int from, int until, long good, long total) {
        return IntStream.range(until, from)
                .mapToObj(ago -> SloExamples.bucket(-ago - 1, good, total))
                .toList();
    }

    @Test
    void theBudgetOfThreeNinesIsFortyThreeMinutesOfThirtyDays() {
        var budget = up(outage(10_000, 20));
        assertThat(budget.budget()).isCloseTo(2592, within(HAIR));
        assertThat(budget.share().bad()).isEqualTo(1200);
        assertThat(budget.left()).isCloseTo(1 - 1200.0 / 2592, within(HAIR));
        assertThat(budget.good()).isCloseTo(100 * (1 - 1200.0 / 2_592_000), within(HAIR));
        assertThat(up(outage(10_000, 60)).left()).isCloseTo(1 - 3600.0 / 2592, within(HAIR));
        assertThat(up().left()).isEqualTo(1);
    }

    @Test
    void twoIncidentsAtOnceAreOneDowntimeAndAnOpenOneLastsUntilNow() {
        assertThat(up(outage(100, 30), outage(90, 30), outage(85, 5)).share().bad())
                .isEqualTo(40 * 60);
        assertThat(up(new Outage(ago(Duration.ofMinutes(7)), null)).share().bad())
                .isEqualTo(7 * 60);
        assertThat(up(outage(30 * 1440 + 10, 15)).share().bad()).isEqualTo(5 * 60);
    }

    @Test
    void aBurnIsHowManyTimesFasterThanIsAllowed() {
        var budget = up(outage(30, 6));
        assertThat(budget.burn(Duration.ofHours(1))).isCloseTo(0.1 / 0.001, within(HAIR));
        assertThat(budget.burn(Duration.ofHours(6))).isCloseTo(6.0 / 360 / 0.001, within(HAIR));
        var orders = orders(99, minutes(60, 0, 90, 100));
        assertThat(orders.burn(Duration.ofHours(1))).isCloseTo(10, within(HAIR));
        assertThat(orders.left()).isCloseTo(-9, within(HAIR));
    }

    @Test
    void ofTooLittleNothingIsSaid() {
        assertThat(orders(99, List.of()).left()).isNull();
        assertThat(orders(99, List.of()).course(10)).isEmpty();
        var few = orders(99, minutes(3, 0, 1, 2));
        assertThat(few.burn(Duration.ofHours(1))).isNull();
        assertThat(few.sounds(Alarm.FAST, false)).isFalse();
        assertThat(left(few)).isNegative();
        assertThat(few.sounds(Alarm.LOW, false)).isFalse();
        assertThat(few.asks("checkout")).isNull();
        assertThat(orders(99, minutes(60, 0, 0, 0)).burn(Duration.ofHours(1))).isNull();
    }

    @Test
    void itIsToldWhileItStillBurnsAndCalmOnlyWellBelow() {
        var burning = up(new Outage(ago(Duration.ofMinutes(2)), null));
        assertThat(burning.sounds(Alarm.FAST, false)).isTrue();
        assertThat(burning.sounds(Alarm.SLOW, false)).isFalse();
        assertThat(up(outage(20, 10)).sounds(Alarm.FAST, false))
                .as("it is over: nobody need be woken")
                .isFalse();
        assertThat(up(outage(20, 10)).sounds(Alarm.FAST, true)).isFalse();
        var halfRate = orders(99, minutes(60, 0, 92, 100));
        assertThat(halfRate.sounds(Alarm.FAST, false)).isFalse();
        assertThat(halfRate.sounds(Alarm.FAST, true)).isTrue();
        assertThat(orders(99, minutes(60, 0, 93, 100)).sounds(Alarm.FAST, true)).isFalse();
        assertThat(orders(99, minutes(60, 5, 80, 100)).sounds(Alarm.FAST, true))
                .as("that counts stopped is no sign of calm")
                .isTrue();
        assertThat(orders(99, minutes(60, 0, 99, 100)).sounds(Alarm.CREEPING, false))
                .isTrue();
    }

    @Test
    void thePolicyAsksOnceLessThanItsShareIsLeft() {
        assertThat(up(outage(10_000, 38)).asks("checkout")).isNull();
        assertThat(up(outage(10_000, 39)).asks("checkout"))
                .isEqualTo("Halt deployments of checkout: 9 % of the budget is left.");
        assertThat(up(outage(10_000, 50)).asks("checkout"))
                .isEqualTo("Halt deployments of checkout: nothing of the budget is left.");
        assertThat(up(outage(10_000, 39)).sounds(Alarm.LOW, false)).isTrue();
        assertThat(up(outage(10_000, 38)).sounds(Alarm.LOW, false)).isFalse();
        var between =
                up(new Outage(ago(Duration.ofDays(2)), ago(Duration.ofDays(2)).plusSeconds(2320)));
        assertThat(between.sounds(Alarm.LOW, false)).isFalse();
        assertThat(between.sounds(Alarm.LOW, true)).isTrue();
        assertThat(up(outage(10_000, 38)).sounds(Alarm.LOW, true)).isFalse();
    }

    @Test
    void theCourseBeginsWholeFallsAndEndsAtWhatIsLeft() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var outages = new ArrayList<Outage>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                outages.add(outage(random.nextInt(50_000) + 1, random.nextInt(300)));
            }
            var budget = up(outages.toArray(Outage[]::new));
            var course = budget.course(60);
            assertThat(course).hasSize(61);
            assertThat(course.getFirst().left()).isEqualTo(1);
            assertThat(course.getLast().left()).isCloseTo(left(budget), within(HAIR));
            for (int i = 1; i < course.size(); i++) {
                assertThat(course.get(i).left())
                        .isLessThanOrEqualTo(course.get(i - 1).left() + HAIR);
            }
        }
    }

    /** Against counting each minute by itself. */
    @Test
    void downtimeIsTheMinutesInWhichAnythingWasDown() {
        var random = new Random(11);
        for (int round = 0; round < 200; round++) {
            var outages = new ArrayList<Outage>();
            var down = new boolean[43_200];
            for (int i = random.nextInt(20); i >= 0; i--) {
                int begin = random.nextInt(43_200) + 1;
                int lasts = random.nextInt(600);
                outages.add(outage(begin, lasts));
                for (int minute = begin; minute > Math.max(0, begin - lasts); minute--) {
                    down[minute - 1] = true;
                }
            }
            long minutes = IntStream.range(0, down.length).filter(i -> down[i]).count();
            assertThat(up(outages.toArray(Outage[]::new)).share().bad()).isEqualTo(60.0 * minutes);
        }
    }

    /** A whole is its parts, wherever it is cut; what is left is never more than everything. */
    @Test
    void stretchesAddUp() {
        var random = new Random(13);
        for (int round = 0; round < 200; round++) {
            var buckets = new ArrayList<Bucket>();
            for (int minute = -500; minute < 0; minute += 1 + random.nextInt(5)) {
                long total = random.nextInt(1000);
                buckets.add(SloExamples.bucket(minute, total - random.nextInt((int) total + 1), total));
            }
            var seen = new Counts(buckets);
            var cut = NOW.minusSeconds(random.nextInt(30_000));
            var begin = ago(Duration.ofHours(9));
            var whole = seen.over(begin, NOW);
            var parts = seen.over(begin, cut).plus(seen.over(cut, NOW));
            assertThat(parts.bad()).isCloseTo(whole.bad(), within(HAIR));
            assertThat(parts.total()).isCloseTo(whole.total(), within(HAIR));
            assertThat(left(orders(99, buckets))).isLessThanOrEqualTo(1);
        }
    }

    private static double left(ErrorBudget budget) {
        var left = budget.left();
        assertThat(left).isNotNull();
        return left == null ? Double.NaN : left;
    }
}
