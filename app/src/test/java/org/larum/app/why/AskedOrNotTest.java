package org.larum.app.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.LINUS;
import static org.larum.domain.directory.DirectoryExamples.PAYMENTS;
import static org.larum.domain.directory.DirectoryExamples.SHOP_TEAM;
import static org.larum.domain.directory.DirectoryExamples.shop;
import static org.larum.domain.directory.DirectoryExamples.shopWithout;
import static org.larum.domain.directory.DirectoryExamples.target;
import static org.larum.domain.escalation.EscalationExamples.ADA_FIRST;
import static org.larum.domain.escalation.EscalationExamples.PINNED;
import static org.larum.domain.escalation.EscalationExamples.RUN;
import static org.larum.domain.escalation.EscalationExamples.inTurn;
import static org.larum.domain.escalation.EscalationExamples.named;
import static org.larum.domain.escalation.EscalationExamples.stopped;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.larum.app.projection.PlainNames;
import org.larum.app.why.AskedOrNot.Logged;
import org.larum.domain.directory.Definition.Step;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.Definition.TargetKind;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.EscalationEvent;
import org.larum.domain.escalation.EscalationEvent.EscalationStarted;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.escalation.EscalationPlan;
import org.larum.domain.escalation.Responder;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

/** First whoever is on call for payments, then the team of the shop; Ada acknowledges before the second step. */
class AskedOrNotTest {

    private static final Target ON_CALL = new Target(TargetKind.SCHEDULE, PAYMENTS.value(), "payments");
    private static final Target TEAM = new Target(TargetKind.TEAM, SHOP_TEAM.value(), "shop");

    private static List<String> why(PersonId person, Directory directory, Step first, Responder... found) {
        var plan = new EscalationPlan(List.of(first, new Step(List.of(TEAM), Duration.ofMinutes(5))), 0);
        var events = Stream.<EscalationEvent>of(
                        new EscalationStarted(RUN, INCIDENT, 1, PINNED, plan, null, Monday.NINE, Severity.HIGH, null),
                        new StepReached(RUN, INCIDENT, ADA_FIRST, first.targets(), Monday.NINE),
                        new RespondersFound(
                                RUN, INCIDENT, ADA_FIRST, Severity.HIGH, List.of(found), List.of(), Monday.NINE),
                        stopped(4))
                .map(event -> new Logged(event, 7))
                .toList();
        return new AskedOrNot(person, index -> directory, new PlainNames())
                .of(events).stream()
                        .map(step -> step.decision() + ": " + step.because())
                        .toList();
    }

    private static Step step(Target... targets) {
        return new Step(List.of(targets), Duration.ofMinutes(5));
    }

    @Test
    void whoWasAskedReadsWhy() {
        assertThat(why(ADA, shop(), step(ON_CALL), new Responder(ADA, ON_CALL, "primary", null, null)))
                .containsExactly(
                        "asked: Step 1 asks them: they are on call by payments, version 4 (primary).",
                        "not asked: Step 2 would have asked them, and was never reached: somebody had answered.");
    }

    @Test
    void whoWasNotAskedReadsWhyNot() {
        assertThat(why(GRACE, shop(), step(ON_CALL), new Responder(ADA, ON_CALL, "primary", null, null)))
                .first()
                .asString()
                .startsWith("not asked: Step 1 asks ")
                .endsWith(", and not them: they were not on call by payments.");
        assertThat(why(LINUS, shop(), step(target(ADA, "ada")), named(ADA, "ada")))
                .singleElement()
                .asString()
                .endsWith(", and not them: it does not mean them.");
    }

    @Test
    void whoWasAwayReadsThat() {
        assertThat(why(GRACE, shopWithout(GRACE), step(target(GRACE, "grace"))))
                .first()
                .isEqualTo("not asked: Step 1 asks nobody, and not them: they were away.");
    }

    @Test
    void whoseTurnItWasNotReadsThat() {
        assertThat(why(GRACE, shop(), step(TEAM), inTurn(ADA, "ada")))
                .first()
                .asString()
                .endsWith("it was the turn of somebody else.");
        assertThat(why(ADA, shop(), step(TEAM), inTurn(ADA, "ada")))
                .first()
                .isEqualTo("asked: Step 1 asks them: it is their turn, and they are named.");
    }
}
