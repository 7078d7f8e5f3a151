package org.larum.app.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.projection.Rooms.ALL;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.opened;
import static org.larum.domain.notification.NotificationExamples.MAIL_TO_ADA;
import static org.larum.domain.notification.NotificationExamples.TEST;
import static org.larum.domain.notification.NotificationExamples.dropped;
import static org.larum.domain.notification.NotificationExamples.failed;
import static org.larum.domain.notification.NotificationExamples.givenUp;
import static org.larum.domain.notification.NotificationExamples.noticeRequested;
import static org.larum.domain.notification.NotificationExamples.receipt;
import static org.larum.domain.notification.NotificationExamples.requested;
import static org.larum.domain.notification.NotificationExamples.scheduled;
import static org.larum.domain.notification.NotificationExamples.sent;
import static org.larum.domain.notification.NotificationExamples.testConfirmed;
import static org.larum.domain.notification.NotificationExamples.testRequested;
import static org.larum.domain.notification.NotificationExamples.waiting;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.notification.NotificationEvent.NotificationGivenUp;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Monday;
import org.larum.projections.outbox.LastView;
import org.larum.projections.outbox.OutboxFilter;
import org.larum.projections.outbox.OutboxQuery.Last;
import org.larum.projections.outbox.OutboxQuery.Messages;
import org.larum.projections.outbox.OutboxView;
import org.larum.projections.outbox.OutboxView.IncidentRef;
import org.larum.projections.shared.ActorView;

class OutboxProjectionIT {

    private final Rooms rooms = new Rooms();

    private OutboxView only() {
        var items = rooms.outbox.answer(new Messages(OutboxFilter.ALL, ALL)).items();
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
        rooms.given(noticeRequested());
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
                        .answer(new Messages(OutboxFilter.ALL.withStates(Set.of("sent", "failed")), ALL))
                        .items())
                .hasSize(1);
        assertThat(rooms.outbox
                        .answer(new Messages(OutboxFilter.ALL.withStates(Set.of("pending")), ALL))
                        .items())
                .isEmpty();
    }

    private List<UUID> found(OutboxFilter filter) {
        return rooms.outbox.answer(new Messages(filter, ALL)).items().stream()
                .map(OutboxView::id)
                .toList();
    }

    private static OutboxFilter kinds(String... kinds) {
        return new OutboxFilter(Set.of(), Set.of(), Set.of(kinds), null, null, null, null);
    }

    private static OutboxFilter between(@Nullable Instant from, @Nullable Instant until) {
        return new OutboxFilter(Set.of(), Set.of(), Set.of(), null, null, from, until);
    }

    @Test
    void messagesAreFoundByWhatTheyAreAndWhomTheyGoTo() {
        rooms.given(opened(), requested(), noticeRequested(), testRequested());
        assertThat(found(kinds("page"))).containsExactly(MAIL_TO_ADA.value());
        assertThat(found(kinds("test"))).containsExactly(TEST.value());
        assertThat(found(kinds("notice", "page")))
                .containsExactly(noticeRequested().notification().value(), MAIL_TO_ADA.value());
        assertThat(found(new OutboxFilter(Set.of(), Set.of("sms"), Set.of(), null, null, null, null)))
                .isEmpty();
        assertThat(found(new OutboxFilter(Set.of(), Set.of("email"), Set.of(), ADA.value(), 1001, null, null)))
                .containsExactly(MAIL_TO_ADA.value());
        assertThat(found(new OutboxFilter(Set.of(), Set.of(), Set.of(), GRACE.value(), null, null, null)))
                .isEmpty();
        assertThat(found(new OutboxFilter(Set.of(), Set.of(), Set.of(), null, 1002, null, null)))
                .isEmpty();
        assertThat(found(between(Monday.NINE, Monday.at(1)))).hasSize(3);
        assertThat(found(between(Monday.at(1), null))).isEmpty();
        assertThat(found(between(null, Monday.NINE))).isEmpty();
    }

    @Test
    void whatIsBeingSentJustNowSaysSoAndIsNotPending() {
        rooms.given(opened(), requested(), noticeRequested());
        rooms.jdbc.sql("""
                        insert into notification_attempts (notification, attempt, state, due_at, channel, recipient, kind, turn, requested_at)
                        values (?, 1, 'sending', larum_now(), 'email', ?, 'page', 'step', larum_now())""").params(MAIL_TO_ADA.value(), ADA.value()).update();
        assertThat(found(OutboxFilter.ALL.withStates(Set.of("sending")))).containsExactly(MAIL_TO_ADA.value());
        assertThat(found(OutboxFilter.ALL.withStates(Set.of("pending"))))
                .containsExactly(noticeRequested().notification().value());
        assertThat(found(OutboxFilter.ALL.withStates(Set.of("pending", "sending"))))
                .hasSize(2);
        // What has ended meanwhile is not sent any more, whatever the row beside the log says.
        rooms.given(sent(1));
        assertThat(found(OutboxFilter.ALL.withStates(Set.of("sending")))).isEmpty();
    }

    private List<@Nullable Object> marks() {
        return rooms.jdbc
                .sql("select accepted_at, failed_at, failure from outbox_messages where id = ?")
                .param(MAIL_TO_ADA.value())
                .query((row, n) -> Arrays.<@Nullable Object>asList(
                        row.getObject(1) != null, row.getObject(2) != null, row.getString(3)))
                .single();
    }

    @Test
    void whatAProviderSaidStaysWhateverBecameOfTheMessage() {
        rooms.given(requested());
        assertThat(marks()).containsExactly(false, false, null);
        rooms.given(failed(1));
        assertThat(marks()).containsExactly(false, true, "421 try later");
        rooms.given(sent(2));
        assertThat(marks()).containsExactly(true, true, "421 try later");
        rooms.given(receipt(false, "Voice mail"));
        assertThat(marks()).containsExactly(true, true, "Voice mail");
    }

    @Test
    void whatWasNeverTriedSaysNothingOfTheProvider() {
        rooms.given(requested());
        rooms.given(new NotificationGivenUp(MAIL_TO_ADA, INCIDENT, null, "No address", Monday.at(9), null));
        assertThat(marks()).containsExactly(false, false, null);
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
        assertThat(last().test()).extracting("id", "confirmedAt").containsExactly(TEST.value(), Monday.at(4));
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
