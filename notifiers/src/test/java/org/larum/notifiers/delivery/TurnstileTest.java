package org.larum.notifiers.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.ChannelKind;
import org.larum.notifiers.delivery.Briefing.Urgency;
import org.larum.notifiers.delivery.Earlier.Matter;
import org.larum.notifiers.delivery.Turnstile.Passage;

class TurnstileTest {

    private static final Instant NOW = Instant.parse("2026-03-26T02:12:00Z");
    private static final UUID ADA = UUID.fromString("00000000-0000-0000-0000-00000000ada0");
    private static final UUID CHECKOUT = UUID.fromString("00000000-0000-0000-0000-0000000000c0");
    private static final UUID SEARCH = UUID.fromString("00000000-0000-0000-0000-0000000000e0");
    private static final List<Limit> SMS = PersonLimits.USUAL.of(ChannelKind.SMS);
    private static final List<Limit> CALL = PersonLimits.USUAL.of(ChannelKind.CALL);

    private static UUID incident(int number) {
        return new UUID(7, number);
    }

    private static Due due(int number, NotificationKind kind, int severity, UUID service) {
        return new Due(attempt(number, incident(number), kind), new Urgency(severity, service), NOW, 0);
    }

    private static Due page(int number) {
        return due(number, NotificationKind.PAGE, 2, CHECKOUT);
    }

    private static Attempt attempt(int number, @Nullable UUID incident, NotificationKind kind) {
        return new Attempt(
                NotificationId.of("turnstile", number),
                1,
                incident == null ? null : new IncidentId(incident),
                null,
                ChannelKind.SMS,
                ADA,
                kind,
                "step");
    }

    private static List<Due> pages(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(TurnstileTest::page).toList();
    }

    private static Earlier told(int secondsAgo, int number, UUID service) {
        return new Earlier(NOW.minusSeconds(secondsAgo), List.of(new Matter(incident(number), service)));
    }

    private static Matter matter(Due one) {
        return new Matter(
                requireNonNull(one.attempt().incident()).value(),
                requireNonNull(one.urgency()).service());
    }

    private static Passage pass(List<Limit> limits, List<Earlier> told, List<Due> due) {
        return new Turnstile(limits, told, NOW).pass(due);
    }

    @Test
    void withoutALimitEachGoesByItself() {
        var passage = pass(List.of(), List.of(), pages(1, 3));
        assertThat(passage.messages()).containsExactly(List.of(page(1)), List.of(page(2)), List.of(page(3)));
        assertThat(passage.held()).isEmpty();
    }

    @Test
    void whatComesAtOnceGoesAsOneWhenOnlyOneMayGo() {
        var passage = pass(SMS, List.of(), pages(1, 37));
        assertThat(passage.messages()).containsExactly(pages(1, 37));
        assertThat(passage.held()).isEmpty();
    }

    @Test
    void theMostUrgentGoByThemselvesWhileThereIsRoom() {
        var limits = List.of(Limit.of(2, "1m"));
        assertThat(pass(limits, List.of(), pages(1, 4)).messages()).containsExactly(pages(1, 1), pages(2, 4));
    }

    @Test
    void whatThereIsNoRoomForWaitsUntilThereIs() {
        var passage = pass(SMS, List.of(told(20, 1, CHECKOUT)), pages(2, 3));
        assertThat(passage.messages()).isEmpty();
        assertThat(passage.held()).isEqualTo(pages(2, 3));
        assertThat(passage.until()).isEqualTo(NOW.plusSeconds(40));
    }

    @Test
    void theLongestLimitDecides() {
        var told = IntStream.of(100, 200, 300, 400)
                .mapToObj(ago -> told(ago, 1, CHECKOUT))
                .toList();
        assertThat(pass(SMS, told, pages(2, 2)).until()).isEqualTo(NOW.plusSeconds(900 - 400));
    }

