package org.larum.app.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.projection.Rooms.ALL;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.opened;
import static org.larum.domain.notification.NotificationExamples.MAIL_TO_ADA;
import static org.larum.domain.notification.NotificationExamples.dropped;
import static org.larum.domain.notification.NotificationExamples.failed;
import static org.larum.domain.notification.NotificationExamples.givenUp;
import static org.larum.domain.notification.NotificationExamples.requested;
import static org.larum.domain.notification.NotificationExamples.scheduled;
import static org.larum.domain.notification.NotificationExamples.sent;
import static org.larum.domain.notification.NotificationExamples.testConfirmed;
import static org.larum.domain.notification.NotificationExamples.testRequested;
import static org.larum.domain.notification.NotificationExamples.waiting;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.notification.NotificationEvent.NotificationGivenUp;
import org.larum.domain.notification.NotificationExamples;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Monday;
import org.larum.projections.outbox.LastView;
import org.larum.projections.outbox.OutboxQuery.Last;
import org.larum.projections.outbox.OutboxQuery.Messages;
import org.larum.projections.outbox.OutboxView;
import org.larum.projections.outbox.OutboxView.IncidentRef;
import org.larum.projections.shared.ActorView;

class OutboxProjectionIT {

    private final Rooms rooms = new Rooms();

    private OutboxView only() {
        var items = rooms.outbox.answer(new Messages(Set.of(), ALL)).items();
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    @Test
    void aMessageIsShownWhole() {
        rooms.given(opened(), requested());
        assertThat(only())
                .isEqualTo(new OutboxView(
                        MAIL_TO_ADA.value(),
                        new IncidentRef(INCIDENT.value(), 1001, AlertExamples.SUMMARY),
                        null,
                        new ActorView("person", ADA.toString(), "Ada"),
                        "email",
                        "page",
                        "step",
                        "pending",
                        null,
                        0,
                        Monday.NINE,
                        Monday.NINE));
    }

    @Test
    void itIsShownBeforeItsIncidentIs() {
        rooms.given(requested());
        assertThat(only().incident()).isEqualTo(new IncidentRef(INCIDENT.value(), 0, ""));
    }

    @Test
    void aNoticeHasATitleAndNoIncident() {
        rooms.given(NotificationExamples.noticeRequested());
        assertThat(only().incident()).isNull();
        assertThat(only().notice()).isEqualTo("Your silence ends soon");
    }

    static Stream<Object[]> turns() {
        return Stream.of(
                new Object[] {sent(1), "sent", 1, null},
                new Object[] {failed(1), "pending", 1, "421 try later"},
                new Object[] {waiting(), "waiting", 0, "No mail server is set up"},
                new Object[] {givenUp(), "failed", 1, "550 no such user"},
                new Object[] {dropped(), "dropped", 0, "Somebody holds the incident"});
    }

    @ParameterizedTest
    @MethodSource("turns")
    void everyTurnIsShown(NotificationEvent event, String state, int attempts, @Nullable String reason) {
        rooms.given(requested(), event);
        assertThat(only().state()).isEqualTo(state);
        assertThat(only().attempts()).isEqualTo(attempts);
        assertThat(only().reason()).isEqualTo(reason);
    }

    @Test
    void attemptsAreCountedThroughAllTurns() {
        rooms.given(requested(), failed(1), scheduled(2), failed(2), scheduled(3), sent(3));
        assertThat(only().state()).isEqualTo("sent");
        assertThat(only().attempts()).isEqualTo(3);
        assertThat(only().reason()).isNull();
    }

    @Test
    void anAttemptThatWasRefusedForGoodIsCounted() {
        rooms.given(requested(), failed(1), scheduled(2), failed(2), scheduled(3));
        rooms.given(new NotificationGivenUp(MAIL_TO_ADA, INCIDENT, 3, "550 no such user", Monday.at(9), null));
        assertThat(only().attempts()).isEqualTo(3);
    }

    @Test
    void whatWasGivenUpBeforeAnybodyWasAskedCountsNoAttempt() {
        rooms.given(requested());
        rooms.given(new NotificationGivenUp(MAIL_TO_ADA, INCIDENT, null, "No address", Monday.at(9), null));
        assertThat(only().attempts()).isZero();
    }

    @Test
    void messagesAreFoundByTheirState() {
        rooms.given(requested(), sent(1));
        assertThat(rooms.outbox
                        .answer(new Messages(Set.of("sent", "failed"), ALL))
                        .items())
                .hasSize(1);
        assertThat(rooms.outbox.answer(new Messages(Set.of("pending"), ALL)).items())
                .isEmpty();
    }

    private LastView last() {
        var found = rooms.outbox.answer(new Last(ADA.value(), Set.of(ChannelKind.EMAIL, ChannelKind.SMS)));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void theLastOfEachWayIsKnown() {
        rooms.given(requested(), testRequested());
        assertThat(last().told()).isNull();
        assertThat(last().test()).extracting("state", "confirmedAt").containsExactly("pending", null);
        rooms.given(failed(1), givenUp(), testConfirmed());
        assertThat(last().told()).extracting("state", "reason").containsExactly("failed", "550 no such user");
        assertThat(last().test())
                .extracting("id", "confirmedAt")
                .containsExactly(NotificationExamples.TEST.value(), Monday.at(4));
        assertThat(last().confirmedAt()).isEqualTo(Monday.at(4));
    }

    @Test
    void nobodySeesWhatWasToldToOthers() {
        rooms.given(requested(), sent(1));
        assertThat(rooms.outbox.answer(new Last(GRACE.value(), Set.of(ChannelKind.EMAIL))))
                .isEmpty();
    }

    @Test
    void readTwiceTheRowsAreTheSame() {
        rooms.given(testRequested(), testConfirmed());
        rooms.given(requested(), waiting(), failed(1), scheduled(2), failed(2), givenUp());
        var once = rooms.rows();
        assertThat(rooms.replayed().rows()).isEqualTo(once);
    }
}
