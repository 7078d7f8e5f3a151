package org.larum.domain.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.directory.DirectoryExamples.CHAT;
import static org.larum.domain.directory.DirectoryExamples.CURIOUS;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.LINUS;
import static org.larum.domain.directory.DirectoryExamples.PAYMENTS;
import static org.larum.domain.directory.DirectoryExamples.PROMETHEUS;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.directory.DirectoryExamples.SHOP_TEAM;
import static org.larum.domain.directory.DirectoryExamples.quietShop;
import static org.larum.domain.directory.DirectoryExamples.shop;
import static org.larum.domain.directory.DirectoryExamples.shopWithout;
import static org.larum.domain.directory.DirectoryExamples.target;
import static org.larum.domain.escalation.EscalationExamples.ADA_FIRST;
import static org.larum.domain.escalation.EscalationExamples.GRACE_AGAIN;
import static org.larum.domain.escalation.EscalationExamples.GRACE_FIRST;
import static org.larum.domain.escalation.EscalationExamples.PINNED;
import static org.larum.domain.escalation.EscalationExamples.PLAN;
import static org.larum.domain.escalation.EscalationExamples.RUN;
import static org.larum.domain.escalation.EscalationExamples.exhausted;
import static org.larum.domain.escalation.EscalationExamples.found;
import static org.larum.domain.escalation.EscalationExamples.named;
import static org.larum.domain.escalation.EscalationExamples.reached;
import static org.larum.domain.escalation.EscalationExamples.reminded;
import static org.larum.domain.escalation.EscalationExamples.scheduled;
import static org.larum.domain.escalation.EscalationExamples.start;
import static org.larum.domain.escalation.EscalationExamples.started;
import static org.larum.domain.escalation.EscalationExamples.stopped;
import static org.larum.domain.incident.IncidentExamples.GROUP;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.domain.EventExamples;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.Definition.TargetKind;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.escalation.EscalationCommand.RaiseEscalation;
import org.larum.domain.escalation.EscalationCommand.RecordResponders;
import org.larum.domain.escalation.EscalationCommand.SkipWait;
import org.larum.domain.escalation.EscalationCommand.StartEscalation;
import org.larum.domain.escalation.EscalationCommand.StopEscalation;
import org.larum.domain.escalation.EscalationCommand.TakeTurn;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.HushEnd;
import org.larum.domain.incident.IncidentEvent.HushEnded;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.SnoozeEnded;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.incident.IncidentState;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Occasion;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;

class EscalationReactionsTest {

    private static final String NOTHING = "nothing";

    private static final Duration A_MOMENT = Duration.ofSeconds(30);

    private static IncidentRerouted rerouted(boolean asks, @Nullable Duration groupWait) {
        return new IncidentRerouted(
                INCIDENT,
                asks ? 2 : 1,
                asks,
                SEARCH,
                IncidentExamples.opened().place(),
                groupWait,
                Monday.at(3),
                Severity.HIGH);
    }

    /** Every event of an incident, to show which of them a reaction leaves alone. */
    private static Stream<IncidentEvent> everyTurnBut(Class<?>... heard) {
        return EventExamples.all().stream()
                .filter(IncidentEvent.class::isInstance)
                .map(IncidentEvent.class::cast)
                .filter(event -> Stream.of(heard).noneMatch(kind -> kind.isInstance(event)));
    }

    @Nested
    class WhenIncidentNeedsAnswer {

        private final WhenIncidentNeedsAnswerThenEscalate reaction = new WhenIncidentNeedsAnswerThenEscalate();

        @Test
        void theFirstRunPinsThePolicyOfItsService() {
            assertThat(reaction.on(IncidentExamples.opened(), shop())).containsExactly(start());
        }

        @Test
        void aReopenedOneRunsThePolicyAnew() {
            assertThat(reaction.on(IncidentExamples.reopened(), shop()))
                    .containsExactly(new StartEscalation(
                            RunId.of(INCIDENT, 2), INCIDENT, 2, PINNED, PLAN, null, Monday.at(9), Severity.HIGH, null));
        }

