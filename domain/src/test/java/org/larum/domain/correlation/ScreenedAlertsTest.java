package org.larum.domain.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.raised;
import static org.larum.domain.correlation.CorrelationExamples.GROUP;
import static org.larum.domain.correlation.CorrelationExamples.joining;
import static org.larum.domain.directory.DirectoryExamples.shopWith;
import static org.larum.domain.directory.RuleExamples.id;
import static org.larum.domain.suppression.SuppressionExamples.INHIBITION;
import static org.larum.domain.suppression.SuppressionExamples.admitted;
import static org.larum.domain.suppression.SuppressionExamples.cause;
import static org.larum.domain.suppression.SuppressionExamples.muted;
import static org.larum.domain.suppression.SuppressionExamples.passed;
import static org.larum.domain.suppression.SuppressionExamples.pending;
import static org.larum.domain.suppression.SuppressionExamples.silence;
import static org.larum.domain.suppression.SuppressionExamples.suppress;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.correlation.CorrelationCommand.Arrival;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAlerts;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.RuleExamples;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Monday;
import org.larum.domain.suppression.Conditions.Answer;
import org.larum.domain.suppression.Facts;
import org.larum.domain.suppression.Screen;
import org.larum.domain.suppression.SuppressionCommand.BeginInhibition;
import org.larum.domain.suppression.SuppressionCommand.ScreenTarget;
import org.larum.domain.suppression.SuppressionEvent;
import org.larum.domain.suppression.SuppressionEvent.TargetPassed;
import org.larum.domain.suppression.Target;
import org.larum.domain.suppression.Verdict.Failure;

/** Which alerts go on to an incident, and which one, with rules about noise. */
class ScreenedAlertsTest {

    private static Screen.Known with(Rule... rules) {
        return new Screen.Known(shopWith(rules), ScreenedAlertsTest::ask);
    }

    private static Answer ask(String condition, Facts facts) {
        if (condition.equals("broken")) {
            return Answer.failed("no such key");
        }
        return Set.of(facts.severity(), facts.value("labels.host")).contains(condition) ? Answer.YES : Answer.NO;
    }

    private static CorrelateAlerts byService() {
        return CorrelationExamples.correlate(raised(), 0);
    }

    @Nested
    class WhenAlertRaised {

        private List<Command> on(AlertRaised e, Rule... rules) {
            return new WhenAlertRaisedThenCorrelate().on(e, with(rules));
        }

        @Test
        void whatASilenceMatchesIsHeldBack() {
            assertThat(on(raised(), RuleExamples.silence())).containsExactly(suppress());
        }

        @Test
        void whatMayBeAConsequenceAsksForItsCause() {
            var target = new Target(pending(), cause(), List.of(), null, null);
            assertThat(on(raised(), RuleExamples.inhibition()))
                    .containsExactly(new ScreenTarget(INHIBITION, target, Monday.NINE));
        }

        @Test
        void aCauseBeginsToMuteAndGoesOn() {
            var rule = new Rule.Inhibition(id("inhibitions"), "one", 100, "high", "low", List.of("labels.host"));
            assertThat(on(raised(), rule))
                    .containsExactly(
                            new BeginInhibition(INHIBITION, id("inhibitions"), DISK, Monday.NINE), byService());
        }

        @Test
        void aRuleThatFailsIsToldAndHoldsNothingBack() {
            var broken = new Rule.Hold(id("holds"), "one", 100, "broken", Duration.ofMinutes(1));
            assertThat(on(raised(), broken))
                    .containsExactly(
                            new Failure(id("holds"), "one", 2, "no such key").report(DISK, Monday.NINE), byService());
        }

        @Test
        void theFirstRuleThatMatchesGroupsByWhatItNames() {
            var other = new Rule.Correlation(id("a"), "a", 1, "cart-2", List.of(), Duration.ofMinutes(1));
            var broken = new Rule.Correlation(id("b"), "b", 2, "broken", List.of(), Duration.ofMinutes(1));
            assertThat(on(raised(), other, broken, RuleExamples.correlation()))
                    .containsExactly(
                            new Failure(id("b"), "b", 2, "no such key").report(DISK, Monday.NINE),
                            new CorrelateAlerts(
                                    GroupId.of("rule:one", "cart-1"),
                                    List.of(new Arrival(joining(raised()), Monday.NINE, null)),
                                    Duration.ofMinutes(10)));
        }

        @Test
        void whatNoRuleMatchesGoesByItsService() {
            var other = new Rule.Correlation(id("a"), "a", 1, "cart-2", List.of(), Duration.ofMinutes(1));
            assertThat(on(raised(), other)).containsExactly(byService());
        }
    }

    @Nested
    class WhenAlertAdmitted {

        private List<Command> on(SuppressionEvent e) {
            return new WhenAlertAdmittedThenCorrelate().on(e, with());
        }

        @Test
        void whatIsLetThroughGoesOn() {
            assertThat(on(admitted()))
                    .containsExactly(new CorrelateAlerts(
                            GROUP, List.of(CorrelationExamples.arrival(raised(), 60)), CorrelationExamples.WINDOW));
            assertThat(new WhenAlertAdmittedThenCorrelate().hears()).isEqualTo(SuppressionEvent.class);
        }

        @Test
        void soDoesWhatNoCauseMutes() {
            assertThat(on(passed()))
                    .containsExactly(new CorrelateAlerts(
                            GROUP, List.of(CorrelationExamples.arrival(raised(), 1)), CorrelationExamples.WINDOW));
        }

        @Test
        void whatStillWaitsDoesNot() {
            var waiting = new Target(pending(), cause(), List.of(), silence(), null);
            assertThat(on(new TargetPassed(INHIBITION, waiting, Monday.at(1)))).isEmpty();
            assertThat(on(muted())).isEmpty();
        }
    }

    @Test
    void eventsOfBeforeReachesWereKeptStandForTheirServices() {
        var e = CorrelationExamples.first();
        var old = new CorrelationEvent.AlertCorrelated(
                e.group(), e.cycle(), e.incident(), e.joining(), e.first(), e.until(), e.at(), null, null);
        assertThat(old.reached()).containsExactly(CorrelationExamples.reach());
    }

    @Test
    void turnedAwayFromARuleTheyStayTogether() {
        var group = GroupId.of("rule:one", "cart-1");
        var away = new org.larum.domain.incident.IncidentEvent.AlertsTurnedAway(
                CorrelationExamples.first().incident(), group.value(), List.of(joining(raised())), Monday.at(6));
        var again = (CorrelationCommand.CorrelateAgain)
                new WhenAlertsTurnedAwayThenCorrelateAgain().on(away, with()).getFirst();
        assertThat(again.arrivals()).extracting(Arrival::reach).containsOnlyNulls();
    }
}