    @Test
    void whatIsCriticalAboutAnotherServiceDoesNotWait() {
        var news = due(2, NotificationKind.PAGE, 1, SEARCH);
        var passage = pass(SMS, List.of(told(20, 1, CHECKOUT)), List.of(news, page(3)));
        assertThat(passage.messages()).containsExactly(List.of(news));
        assertThat(passage.held()).containsExactly(page(3));
    }

    @Test
    void whatIsCriticalAboutAServiceTheyKnowOfWaits() {
        var more = due(2, NotificationKind.PAGE, 1, CHECKOUT);
        assertThat(pass(SMS, List.of(told(20, 1, CHECKOUT)), List.of(more)).held())
                .containsExactly(more);
    }

    @Test
    void theSameIncidentRingsAgainInItsKeptPlace() {
        var again = due(1, NotificationKind.PAGE, 1, CHECKOUT);
        var told = List.of(told(300, 1, CHECKOUT), told(600, 1, CHECKOUT));
        assertThat(pass(CALL, told, List.of(again)).messages()).containsExactly(List.of(again));
    }

    @Test
    void inTheSameMinuteOnlyOneIsNew() {
        var news = due(9, NotificationKind.PAGE, 1, SEARCH);
        var told = List.of(told(30, 1, CHECKOUT), told(20, 2, new UUID(0, 5)));
        assertThat(pass(SMS, told, List.of(news)).held()).containsExactly(news);
    }

    @Test
    void theKeptPlaceIsOne() {
        var news = due(9, NotificationKind.PAGE, 1, SEARCH);
        var told = List.of(told(300, 1, CHECKOUT), told(400, 2, CHECKOUT), told(500, 3, CHECKOUT));
        assertThat(pass(CALL, told, List.of(news)).held()).containsExactly(news);
    }

    @Test
    void whoOnlyIsToKnowComesAfterWhoIsToAct() {
        var update = due(1, NotificationKind.UPDATE, 1, SEARCH);
        var passage = pass(SMS, List.of(), List.of(update, page(2)));
        assertThat(passage.messages()).containsExactly(List.of(page(2)));
        assertThat(passage.held()).containsExactly(update);
    }

    @Test
    void whatIsAboutNoIncidentIsNotHeld() {
        var notice = new Due(attempt(1, null, NotificationKind.NOTICE), null, NOW, 0);
        assertThat(pass(SMS, List.of(told(1, 1, CHECKOUT)), List.of(notice)).messages())
                .containsExactly(List.of(notice));
    }

    /** Ten thousand incidents of one service within a minute, and then one of another: as the storm of the mission has it. */
    @Test
    void inAStormNobodyIsToldMoreThanTheLimitsAndTheNewOneComesThrough() {
        var told = new ArrayList<Earlier>();
        var waiting = new ArrayDeque<Due>();
        var reached = new ArrayList<Integer>();
        for (int second = 0; second < 3 * 3600; second++) {
            var now = NOW.plusSeconds(second);
            if (second < 60) {
                int from = second * 160;
                IntStream.range(from, from + 160).forEach(n -> waiting.add(page(n)));
            }
            if (second == 65) {
                waiting.addFirst(due(99_999, NotificationKind.PAGE, 1, SEARCH));
            }
            var passage = new Turnstile(SMS, told, now)
                    .pass(waiting.stream().limit(2000).toList());
            for (var message : passage.messages()) {
                told.add(new Earlier(
                        now, message.stream().map(TurnstileTest::matter).toList()));
                if (message.getFirst().isCritical()) {
                    reached.add(second);
                }
                waiting.removeAll(new HashSet<>(message));
            }
        }
        assertThat(reached).hasSize(1).allMatch(second -> second <= 65 + 30);
        assertThat(waiting).isEmpty();
        for (var limit : SMS.stream().filter(Limit::keepsOne).toList()) {
            for (var one : told) {
                var since = one.at().minus(limit.within());
                long within = told.stream()
                        .filter(other ->
                                other.at().isAfter(since) && !other.at().isAfter(one.at()))
                        .count();
                assertThat(within)
                        .describedAs("%s at %s", limit, Duration.between(NOW, one.at()))
                        .isLessThanOrEqualTo(limit.most());
            }
        }
    }
}