        @Test
        void aServiceWithoutPolicyHasNobodyToAsk() {
            assertThat(reaction.on(openedFor(SEARCH), shop())).containsExactly(nobody());
        }

        @Test
        void aServiceThatWasRetiredHasNobodyToAsk() {
            assertThat(reaction.on(openedFor(ServiceId.of("gone")), shop())).containsExactly(nobody());
        }

        @Test
        void whereACommonCauseMayShowItselfNobodyIsAskedYet() {
            var opened = new IncidentOpened(
                    INCIDENT,
                    1001,
                    GROUP,
                    IncidentExamples.opened().place(),
                    Severity.HIGH,
                    "Disk",
                    DISK,
                    A_MOMENT,
                    Monday.NINE);
            assertThat(reaction.on(opened, shop()))
                    .containsExactly(new StartEscalation(
                            RUN, INCIDENT, 1, PINNED, PLAN, A_MOMENT, Monday.NINE, Severity.HIGH, null));
        }

        @Test
        void whoeverAnswersForItsRootIsAsked() {
            assertThat(reaction.on(rerouted(true, A_MOMENT), shop()))
                    .containsExactly(new StartEscalation(
                            RunId.of(INCIDENT, 2),
                            INCIDENT,
                            2,
                            PINNED,
                            PLAN,
                            A_MOMENT,
                            Monday.at(3),
                            Severity.HIGH,
                            null));
            assertThat(reaction.on(rerouted(false, null), shop())).isEmpty();
        }

        static Stream<Object[]> turns() {
            return Stream.of(
                    new Object[] {IncidentExamples.expired(), 36},
                    new Object[] {IncidentExamples.withdrawn(), 7},
                    new Object[] {IncidentExamples.snoozeEnded(), 120},
                    new Object[] {IncidentExamples.hushEnded(), 60},
                    new Object[] {IncidentExamples.unmerged(), 19},
                    new Object[] {IncidentExamples.resolutionWithdrawn(), 9});
        }

        @ParameterizedTest
        @MethodSource("turns")
        void oneThatNobodyHoldsAnyMoreRunsThePolicyAnew(IncidentEvent event, int minute) {
            assertThat(reaction.on(event, shop()))
                    .containsExactly(new StartEscalation(
                            RunId.of(INCIDENT, 2),
                            INCIDENT,
                            2,
                            PINNED,
                            PLAN,
                            null,
                            Monday.at(minute),
                            Severity.HIGH,
                            null));
        }

        @Test
        void oneThatIsHeldAfterItsTurnNeedsNoAnswer() {
            var held = new SnoozeEnded(
                    INCIDENT,
                    1,
                    IncidentExamples.opened().place(),
                    IncidentState.ACKNOWLEDGED,
                    BY_ADA,
                    Monday.at(3),
                    Severity.HIGH);
            assertThat(reaction.on(held, shop())).isEmpty();
        }

        @Test
        void oneThatIsHeldWhenItsSilenceEndsNeedsNoAnswer() {
            var held = new HushEnded(
                    INCIDENT, 1, IncidentExamples.opened().place(), false, HushEnd.OVER, Monday.at(60), Severity.HIGH);
            assertThat(reaction.on(held, shop())).isEmpty();
        }

        @Test
        void whoCallsForHelpReachesThoseAboveTheFirstStep() {
            assertThat(reaction.on(IncidentExamples.helpCalled(), shop()))
                    .containsExactly(new StartEscalation(
                            RunId.of(INCIDENT, 2),
                            INCIDENT,
                            2,
                            PINNED,
                            new EscalationPlan(List.of(PLAN.steps().getLast()), 1),
                            null,
                            Monday.at(10),
                            Severity.HIGH,
                            null));
        }

        @Test
        void nothingElseStartsARun() {
            everyTurnBut(
                            IncidentEvent.IncidentOpened.class,
                            IncidentRerouted.class,
                            IncidentEvent.IncidentReopened.class,
                            IncidentEvent.HelpCalled.class,
                            IncidentEvent.AcknowledgementExpired.class,
                            IncidentEvent.AcknowledgementWithdrawn.class,
                            IncidentEvent.SnoozeEnded.class,
                            HushEnded.class,
                            IncidentEvent.IncidentUnmerged.class,
                            IncidentEvent.ResolutionWithdrawn.class)
                    .forEach(event -> assertThat(reaction.on(event, shop())).isEmpty());
        }

