package org.larum.domain.notification;

import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.notification.NotificationExamples.MAIL_TO_ADA;
import static org.larum.domain.notification.NotificationExamples.dropped;
import static org.larum.domain.notification.NotificationExamples.failed;
import static org.larum.domain.notification.NotificationExamples.givenUp;
import static org.larum.domain.notification.NotificationExamples.request;
import static org.larum.domain.notification.NotificationExamples.requested;
import static org.larum.domain.notification.NotificationExamples.scheduled;
import static org.larum.domain.notification.NotificationExamples.sent;
import static org.larum.domain.notification.NotificationExamples.testConfirmed;
import static org.larum.domain.notification.NotificationExamples.testRequested;
import static org.larum.domain.notification.NotificationExamples.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.domain.directory.PersonId;
import org.larum.domain.notification.NotificationCommand.ConfirmArrival;
import org.larum.domain.notification.NotificationCommand.DropNotification;
import org.larum.domain.notification.NotificationCommand.GiveUpNotification;
import org.larum.domain.notification.NotificationCommand.RecordFailure;
import org.larum.domain.notification.NotificationCommand.RecordReceipt;
import org.larum.domain.notification.NotificationCommand.RecordSent;
import org.larum.domain.notification.NotificationCommand.RecordWaiting;
import org.larum.domain.notification.NotificationCommand.ScheduleDelivery;
import org.larum.domain.notification.NotificationEvent.NotificationGivenUp;
import org.larum.domain.notification.NotificationEvent.NotificationWaiting;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refusal;

class NotificationTest {

    private final AggregateTestFixture<Notification> notification = new AggregateTestFixture<>(Notification.class);

    private static RecordSent recordSent(int attempt) {
        return new RecordSent(MAIL_TO_ADA, attempt, "250 queued as 7", Monday.at(1), null);
    }

    private static RecordFailure recordFailure(int attempt) {
        return new RecordFailure(MAIL_TO_ADA, attempt, "421 try later", false, Duration.ofSeconds(30), Monday.at(1));
    }

    private static RecordWaiting recordWaiting() {
        return new RecordWaiting(MAIL_TO_ADA, "No mail server is set up", Monday.at(1));
    }

    private static ScheduleDelivery schedule(int attempt) {
        return new ScheduleDelivery(MAIL_TO_ADA, attempt, Duration.ofSeconds(30), Monday.at(2));
    }

    private static GiveUpNotification giveUp() {
        return new GiveUpNotification(MAIL_TO_ADA, 1, "550 no such user", Monday.at(3));
    }

    private static DropNotification drop() {
        return new DropNotification(MAIL_TO_ADA, "Somebody holds the incident", Monday.at(3));
    }

    /** What the provider says after it took the message. */
    @Nested
    class Receipt {

        private static RecordReceipt record(boolean delivered, String said) {
            return new RecordReceipt(NotificationExamples.MAIL_TO_ADA, delivered, said, Monday.at(4));
        }

        @Test
        void whatBecameOfItIsWrittenDown() {
            notification
                    .given(requested(), sent(1))
                    .when(record(true, "answered"))
                    .expectEvents(NotificationExamples.receipt(true, "answered"));
            notification
                    .given(requested(), sent(1))
                    .when(record(false, "busy"))
                    .expectEvents(NotificationExamples.receipt(false, "busy"));
        }

        @Test
        void itMayComeBeforeTheAttemptIsRecorded() {
            notification
                    .given(requested())
                    .when(record(true, "answered"))
                    .expectEvents(NotificationExamples.receipt(true, "answered"));
        }

        @Test
        void moreMayBeSaidOfWhatHasArrived() {
            notification
                    .given(requested(), sent(1), NotificationExamples.receipt(true, "shown"))
                    .when(record(true, "opened"))
                    .expectEvents(NotificationExamples.receipt(true, "opened"));
            notification
                    .given(requested(), NotificationExamples.receipt(true, "shown"))
                    .when(record(true, "shown"))
                    .expectNoEvents();
            notification
                    .given(requested(), NotificationExamples.receipt(false, "busy"))
                    .when(record(true, "answered"))
                    .expectNoEvents();
        }

        @Test
        void theFirstWordCounts() {
            notification
                    .given(requested(), sent(1), NotificationExamples.receipt(true, "answered"))
                    .when(record(false, "failed"))
                    .expectNoEvents();
        }
    }

    @Nested
    class Request {

        @Test
        void aNoticeIsOfNoIncident() {
            notification
                    .givenNoPriorActivity()
                    .when(NotificationExamples.requestNotice())
                    .expectEvents(NotificationExamples.noticeRequested());
        }

        @Test
        void anIntentIsWrittenDown() {
            notification.givenNoPriorActivity().when(request()).expectEvents(requested());
        }

        @Test
        void theSameIntentTwiceIsOne() {
            notification.given(requested()).when(request()).expectNoEvents();
            notification.given(requested(), sent(1)).when(request()).expectNoEvents();
        }
    }

    @Nested
    class Sent {

        @Test
        void theProviderTookIt() {
            notification.given(requested()).when(recordSent(1)).expectEvents(sent(1));
        }

        @Test
        void oneThatSeemedToFailMayHaveArrived() {
            notification
                    .given(requested(), failed(1), scheduled(2))
                    .when(recordSent(1))
                    .expectEvents(sent(1));
        }

        @Test
        void oneThatWaitedIsSent() {
            notification.given(requested(), waiting()).when(recordSent(1)).expectEvents(sent(1));
        }
    }

