package org.larum.domain.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.shopWith;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.alert.AlertId;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAlerts;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.Rule.Span;
import org.larum.domain.directory.RuleId;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;
import org.larum.domain.suppression.Conditions.Answer;
import org.larum.domain.suppression.Facts;
import org.larum.domain.suppression.Screen;
import org.larum.domain.suppression.SuppressionCommand.ScreenTarget;
import org.larum.domain.suppression.SuppressionCommand.SuppressAlert;
import org.larum.domain.suppression.SuppressionEvent;
import org.larum.domain.suppression.SuppressionEvent.TargetMuted;
import org.larum.domain.suppression.SuppressionEvent.TargetPassed;
import org.larum.domain.suppression.WhenAlertScreenedThenGoOn;

/**
 * Whatever the rules are, whichever of them fail, and whichever causes are open: each alert goes on to an incident or is held back with
 * a reason, one of the two and once. Random rules and alerts, always the same ones.
 */
class ToldOrHeldTest {

    private static final int HOUSES = 3000;
    private static final int MOST_RULES = 7;
    private static final List<String> CONDITIONS = List.of("never", "broken", "critical", "low", "a", "b", "always");

    @Test
    void noAlertIsNeitherToldNorHeldBackWithAReason() {
        int told = 0;
        int held = 0;
        int asked = 0;
        for (long seed = 0; seed < HOUSES; seed++) {
            var end = new End(new Random(seed));
            assertThat(end.told + end.held.size())
                    .as("seed %d: told or held, once", seed)
                    .isEqualTo(1);
            assertThat(end.held).as("seed %d", seed).allSatisfy(one -> {
                assertThat(one.by().reason()).isNotBlank();
                assertThat(one.by().version()).isPositive();
            });
            told += end.told;
            held += end.held.size();
            asked += end.asked > 0 ? 1 : 0;
        }
        // Otherwise it would hold because nothing ever happens.
        assertThat(told).isGreaterThan(HOUSES / 10);
        assertThat(held).isGreaterThan(HOUSES / 10);
        assertThat(asked).isGreaterThan(HOUSES / 10);
    }

    private static Answer ask(String condition, Facts facts) {
        return switch (condition) {
            case "always" -> Answer.YES;
            case "broken" -> Answer.failed("no such key");
            default ->
                condition.equals(facts.severity()) || condition.equals(facts.value("labels.host"))
                        ? Answer.YES
                        : Answer.NO;
        };
    }

    /** What becomes of one alert, until nothing more follows. */
    private static final class End {

        final List<SuppressAlert> held = new ArrayList<>();
        int told;
        int asked;

        End(Random random) {
            var rules = new ArrayList<Rule>();
            for (int n = 0; n < random.nextInt(MOST_RULES + 1); n++) {
                rules.add(rule(n, random));
            }
            var known = new Screen.Known(shopWith(rules.toArray(Rule[]::new)), ToldOrHeldTest::ask);
            var waiting = new ArrayDeque<Command>(new WhenAlertRaisedThenCorrelate().on(raised(random), known));
            while (!waiting.isEmpty()) {
                switch (waiting.removeFirst()) {
                    case CorrelateAlerts c -> told++;
                    case SuppressAlert c -> held.add(c);
                    case ScreenTarget c -> {
                        asked++;
                        var said = answered(c, random);
                        waiting.addAll(new WhenAlertScreenedThenGoOn().on(said, said));
                        waiting.addAll(new WhenAlertAdmittedThenCorrelate().on(said, known));
                    }
                    default -> {}
                }
            }
        }

        /** A cause is open, or none. */
        private static SuppressionEvent answered(ScreenTarget c, Random random) {
            return random.nextBoolean()
                    ? new TargetMuted(c.inhibition(), c.asked(), new AlertId(new UUID(1, 1)), c.at())
                    : new TargetPassed(c.inhibition(), c.asked(), c.at());
        }

        private static AlertRaised raised(Random random) {
            return new AlertRaised(
                    new AlertId(new UUID(0, 1)),
                    AlertExamples.raised().source(),
                    new Place(CHECKOUT, null, null),
                    Severity.of(1 + random.nextInt(4)),
                    "It fails",
                    Map.of("host", random.nextBoolean() ? "a" : "b"),
                    List.of(),
                    Monday.at(random.nextInt(120)));
        }

        private static Rule rule(int n, Random random) {
            var when = condition(random);
            var word = "r" + n;
            var within = Duration.ofMinutes(1 + random.nextInt(30));
            var span = new Span(
                    random.nextBoolean() ? null : Monday.at(random.nextInt(60)), Monday.at(60 + random.nextInt(60)));
            return switch (random.nextInt(7)) {
                case 0 -> new Rule.Silence(id("silences", word), word, n, when, span, "Moved", null);
                case 1 ->
                    new Rule.Maintenance(
                            id("maintenance", word),
                            word,
                            n,
                            random.nextBoolean() ? List.of(CHECKOUT) : List.of(),
                            when,
                            new Rule.Window(Monday.at(10), Monday.at(40), Rule.Repeat.NEVER, "UTC"),
                            "Upgrade");
                case 2 -> new Rule.KnownIssue(id("knownIssues", word), word, n, when, span, "On order", null, null);
                case 3 ->
                    new Rule.Inhibition(
                            id("inhibitions", word), word, n, when, condition(random), List.of("labels.host"));
                case 4 -> new Rule.Flapping(id("flapping", word), word, n, when, 1 + random.nextInt(3), within);
                case 5 -> new Rule.Threshold(id("thresholds", word), word, n, when, 2 + random.nextInt(3), within);
                default -> new Rule.Hold(id("holds", word), word, n, when, within);
            };
        }

        private static String condition(Random random) {
            return CONDITIONS.get(random.nextInt(CONDITIONS.size()));
        }

        private static RuleId id(String section, String word) {
            return RuleId.of(section, word);
        }
    }
}