        private static StartEscalation nobody() {
            return new StartEscalation(
                    RUN, INCIDENT, 1, null, EscalationPlan.NOBODY, null, Monday.NINE, Severity.LOW, null);
        }

        private static IncidentOpened openedFor(ServiceId service) {
            return new IncidentOpened(
                    INCIDENT,
                    1001,
                    GROUP,
                    new Place(service, null, null),
                    Severity.LOW,
                    "Something",
                    DISK,
                    null,
                    Monday.NINE);
        }
    }

    @Nested
    class WhenIncidentAnswered {

        private final WhenIncidentAnsweredThenSteerEscalation reaction = new WhenIncidentAnsweredThenSteerEscalation();

        @Test
        void whoHoldsItStopsItsRun() {
            assertThat(reaction.on(IncidentExamples.acknowledged(), NOTHING))
                    .containsExactly(new StopEscalation(RUN, INCIDENT, BY_ADA, StopReason.ANSWERED, Monday.at(6)));
        }

        @Test
        void whoAcknowledgesItTooAnswersItToo() {
            assertThat(reaction.on(IncidentExamples.alsoAcknowledged(), NOTHING))
                    .containsExactly(new StopEscalation(RUN, INCIDENT, BY_GRACE, StopReason.ANSWERED, Monday.at(7)));
        }

        @Test
        void whereARunBeginsAnewTheOneBeforeEnds() {
            assertThat(reaction.on(IncidentExamples.reopened(), NOTHING))
                    .containsExactly(
                            new StopEscalation(RUN, INCIDENT, Actor.LARUM, StopReason.ASKED_AGAIN, Monday.at(9)));
            assertThat(reaction.on(IncidentExamples.opened(), NOTHING)).isEmpty();
        }

        @Test
        void whoEndsItStopsItsRun() {
            assertThat(reaction.on(IncidentExamples.resolved(), NOTHING))
                    .containsExactly(new StopEscalation(RUN, INCIDENT, BY_GRACE, StopReason.RESOLVED, Monday.at(8)));
        }

        @Test
        void whoPassesItOnAsksTheNext() {
            assertThat(reaction.on(IncidentExamples.passedOn(), NOTHING))
                    .containsExactly(new SkipWait(RUN, Monday.at(6)));
        }

        @Test
        void whoEscalatesItAsksTheNext() {
            assertThat(reaction.on(IncidentExamples.escalated(), NOTHING))
                    .containsExactly(new SkipWait(RUN, Monday.at(6)));
        }

        @Test
        void whatIsWorseIsAskedAboutAsTheWorse() {
            var worse = new IncidentEvent.IncidentWorsened(
                    INCIDENT, Severity.HIGH, Severity.CRITICAL, null, Monday.at(7), 3);
            var byHand = new IncidentEvent.SeverityChanged(
                    INCIDENT, Severity.HIGH, Severity.CRITICAL, "All of it", BY_ADA, Monday.at(7), 3);
            var raise = new RaiseEscalation(RunId.of(INCIDENT, 3), INCIDENT, Severity.CRITICAL, Monday.at(7));
            assertThat(reaction.on(worse, NOTHING)).containsExactly(raise);
            assertThat(reaction.on(byHand, NOTHING)).containsExactly(raise);
            assertThat(reaction.on(IncidentExamples.severityChanged(), NOTHING)).isEmpty();
            var of2025 = new IncidentEvent.IncidentWorsened(
                    INCIDENT, Severity.HIGH, Severity.CRITICAL, null, Monday.at(7), null);
            assertThat(reaction.on(of2025, NOTHING)).isEmpty();
        }

