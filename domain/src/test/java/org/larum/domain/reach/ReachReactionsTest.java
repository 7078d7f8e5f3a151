package org.larum.domain.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.restingShop;
import static org.larum.domain.directory.DirectoryExamples.shop;
import static org.larum.domain.directory.DirectoryExamples.target;
import static org.larum.domain.escalation.EscalationExamples.ADA_FIRST;
import static org.larum.domain.escalation.EscalationExamples.PLAN;
import static org.larum.domain.escalation.EscalationExamples.RUN;
import static org.larum.domain.escalation.EscalationExamples.counted;
import static org.larum.domain.escalation.EscalationExamples.found;
import static org.larum.domain.escalation.EscalationExamples.named;
import static org.larum.domain.escalation.EscalationExamples.raised;
import static org.larum.domain.escalation.EscalationExamples.reached;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.reach.ReachExamples.REACH;
import static org.larum.domain.reach.ReachExamples.start;
import static org.larum.domain.reach.ReachExamples.started;
import static org.larum.domain.reach.ReachExamples.tried;
import static org.larum.domain.reach.ReachExamples.unreached;
import static org.larum.domain.reach.ReachExamples.way;
import static org.larum.domain.schedule.AgreementExamples.begun;
import static org.larum.domain.schedule.AgreementExamples.restEnded;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.EscalationCommand.NoteUnreachable;
import org.larum.domain.escalation.EscalationEvent;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.Responder;
import org.larum.domain.escalation.StopReason;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.notification.NotificationEvent.NotificationGivenUp;
import org.larum.domain.notification.NotificationEvent.Occasion;
import org.larum.domain.notification.NotificationEvent.Page;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationExamples;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.reach.ReachCommand.ChangePlan;
import org.larum.domain.reach.ReachCommand.ChangeRest;
import org.larum.domain.reach.ReachCommand.NoteArrival;
import org.larum.domain.reach.ReachCommand.NoteFailure;
import org.larum.domain.reach.ReachCommand.StopReach;
import org.larum.domain.reach.Resting.Rest;
import org.larum.domain.schedule.ScheduleEvent;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

class ReachReactionsTest {

    private static final Object NOTHING = "nothing";
    private static final ReachPlan MAIL = new ReachPlan(List.of(way(ChannelKind.EMAIL, 0, null)), null, null);
    private static final ReachPlan MAIL_AT_ONCE = new ReachPlan(MAIL.ways(), null, true);

    private final WhenRespondersFoundThenReach reaching = new WhenRespondersFoundThenReach();
    private final WhenRestChangesThenReach ending = new WhenRestChangesThenReach();
    private final WhenWayTriedThenNotify telling = new WhenWayTriedThenNotify();
    private final WhenPageFailsThenGoOn failing = new WhenPageFailsThenGoOn();

    @Test
    void everybodyWhomAStepMeansIsReached() {
        var later = new Responder(GRACE, target(GRACE, "grace"), null, null, Duration.ofMinutes(2));
        assertThat(reaching.hears()).isEqualTo(EscalationEvent.class);
        assertThat(reaching.on(found(ADA_FIRST, 0, named(ADA, "ada"), later), shop()))
                .containsExactly(
                        start(ADA_FIRST, MAIL, 0),
                        new ReachCommand.StartReach(
                                ReachId.of(RUN, GRACE),
                                RUN,
                                INCIDENT,
                                GRACE,
                                ADA_FIRST,
                                new ReachPlan(MAIL.ways(), Duration.ofMinutes(2), null),
                                Monday.NINE));
    }

    @Test
    void whatIsWorseReachesThemAsTheWorseWantsIt() {
        assertThat(reaching.on(raised(null, 3, ADA), shop()))
                .containsExactly(new ChangePlan(REACH, MAIL_AT_ONCE, Monday.at(3)));
        assertThat(reaching.on(raised(PLAN, 3, ADA), shop())).isEmpty();
    }

    @Test
    void whoeverWantsToBeLeftAloneIsReachedLater() {
        var resting = restingShop(Monday.at(90));
        assertThat(reaching.on(found(ADA_FIRST, 0, named(ADA, "ada")), resting))
                .containsExactly(start(ADA_FIRST, new ReachPlan(MAIL.ways(), Duration.ofMinutes(90), null), 0));
        assertThat(reaching.on(raised(null, 3, ADA), resting))
                .containsExactly(new ChangePlan(REACH, MAIL_AT_ONCE, Monday.at(3)));
    }