    @Nested
    class Failure {

        @Test
        void anAttemptFails() {
            notification.given(requested()).when(recordFailure(1)).expectEvents(failed(1));
        }

        @Test
        void anAttemptFailsOnce() {
            notification.given(requested(), failed(1)).when(recordFailure(1)).expectNoEvents();
        }

        @Test
        void theNextAttemptMayFailToo() {
            notification
                    .given(requested(), failed(1), scheduled(2))
                    .when(recordFailure(2))
                    .expectEvents(failed(2));
        }

        @Test
        void theFailureOfAnEarlierAttemptComesTooLate() {
            notification
                    .given(requested(), failed(1), scheduled(2))
                    .when(recordFailure(1))
                    .expectNoEvents();
        }

        @Test
        void anAttemptThatWasNeverMadeCannotFail() {
            notification.given(requested()).when(recordFailure(2)).expectNoEvents();
        }
    }

    @Nested
    class Waiting {

        @Test
        void withoutAWayItWaits() {
            notification.given(requested()).when(recordWaiting()).expectEvents(waiting());
        }

        @Test
        void itSaysSoOnce() {
            notification.given(requested(), waiting()).when(recordWaiting()).expectNoEvents();
        }

        @Test
        void itSaysSoAgainAfterAnAttempt() {
            notification
                    .given(requested(), waiting(), failed(1), scheduled(2))
                    .when(recordWaiting())
                    .expectEvents(waiting());
        }

        @Test
        void anotherReasonIsSaidToo() {
            notification
                    .given(requested(), waiting())
                    .when(new RecordWaiting(MAIL_TO_ADA, "The mail server is being moved", Monday.at(4)))
                    .expectEvents(new NotificationWaiting(
                            MAIL_TO_ADA,
                            INCIDENT,
                            "The mail server is being moved",
                            Monday.at(4),
                            waiting().page()));
        }
    }

    @Nested
    class Schedule {

        @Test
        void theNextAttemptIsSet() {
            notification.given(requested(), failed(1)).when(schedule(2)).expectEvents(scheduled(2));
        }

        @Test
        void theSameAttemptIsSetOnce() {
            notification
                    .given(requested(), failed(1), scheduled(2))
                    .when(schedule(2))
                    .expectNoEvents();
        }

        @Test
        void noAttemptIsLeftOut() {
            notification.given(requested(), failed(1)).when(schedule(3)).expectNoEvents();
            notification.given(requested(), failed(1)).when(schedule(1)).expectNoEvents();
        }
    }

    @Nested
    class GiveUp {

        @Test
        void whatCannotArriveIsGivenUp() {
            notification.given(requested()).when(giveUp()).expectEvents(givenUp());
        }
    }

    @Nested
    class Drop {

        @Test
        void whatNobodyWantsAnyMoreIsDropped() {
            notification.given(requested()).when(drop()).expectEvents(dropped());
        }
    }

    @Nested
    class Confirm {

        private static ConfirmArrival confirm(PersonId person, Instant at) {
            return new ConfirmArrival(NotificationExamples.TEST, person, at);
        }

        private static ConfirmArrival confirm() {
            return confirm(ADA, Monday.at(4));
        }

        @Test
        void aTestCountsWhenItsRecipientSaysSo() {
            notification.given(testRequested()).when(confirm()).expectEvents(testConfirmed());
        }

        @Test
        void whoeverHoldsItInTheirHandsKnowsBetterThanTheProvider() {
            var gone = new NotificationGivenUp(NotificationExamples.TEST, null, 1, "timed out", Monday.at(3), null);
            notification.given(testRequested(), gone).when(confirm()).expectEvents(testConfirmed());
        }

        @Test
        void saidTwiceItCountsOnce() {
            notification.given(testRequested(), testConfirmed()).when(confirm()).expectNoEvents();
        }

        @Test
        void whatNobodyElseMaySayForThem() {
            notification
                    .given(testRequested())
                    .when(confirm(GRACE, Monday.at(4)))
                    .expectNoEvents()
                    .expectException(Refusal.class);
        }

        @Test
        void aMessageThatIsNoTestIsNotConfirmed() {
            notification
                    .given(requested())
                    .when(new ConfirmArrival(MAIL_TO_ADA, ADA, Monday.at(4)))
                    .expectNoEvents()
                    .expectException(Refusal.class);
        }

        @Test
        void afterADayItSaysNothingAboutTonight() {
            notification
                    .given(testRequested())
                    .when(confirm(ADA, Monday.NINE.plus(Notification.LONGEST_TEST)))
                    .expectSuccessfulHandlerExecution();
            notification
                    .given(testRequested())
                    .when(confirm(
                            ADA, Monday.NINE.plus(Notification.LONGEST_TEST).plusSeconds(1)))
                    .expectNoEvents()
                    .expectException(Refusal.class);
        }
    }

    @Nested
    class Ended {

        static Stream<Object[]> endsAndCommands() {
            return Stream.of(sent(1), givenUp(), dropped())
                    .flatMap(end -> Stream.of(
                                    recordSent(1),
                                    recordFailure(1),
                                    recordWaiting(),
                                    schedule(2),
                                    giveUp(),
                                    drop(),
                                    request())
                            .map(command -> new Object[] {end, command}));
        }

        @ParameterizedTest
        @MethodSource("endsAndCommands")
        void anEndIsAnEnd(NotificationEvent end, NotificationCommand command) {
            notification.given(requested(), end).when(command).expectNoEvents();
        }
    }
}