        @Test
        void whenOthersAnswerForItsRootTheFormerRunStops() {
            assertThat(reaction.on(rerouted(true, null), NOTHING))
                    .containsExactly(new StopEscalation(RUN, INCIDENT, Actor.LARUM, StopReason.REROUTED, Monday.at(3)));
            assertThat(reaction.on(rerouted(false, null), NOTHING)).isEmpty();
        }

        @Test
        void whoDefersItOrMergesItStopsItsRun() {
            assertThat(reaction.on(IncidentExamples.mitigated(), NOTHING))
                    .containsExactly(new StopEscalation(RUN, INCIDENT, BY_ADA, StopReason.MITIGATED, Monday.at(13)));
            assertThat(reaction.on(IncidentExamples.snoozed(), NOTHING))
                    .containsExactly(new StopEscalation(RUN, INCIDENT, BY_ADA, StopReason.SNOOZED, Monday.at(14)));
            assertThat(reaction.on(IncidentExamples.merged(), NOTHING))
                    .containsExactly(new StopEscalation(RUN, INCIDENT, BY_ADA, StopReason.MERGED, Monday.at(18)));
        }

        @Test
        void whatIsSilencedStopsItsRun() {
            assertThat(reaction.on(IncidentExamples.hushed(), NOTHING))
                    .containsExactly(
                            new StopEscalation(RUN, INCIDENT, Actor.LARUM, StopReason.SILENCED, Monday.at(10)));
        }

        @Test
        void nothingElseSteersARun() {
            everyTurnBut(
                            IncidentEvent.Turn.class,
                            IncidentEvent.AcknowledgementAdded.class,
                            IncidentEvent.IncidentMitigated.class,
                            IncidentRerouted.class,
                            IncidentEvent.IncidentSnoozed.class,
                            IncidentEvent.IncidentHushed.class,
                            IncidentEvent.IncidentMerged.class,
                            IncidentEvent.IncidentAcknowledged.class,
                            IncidentEvent.IncidentResolved.class,
                            IncidentEvent.IncidentWorsened.class,
                            IncidentEvent.IncidentEscalated.class,
                            IncidentEvent.IncidentPassedOn.class)
                    .forEach(event -> assertThat(reaction.on(event, NOTHING)).isEmpty());
        }
    }

    @Nested
    class WhenIncidentConcernsSomebody {

        private final WhenIncidentConcernsSomebodyThenTell reaction = new WhenIncidentConcernsSomebodyThenTell();

        @Test
        void whoeverIsGivenItHearsOfIt() {
            assertThat(reaction.on(IncidentExamples.assigned(), NOTHING)).containsExactly(told(GRACE, "assigned", 11));
            assertThat(reaction.on(IncidentExamples.handedOver(), NOTHING))
                    .containsExactly(told(ADA, "handed over", 12));
        }

        @Test
        void whoeverTakesItKnows() {
            var taken = new IncidentEvent.IncidentAssigned(INCIDENT, ADA, BY_ADA, Monday.at(1));
            var givenUp = new IncidentEvent.IncidentAssigned(INCIDENT, null, BY_ADA, Monday.at(1));
            assertThat(reaction.on(taken, NOTHING)).isEmpty();
            assertThat(reaction.on(givenUp, NOTHING)).isEmpty();
        }

        @Test
        void whoeverHoldsItHearsThatItIsWorse() {
            assertThat(reaction.on(worse(BY_ADA), NOTHING)).containsExactly(told(ADA, "worse", 7));
        }

        @Test
        void aTokenThatHoldsItCannotBeTold() {
            assertThat(reaction.on(worse(Actor.token("robot")), NOTHING)).isEmpty();
            assertThat(reaction.on(worse(null), NOTHING)).isEmpty();
        }

        @Test
        void nothingElseConcernsAnybody() {
            everyTurnBut(
                            IncidentEvent.IncidentAssigned.class,
                            IncidentEvent.IncidentHandedOver.class,
                            IncidentEvent.IncidentWorsened.class)
                    .forEach(event -> assertThat(reaction.on(event, NOTHING)).isEmpty());
            assertThat(reaction.hears()).isEqualTo(IncidentEvent.class);
        }