    @Test
    void whatWaitedForWhoeverWasLeftAloneComesWhenTheyEndIt() {
        assertThat(ending.hears()).isEqualTo(ScheduleEvent.class);
        assertThat(ending.on(restEnded(10), waits(shop(), Severity.HIGH, 0)))
                .containsExactly(new ChangeRest(REACH, null, Monday.at(10)));
        assertThat(ending.on(restEnded(10), waits(shop(), Severity.HIGH, 12)))
                .describedAs("their turn in the step has not come yet")
                .containsExactly(new ChangeRest(REACH, Duration.ofMinutes(2), Monday.at(10)));
        assertThat(ending.on(begun(30, 10), waits(restingShop(Monday.at(30)), Severity.HIGH, 0)))
                .containsExactly(new ChangeRest(REACH, Duration.ofMinutes(20), Monday.at(10)));
        assertThat(ending.on(begun(30, 10), waits(restingShop(Monday.at(30)), Severity.CRITICAL, 0)))
                .containsExactly(new ChangeRest(REACH, null, Monday.at(10)));
        assertThat(ending.on(restEnded(10), new WhenRestChangesThenReach.Known(shop(), person -> List.of())))
                .isEmpty();
    }

    private static WhenRestChangesThenReach.Known waits(Directory directory, Severity severity, int from) {
        return new WhenRestChangesThenReach.Known(
                directory,
                person -> person.equals(ADA) ? List.of(new Rest(REACH, severity, Monday.at(from))) : List.of());
    }

    @Test
    void whoeverHasAnsweredForThemselvesIsLeftAlone() {
        assertThat(reaching.on(counted(ADA, 4, GRACE), shop())).containsExactly(new StopReach(REACH, Monday.at(4)));
    }

    @Test
    void whenTheRunStopsTheyAreLeftAlone() {
        assertThat(reaching.on(halt(List.of(ADA)), shop())).containsExactly(new StopReach(REACH, Monday.at(4)));
        assertThat(reaching.on(halt(null), shop())).isEmpty();
        assertThat(reaching.on(reached(ADA_FIRST, 0), shop())).isEmpty();
    }

    private static EscalationStopped halt(@Nullable List<PersonId> asked) {
        return new EscalationStopped(RUN, INCIDENT, BY_ADA, StopReason.ANSWERED, Monday.at(4), asked);
    }

    @Test
    void everyTryIsAMessageOfItsOwn() {
        assertThat(telling.hears()).isEqualTo(ReachEvent.class);
        assertThat(telling.on(tried(ChannelKind.SMS, 3, 2), NOTHING))
                .containsExactly(new RequestNotification(
                        NotificationId.of(INCIDENT, RUN, 0, 0, ADA, ChannelKind.SMS, 3, NotificationKind.PAGE),
                        INCIDENT,
                        RUN.value(),
                        new Recipient(ChannelKind.SMS, ADA.value()),
                        NotificationKind.PAGE,
                        new Occasion(0, 0, 3, "step"),
                        Monday.at(2)));
        assertThat(telling.on(started(), NOTHING)).isEmpty();
    }

    @Test
    void theRunHearsOfWhomNoWayReaches() {
        assertThat(telling.on(unreached(3), NOTHING))
                .containsExactly(new NoteUnreachable(RUN, ADA_FIRST, ADA, Monday.at(3)));
    }

    @Test
    void aPageThatIsGivenUpIsAWayThatFailed() {
        assertThat(failing.hears()).isEqualTo(NotificationEvent.class);
        assertThat(failing.on(givenUp(new Page(RUN.value(), ADA.value(), 2)), NOTHING))
                .containsExactly(new NoteFailure(REACH, 2, Monday.at(3)));
        assertThat(failing.on(givenUp(null), NOTHING)).isEmpty();
        assertThat(failing.on(NotificationExamples.receipt(false, "busy"), NOTHING))
                .containsExactly(new NoteFailure(REACH, 1, Monday.at(4)));
        assertThat(failing.on(NotificationExamples.receipt(true, "shown"), NOTHING))
                .containsExactly(new NoteArrival(REACH, 1, Monday.at(4)));
        assertThat(failing.on(NotificationExamples.sent(1), NOTHING)).isEmpty();
    }

    private static NotificationGivenUp givenUp(@Nullable Page page) {
        return new NotificationGivenUp(
                NotificationExamples.MAIL_TO_ADA, INCIDENT, 1, "550 no such user", Monday.at(3), page);
    }
}
