package org.larum.domain.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.suppression.SuppressionExamples.INHIBITION;
import static org.larum.domain.suppression.SuppressionExamples.OTHER;
import static org.larum.domain.suppression.SuppressionExamples.SCREENING;
import static org.larum.domain.suppression.SuppressionExamples.admitted;
import static org.larum.domain.suppression.SuppressionExamples.cause;
import static org.larum.domain.suppression.SuppressionExamples.muted;
import static org.larum.domain.suppression.SuppressionExamples.passed;
import static org.larum.domain.suppression.SuppressionExamples.pending;
import static org.larum.domain.suppression.SuppressionExamples.silence;
import static org.larum.domain.suppression.SuppressionExamples.target;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.directory.RuleExamples;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Monday;
import org.larum.domain.suppression.SuppressionCommand.AdmitAlert;
import org.larum.domain.suppression.SuppressionCommand.BeginInhibition;
import org.larum.domain.suppression.SuppressionCommand.EndInhibition;
import org.larum.domain.suppression.SuppressionCommand.LapseSuppression;
import org.larum.domain.suppression.SuppressionCommand.ReportFailure;
import org.larum.domain.suppression.SuppressionCommand.ScreenTarget;
import org.larum.domain.suppression.SuppressionCommand.SuppressAlert;
import org.larum.domain.suppression.SuppressionEvent.TargetPassed;
import org.larum.domain.suppression.Target.Further;

class SuppressionReactionsTest {

    private final WhenAlertScreenedThenGoOn reaction = new WhenAlertScreenedThenGoOn();

    @Test
    void aConsequenceIsHeldBackByItsCause() {
        assertThat(reaction.on(muted(), "nothing"))
                .containsExactly(new SuppressAlert(SCREENING, pending(), cause(), INHIBITION, null, Monday.at(1)));
    }

    @Test
    void whatNoCauseMutesIsAskedAboutTheNext() {
        var event = new TargetPassed(INHIBITION, target(new Further(OTHER, cause())), Monday.at(1));
        assertThat(reaction.on(event, "nothing")).containsExactly(new ScreenTarget(OTHER, target(), Monday.at(1)));
    }

    @Test
    void whatNoCauseMutesMayWaitForAnotherReason() {
        var waiting = new Target(pending(), cause(), List.of(), silence(), Monday.at(60));
        assertThat(reaction.on(new TargetPassed(INHIBITION, waiting, Monday.at(1)), "nothing"))
                .containsExactly(new SuppressAlert(SCREENING, pending(), silence(), null, Monday.at(60), Monday.at(1)));
        assertThat(waiting.isLast()).isFalse();
    }

    @Test
    void theRestIsNotItsBusiness() {
        assertThat(reaction.on(passed(), "nothing")).isEmpty();
        assertThat(reaction.on(admitted(), "nothing")).isEmpty();
        assertThat(reaction.hears()).isEqualTo(SuppressionEvent.class);
    }

    static Stream<Object[]> commands() {
        var rule = RuleExamples.id("silences");
        var failures = ReportFailure.id(rule, 2);
        var at = Monday.NINE;
        return Stream.of(
                new Object[] {SuppressionExamples.suppress(), SCREENING.value()},
                new Object[] {new AdmitAlert(SCREENING, pending(), at), SCREENING.value()},
                new Object[] {new LapseSuppression(SCREENING, at), SCREENING.value()},
                new Object[] {new BeginInhibition(INHIBITION, rule, AlertExamples.SLOW, at), INHIBITION.value()},
                new Object[] {new EndInhibition(INHIBITION, AlertExamples.SLOW, at), INHIBITION.value()},
                new Object[] {new ScreenTarget(INHIBITION, target(), at), INHIBITION.value()},
                new Object[] {new Verdict.Failure(rule, "one", 2, "why").report(AlertExamples.DISK, at), failures});
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandNamesWhoDecidesIt(Command command, UUID target) {
        assertThat(command.target()).isEqualTo(target);
    }

    @Test
    void idsAreShownBare() {
        assertThat(SCREENING).hasToString(SCREENING.value().toString());
        assertThat(INHIBITION).hasToString(INHIBITION.value().toString());
        assertThat(RuleExamples.id("silences"))
                .hasToString(RuleExamples.id("silences").value().toString());
    }
}