        private static IncidentEvent worse(@Nullable Actor holder) {
            return new IncidentEvent.IncidentWorsened(
                    INCIDENT, Severity.HIGH, Severity.CRITICAL, holder, Monday.at(7), 1);
        }

        private static Command told(PersonId to, String turn, int minute) {
            return new RequestNotification(
                    NotificationId.of(INCIDENT, turn, to.value(), Monday.at(minute)),
                    INCIDENT,
                    null,
                    new Recipient(ChannelKind.EMAIL, to.value()),
                    NotificationKind.HOLDER,
                    new Occasion(0, 0, 1, turn),
                    Monday.at(minute));
        }
    }

    @Nested
    class WhenEscalationAsks {

        private static final Target CHAT_TARGET = new Target(TargetKind.WEBHOOK, CHAT.value(), "chat");

        private final WhenEscalationAsksThenNotify reaction = new WhenEscalationAsksThenNotify();

        @Test
        void aStepFindsThoseWhomItMeans() {
            assertThat(reaction.on(reached(GRACE_FIRST, 5), shop()))
                    .containsExactly(new RecordResponders(
                            RUN,
                            GRACE_FIRST,
                            PLAN.step(GRACE_FIRST).targets(),
                            List.of(named(GRACE, "grace")),
                            List.of(CHAT_TARGET),
                            Monday.at(5)));
        }

        @Test
        void everybodyWhomItMeansIsMeantOnceForTheFirstReason() {
            var schedule = new Target(TargetKind.SCHEDULE, PAYMENTS.value(), "payments");
            var team = new Target(TargetKind.TEAM, SHOP_TEAM.value(), "shop");
            var role = new Target(TargetKind.ROLE, LINUS.value(), "manager");
            assertThat(responders(null, schedule, team, role))
                    .containsExactly(
                            new Responder(ADA, schedule, "primary", null, null),
                            new Responder(LINUS, schedule, null, GRACE, null),
                            new Responder(GRACE, team, null, null, null));
            assertThat(responders(null, role)).containsExactly(new Responder(LINUS, role, null, null, null));
        }

        @Test
        void theyAreAskedApartWhenTheStepSaysSo() {
            var each = Duration.ofMinutes(2);
            assertThat(responders(each, target(ADA, "ada"), target(GRACE, "grace"), target(LINUS, "linus")))
                    .extracting(Responder::later)
                    .containsExactly(null, each, Duration.ofMinutes(4));
        }

        @Test
        void nobodyIsMeantByWhatIsNotThere() {
            var schedule = new Target(TargetKind.SCHEDULE, ADA.value(), "gone");
            var team = new Target(TargetKind.TEAM, ADA.value(), "gone");
            var role = new Target(TargetKind.ROLE, ADA.value(), "gone");
            assertThat(responders(null, schedule, team, role)).isEmpty();
        }

        private List<Responder> responders(@Nullable Duration each, Target... targets) {
            var step = new StepReached(RUN, INCIDENT, ADA_FIRST, List.of(targets), Monday.NINE, each, null, null);
            return ((RecordResponders) reaction.on(step, shop()).getFirst()).responders();
        }

        @Test
        void whoeverIsAwayIsNotMeant() {
            var team = new Target(TargetKind.TEAM, SHOP_TEAM.value(), "shop");
            var role = new Target(TargetKind.ROLE, LINUS.value(), "manager");
            var step = new StepReached(
                    RUN, INCIDENT, ADA_FIRST, List.of(target(ADA, "ada"), team, role), Monday.NINE, null, null, null);
            assertThat(((RecordResponders)
                                    reaction.on(step, shopWithout(ADA, LINUS)).getFirst())
                            .responders())
                    .containsExactly(new Responder(GRACE, team, null, null, null));
        }

