package org.larum.domain.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.trend.Finding.Known;
import org.larum.domain.trend.Finding.TooLittle;
import org.larum.domain.trend.MannKendall.Direction;

/** Against scipy, statsmodels and numpy (trend/reference.json says how), and what must hold whatever the numbers are. */
class TrendTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void directionAndSlopeAreThoseOfScipy() throws IOException {
        for (var one : cases("$.mannKendall[*]")) {
            var found = known(MannKendall.of(numbers(one, "values")));
            assertThat(found.score()).isEqualTo(number(one, "score"));
            assertThat(found.tau()).isCloseTo(number(one, "tau"), CLOSE);
            assertThat(found.z()).isCloseTo(number(one, "z"), CLOSE);
            assertThat(found.chance()).isCloseTo(number(one, "chance"), CLOSE);
            assertThat(found.slope().median()).isCloseTo(number(one, "slope"), CLOSE);
            assertThat(found.slope().low()).isCloseTo(number(one, "low"), CLOSE);
            assertThat(found.slope().high()).isCloseTo(number(one, "high"), CLOSE);
        }
    }

    @Test
    void seasonIsThatOfStatsmodels() throws IOException {
        for (var one : cases("$.seasonal[*]")) {
            int period = (int) number(one, "period");
            var found = known(Seasonal.of(numbers(one, "values"), period));
            same(found.trend(), numbers(one, "trend"));
            same(new ArrayList<>(found.season()), numbers(one, "season"));
            same(found.rest(), numbers(one, "rest"));
            assertThat(found.strength()).isCloseTo(number(one, "strength"), CLOSE);
        }
    }

    @Test
    void levelsChangeWhereEveryPartingWasTried() throws IOException {
        for (var one : cases("$.changePoints[*]")) {
            var found = known(ChangePoints.of(numbers(one, "values")));
            assertThat(found.changes().stream().map(change -> (double) change.at()))
                    .containsExactlyElementsOf(numbers(one, "changes"));
        }
        var step = known(ChangePoints.of(Stream.of(List.of(10.0, 12.0), List.of(20.0, 22.0))
                .flatMap(pair -> IntStream.range(0, 10).mapToObj(at -> pair.get(at % 2)))
                .toList()));
        assertThat(step.changes()).containsExactly(new ChangePoints.Change(10, 11, 21));
    }

    @Test
    void percentilesAreThoseOfNumpy() throws IOException {
        Map<String, Object> one = reference().read("$.percentiles");
        var values = numbers(one, "values");
        Map<String, Number> expected = reference().read("$.percentiles.percentiles");
        expected.forEach((percent, value) -> assertThat(known(Percentiles.of(values, Integer.parseInt(percent))))
                .isCloseTo(value.doubleValue(), CLOSE));
    }

    @Test
    void tooLittleSaysWhatIsMissing() {
        assertThat(MannKendall.of(upTo(9))).isEqualTo(new TooLittle<>(9, 10, "values"));
        assertThat(ChangePoints.of(upTo(11))).isEqualTo(new TooLittle<>(11, 12, "values"));
        assertThat(Seasonal.of(upTo(20), Seasonal.WEEK)).isEqualTo(new TooLittle<>(20, 21, "values without a gap"));
        assertThat(Seasonal.of(with(upTo(30), 4, null), Seasonal.WEEK))
                .isEqualTo(new TooLittle<>(29, 30, "values without a gap"));
        assertThat(Percentiles.of(upTo(99), 99)).isEqualTo(new TooLittle<>(99, 100, "values"));
        assertThat(Percentiles.of(upTo(9), 90)).isEqualTo(new TooLittle<>(9, 10, "values"));
        assertThat(Percentiles.of(List.of(), 50)).isEqualTo(new TooLittle<>(0, 5, "values"));
    }

    @Test
    void missingStepIsCounted() {
        var course = with(with(upTo(12), 3, null), 7, null);
        assertThat(known(MannKendall.of(course)).slope().median()).isEqualTo(1);
        assertThat(known(MannKendall.of(course)).direction()).isEqualTo(Direction.UP);
    }

    @Test
    void whatIsShiftedScaledOrReversedIsTheSame() throws IOException {
        var values = numbers(cases("$.mannKendall[*]").getFirst(), "values");
        var found = known(MannKendall.of(values));
        var moved = known(MannKendall.of(each(values, value -> 1e6 + 3 * value)));
        assertThat(moved.chance()).isCloseTo(found.chance(), CLOSE);
        assertThat(moved.slope().median()).isCloseTo(3 * found.slope().median(), CLOSE);
        var reversed = known(MannKendall.of(values.reversed()));
        assertThat(reversed.score()).isEqualTo(-found.score());
        assertThat(reversed.direction()).isEqualTo(Direction.DOWN);

        var steps = numbers(cases("$.changePoints[*]").getFirst(), "values");
        var changes = known(ChangePoints.of(steps)).changes();
        assertThat(known(ChangePoints.of(each(steps, value -> 1e6 - 7 * value))).changes())
                .extracting(ChangePoints.Change::at)
                .isEqualTo(changes.stream().map(ChangePoints.Change::at).toList());
    }

    @Test
    void whatNeverChangesHasNeitherDirectionNorSeasonNorChange() {
        List<@Nullable Double> flat = new ArrayList<>(Collections.nCopies(40, 4.0));
        var trend = known(MannKendall.of(flat));
        assertThat(trend.direction()).isEqualTo(Direction.NONE);
        assertThat(trend.chance()).isCloseTo(1, CLOSE);
        assertThat(known(ChangePoints.of(flat)).changes()).isEmpty();
        assertThat(known(Seasonal.of(flat, Seasonal.WEEK)).strength()).isZero();
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> MannKendall.of(with(upTo(20), 2, Double.NaN))).hasMessageContaining("number");
        assertThatThrownBy(() -> ChangePoints.of(upTo(2_001))).hasMessageContaining("2000");
    }

    private static DocumentContext reference() throws IOException {
        try (var in = TrendTest.class.getResourceAsStream("/trend/reference.json")) {
            return JsonPath.parse(Objects.requireNonNull(in));
        }
    }

    private static List<Map<String, Object>> cases(String path) throws IOException {
        return reference().read(path);
    }

    private static double number(Map<String, Object> one, String name) {
        return ((Number) Objects.requireNonNull(one.get(name))).doubleValue();
    }

    private static List<@Nullable Double> numbers(Map<String, Object> one, String name) {
        var numbers = new ArrayList<@Nullable Double>();
        for (var value : (List<?>) Objects.requireNonNull(one.get(name))) {
            numbers.add(value == null ? null : ((Number) value).doubleValue());
        }
        return numbers;
    }

    private static void same(List<@Nullable Double> found, List<@Nullable Double> expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int at = 0; at < found.size(); at++) {
            var value = found.get(at);
            var wanted = expected.get(at);
            assertThat(value == null).isEqualTo(wanted == null);
            if (value != null && wanted != null) {
                assertThat(value).isCloseTo(wanted, CLOSE);
            }
        }
    }

    private interface Change {
        double of(double value);
    }

    private static List<@Nullable Double> each(List<@Nullable Double> values, Change change) {
        var changed = new ArrayList<@Nullable Double>();
        for (var value : values) {
            changed.add(value == null ? null : change.of(value));
        }
        return changed;
    }

    private static List<@Nullable Double> upTo(int count) {
        var values = new ArrayList<@Nullable Double>();
        for (int at = 0; at < count; at++) {
            values.add((double) at);
        }
        return values;
    }

    private static List<@Nullable Double> with(List<@Nullable Double> values, int at, @Nullable Double value) {
        var changed = new ArrayList<@Nullable Double>(values);
        changed.set(at, value);
        return changed;
    }

    private static <T> T known(Finding<T> finding) {
        return switch (finding) {
            case Known<T>(var value) -> value;
            case TooLittle<T> little -> throw new AssertionError(little.toString());
        };
    }
}
