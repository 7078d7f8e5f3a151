package org.larum.domain.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.LINUS;
import static org.larum.domain.escalation.EscalationExamples.ADA_FIRST;
import static org.larum.domain.escalation.EscalationExamples.BOTH;
import static org.larum.domain.escalation.EscalationExamples.RUN;
import static org.larum.domain.escalation.EscalationExamples.TURNS;
import static org.larum.domain.escalation.EscalationExamples.inTurn;
import static org.larum.domain.escalation.EscalationExamples.turnTaken;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;

import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.larum.domain.escalation.EscalationCommand.TakeTurn;
import org.larum.domain.escalation.EscalationEvent.TurnTaken;
import org.larum.domain.shared.Monday;

class RoundRobinTest {

    private static final RunId SECOND = RunId.of(INCIDENT, 2);
    private static final Responder ADAS = inTurn(ADA, "ada");
    private static final Responder GRACES = inTurn(GRACE, "grace");
    private static final Responder LINUSES = inTurn(LINUS, "linus");

    private final AggregateTestFixture<RoundRobin> turns = new AggregateTestFixture<>(RoundRobin.class);

    private static TakeTurn take(RunId run, int minute, Responder... candidates) {
        return new TakeTurn(TURNS, run, INCIDENT, ADA_FIRST, BOTH, List.of(candidates), List.of(), Monday.at(minute));
    }

    private static TurnTaken taken(RunId run, Responder responder, int place, int minute) {
        return new TurnTaken(TURNS, run, INCIDENT, ADA_FIRST, BOTH, responder, place, List.of(), Monday.at(minute));
    }

    @Test
    void theNextOneIsAsked() {
        turns.given(turnTaken(ADA, "ada", 0, 0))
                .when(take(SECOND, 5, ADAS, GRACES, LINUSES))
                .expectEvents(taken(SECOND, GRACES, 1, 5));
        turns.given(turnTaken(GRACE, "grace", 1, 0))
                .when(take(SECOND, 5, ADAS, GRACES))
                .expectEvents(taken(SECOND, ADAS, 0, 5));
    }

    @Test
    void oneStepOfOneRunHasOneTurn() {
        turns.given(turnTaken(ADA, "ada", 0, 0))
                .when(take(RUN, 5, ADAS, GRACES))
                .expectNoEvents();
    }

    @Test
    void theNextDayBeginsWithTheNextOne() {
        int day = 24 * 60;
        turns.givenNoPriorActivity().when(take(RUN, 0, ADAS, GRACES)).expectEvents(taken(RUN, ADAS, 0, 0));
        turns.givenNoPriorActivity().when(take(RUN, day, ADAS, GRACES)).expectEvents(taken(RUN, GRACES, 1, day));
    }

    @Test
    void whoeverIsGoneLeavesTheirPlace() {
        turns.given(turnTaken(GRACE, "grace", 1, 0))
                .when(take(SECOND, 5, ADAS, LINUSES))
                .expectEvents(taken(SECOND, LINUSES, 1, 5));
        turns.given(turnTaken(GRACE, "grace", 1, 0))
                .when(take(SECOND, 5, ADAS))
                .expectEvents(taken(SECOND, ADAS, 0, 5));
    }

    @Test
    void whoSharesATeamSharesItsTurnsForADay() {
        assertThat(RoundRobinId.of(BOTH, Monday.NINE))
                .isEqualTo(RoundRobinId.of(BOTH.reversed(), Monday.at(60)))
                .isNotEqualTo(RoundRobinId.of(BOTH, Monday.at(24 * 60)))
                .isNotEqualTo(RoundRobinId.of(BOTH.subList(0, 1), Monday.NINE));
    }
}