        @Test
        void whereOneOfThemIsMeantTheirTurnIsAskedFor() {
            var team = new Target(TargetKind.TEAM, SHOP_TEAM.value(), "shop");
            var step = new StepReached(RUN, INCIDENT, ADA_FIRST, List.of(team), Monday.NINE, null, true, null);
            assertThat(reaction.on(step, shop()))
                    .containsExactly(new TakeTurn(
                            RoundRobinId.of(List.of(team), Monday.NINE),
                            RUN,
                            INCIDENT,
                            ADA_FIRST,
                            List.of(team),
                            List.of(
                                    new Responder(ADA, team, null, null, null, true),
                                    new Responder(GRACE, team, null, null, null, true)),
                            List.of(),
                            Monday.NINE));
            assertThat(reaction.on(step, shopWithout(ADA, GRACE)))
                    .containsExactly(
                            new RecordResponders(RUN, ADA_FIRST, List.of(team), List.of(), List.of(), Monday.NINE));
        }

        @Test
        void whoseTurnItWasIsAsked() {
            assertThat(reaction.on(EscalationExamples.turnTaken(GRACE, "grace", 1, 0), shop()))
                    .containsExactly(new RecordResponders(
                            RUN,
                            ADA_FIRST,
                            EscalationExamples.BOTH,
                            List.of(EscalationExamples.inTurn(GRACE, "grace")),
                            List.of(),
                            Monday.NINE));
        }

        @Test
        void theWebhooksOfAStepAreToldInEveryRound() {
            var first = found(GRACE_FIRST, 5, named(GRACE, "grace"));
            assertThat(reaction.on(first, shop())).containsExactly(page(CHAT.value(), ChannelKind.WEBHOOK, 0, 1, 5));
            assertThat(reaction.on(found(GRACE_AGAIN, 20), shop()))
                    .containsExactly(page(CHAT.value(), ChannelKind.WEBHOOK, 1, 1, 20));
            assertThat(reaction.on(found(ADA_FIRST, 0, named(ADA, "ada")), shop()))
                    .isEmpty();
        }

        @Test
        void whenNobodyIsLeftTheAdministratorsAreTold() {
            assertThat(reaction.on(exhausted(30), shop())).containsExactly(unanswered(LINUS, 0, 30));
        }

        @Test
        void everyReminderIsAMessageOfItsOwn() {
            assertThat(reaction.on(reminded(1, 60), shop())).containsExactly(unanswered(LINUS, 1, 60));
            assertThat(reaction.on(reminded(2, 90), shop())).containsExactly(unanswered(LINUS, 2, 90));
        }

        @Test
        void withoutAdministratorsNobodyIsTold() {
            assertThat(reaction.on(exhausted(30), quietShop())).isEmpty();
        }

        @Test
        void nothingElseTellsAnybody() {
            for (Event event : List.of(started(), scheduled(null, 1, 0, 5), stopped(1))) {
                assertThat(reaction.on((EscalationEvent) event, shop())).isEmpty();
            }
        }

        private static Command page(UUID to, ChannelKind way, int round, int step, int minute) {
            return new RequestNotification(
                    NotificationId.of(INCIDENT, RUN, round, step, to, way, 1, NotificationKind.PAGE),
                    INCIDENT,
                    RUN.value(),
                    new Recipient(way, to),
                    NotificationKind.PAGE,
                    new Occasion(round, step, 1, "step"),
                    Monday.at(minute));
        }

        private static Command unanswered(PersonId to, int nth, int minute) {
            return new RequestNotification(
                    NotificationId.of(INCIDENT, RUN, 0, 0, to, ChannelKind.EMAIL, nth, NotificationKind.UNANSWERED),
                    INCIDENT,
                    RUN.value(),
                    new Recipient(ChannelKind.EMAIL, to.value()),
                    NotificationKind.UNANSWERED,
                    new Occasion(0, 0, nth, "exhausted"),
                    Monday.at(minute));
        }
    }

    @Nested
    class WhenIncidentAnsweredAtTheSource {

        private final WhenIncidentAnsweredThenTellSources reaction = new WhenIncidentAnsweredThenTellSources();

        private List<Command> on(IncidentEvent event, IntegrationId... senders) {
            return reaction.on(
                    event, new WhenIncidentAnsweredThenTellSources.Known(shop(), incident -> Set.of(senders)));
        }

        @Test
        void aSourceThatWantsToKnowHearsOfItsAlerts() {
            assertThat(on(IncidentExamples.acknowledged(), CURIOUS, PROMETHEUS))
                    .containsExactly(new RequestNotification(
                            NotificationId.of(INCIDENT, 1, "acknowledged", CURIOUS, Monday.at(6)),
                            INCIDENT,
                            null,
                            new Recipient(ChannelKind.SOURCE, CURIOUS.value()),
                            NotificationKind.UPDATE,
                            new Occasion(1, 0, 1, "acknowledged"),
                            Monday.at(6)));
        }

        @Test
        void alsoWhenItIsGivenBack() {
            for (var event : List.of(
                    IncidentExamples.snoozed(),
                    IncidentExamples.snoozeEnded(),
                    IncidentExamples.expired(),
                    IncidentExamples.withdrawn(),
                    IncidentExamples.helpCalled(),
                    IncidentExamples.reopened(),
                    IncidentExamples.resolved(),
                    IncidentExamples.merged(),
                    IncidentExamples.unmerged(),
                    IncidentExamples.split(),
                    IncidentExamples.movedOut(),
                    IncidentExamples.movedIn())) {
                assertThat(on(event, CURIOUS)).describedAs(event.toString()).hasSize(1);
            }
        }

        @Test
        void whoeverSentNothingOrDoesNotAskIsLeftAlone() {
            assertThat(on(IncidentExamples.acknowledged(), PROMETHEUS)).isEmpty();
            assertThat(on(IncidentExamples.acknowledged())).isEmpty();
            assertThat(on(IncidentExamples.opened(), CURIOUS)).isEmpty();
        }
    }

    @Nested
    class WhenIncidentChanged {

        private final WhenIncidentChangedThenTellWebhooks reaction = new WhenIncidentChangedThenTellWebhooks();

        static Stream<Object[]> turns() {
            return Stream.of(
                    new Object[] {IncidentExamples.opened(), 1, "triggered", 0},
                    new Object[] {IncidentExamples.acknowledged(), 1, "acknowledged", 6},
                    new Object[] {IncidentExamples.mitigated(), 1, "mitigated", 13},
                    new Object[] {IncidentExamples.expired(), 2, "expired", 36},
                    new Object[] {IncidentExamples.escalated(), 1, "escalated", 6},
                    new Object[] {IncidentExamples.helpCalled(), 2, "escalated", 10},
                    new Object[] {IncidentExamples.merged(), 1, "merged", 18},
                    new Object[] {IncidentExamples.resolved(), 1, "resolved", 8},
                    new Object[] {IncidentExamples.reopened(), 2, "reopened", 9});
        }

        @ParameterizedTest
        @MethodSource("turns")
        void everyWebhookHearsOfEveryTurn(IncidentEvent event, int run, String turn, int minute) {
            assertThat(reaction.on(event, shop()))
                    .containsExactly(new RequestNotification(
                            NotificationId.of(INCIDENT, run, turn, CHAT),
                            INCIDENT,
                            null,
                            new Recipient(ChannelKind.WEBHOOK, CHAT.value()),
                            NotificationKind.UPDATE,
                            new Occasion(run, 0, 1, turn),
                            Monday.at(minute)));
        }

        @Test
        void withoutWebhooksNobodyHears() {
            assertThat(reaction.on(IncidentExamples.opened(), quietShop())).isEmpty();
        }

        @Test
        void nothingElseIsATurn() {
            everyTurnBut(
                            IncidentEvent.IncidentOpened.class,
                            IncidentRerouted.class,
                            IncidentEvent.IncidentReopened.class,
                            IncidentEvent.IncidentAcknowledged.class,
                            IncidentEvent.IncidentMitigated.class,
                            IncidentRerouted.class,
                            IncidentEvent.AcknowledgementExpired.class,
                            IncidentEvent.IncidentEscalated.class,
                            IncidentEvent.HelpCalled.class,
                            IncidentEvent.IncidentMerged.class,
                            IncidentEvent.IncidentResolved.class)
                    .forEach(event -> assertThat(reaction.on(event, shop())).isEmpty());
        }
    }
}
