package org.larum.app.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.larum.domain.notification.NotificationExamples.MAIL_TO_ADA;
import static org.larum.domain.notification.NotificationExamples.dropped;
import static org.larum.domain.notification.NotificationExamples.givenUp;
import static org.larum.domain.notification.NotificationExamples.receipt;
import static org.larum.domain.notification.NotificationExamples.requested;
import static org.larum.domain.notification.NotificationExamples.sent;
import static org.larum.domain.notification.NotificationExamples.testConfirmed;
import static org.larum.domain.notification.NotificationExamples.testRequested;
import static org.larum.domain.notification.NotificationExamples.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.larum.app.api.outbox.DeliveryView.DeliveryLine;
import org.larum.app.api.outbox.DeliveryView.DeliveryNext;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.EscalationPlan.Position;
import org.larum.domain.escalation.RunId;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.notification.NotificationEvent.Bundle;
import org.larum.domain.notification.NotificationEvent.DeliveryFailed;
import org.larum.domain.notification.NotificationEvent.DeliveryScheduled;
import org.larum.domain.notification.NotificationEvent.NotificationGivenUp;
import org.larum.domain.notification.NotificationEvent.NotificationHeld;
import org.larum.domain.notification.NotificationEvent.NotificationSent;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.reach.ReachEvent.WayTried;
import org.larum.domain.reach.ReachId;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Monday;

class DeliveryStoryTest {

    private static List<DeliveryLine> story(NotificationEvent... events) {
        return DeliveryStory.of(List.of(events));
    }

    private static Instant after(int seconds) {
        return Monday.NINE.plusSeconds(seconds);
    }

    @Test
    void eachAttemptSaysWhatBecameOfItAndHowLongItTook() {
        var lines = story(
                requested(),
                new DeliveryFailed(MAIL_TO_ADA, null, 1, "421 try later", false, null, after(2), null),
                new DeliveryScheduled(MAIL_TO_ADA, null, 2, Duration.ofSeconds(4), after(2)),
                new DeliveryFailed(MAIL_TO_ADA, null, 2, "no answer", true, null, after(16), null),
                new DeliveryScheduled(MAIL_TO_ADA, null, 3, Duration.ofMinutes(3), after(16)),
                new NotificationSent(MAIL_TO_ADA, null, 3, "250 queued", after(197), null));
        assertThat(lines)
                .extracting(DeliveryLine::sentence)
                .containsExactly(
                        "It was asked for.",
                        "Attempt 1 failed.",
                        "It is tried again in 4 s.",
                        "Attempt 2: nobody knows whether it arrived.",
                        "It is tried again in 3 min.",
                        "Attempt 3 was accepted.");
        assertThat(lines)
                .extracting(DeliveryLine::tookMillis)
                .containsExactly(null, 2_000L, null, 10_000L, null, 1_000L);
        assertThat(lines).extracting(DeliveryLine::unknown).containsExactly(false, false, false, true, false, false);
        assertThat(lines.getFirst().detail()).isEqualTo("Step 1, message 1 to them");
    }

    @Test
    void whyItWaitsWasNotSentOrGivenUpIsSaid() {
        assertThat(story(requested(), waiting(), dropped()))
                .extracting(DeliveryLine::what, DeliveryLine::detail)
                .contains(
                        tuple("waiting", "No mail server is set up"), tuple("dropped", "Somebody holds the incident"));
        assertThat(story(requested(), givenUp()).getLast().sentence()).isEqualTo("Attempt 1 was refused for good.");
        var never = new NotificationGivenUp(MAIL_TO_ADA, null, null, "No address", after(1), null);
        assertThat(story(requested(), never).getLast())
                .extracting(DeliveryLine::sentence, DeliveryLine::attempt, DeliveryLine::tookMillis)
                .containsExactly("It was given up.", null, null);
    }

    @Test
    void whatIsHeldBackSaysForHowLongAndWithWhatElseItWent() {
        var held = new NotificationHeld(MAIL_TO_ADA, null, "Told enough", after(50), after(0));
        var sent = new NotificationSent(MAIL_TO_ADA, null, 1, null, after(51), new Bundle(MAIL_TO_ADA, 37));
        assertThat(story(requested(), held, sent))
                .extracting(DeliveryLine::sentence)
                .containsExactly(
                        "It was asked for.",
                        "It is held back for 50 s.",
                        "Attempt 1 was accepted, as one message with 36 more.");
        assertThat(story(requested(), held, sent).getLast().tookMillis()).isEqualTo(1_000L);
    }

    @Test
    void receiptsAndConfirmationsComeAfterTheAttempt() {
        assertThat(story(requested(), sent(1), receipt(true, "Delivered"), receipt(false, "Voice mail")))
                .extracting(DeliveryLine::what)
                .containsExactly("requested", "sent", "delivered", "undelivered");
        assertThat(story(testRequested(), testConfirmed()).getLast().sentence())
                .isEqualTo("Its recipient says that it arrived.");
    }

    @Test
    void aClockThatIsBehindMakesNoTimeBelowNothing() {
        var early = new NotificationSent(MAIL_TO_ADA, null, 1, null, Monday.NINE.minusSeconds(1), null);
        assertThat(story(requested(), early).getLast().tookMillis()).isZero();
    }

    @Test
    void theWaysThatWereGoneAfterItAreNamedWithTheirMessages() {
        var run = new RunId(Objects.requireNonNull(requested().run()));
        var reach = ReachId.of(run, DirectoryExamples.ADA);
        var next = DeliveryStory.next(
                requested(), List.of(way(reach, run, ChannelKind.EMAIL, 1), way(reach, run, ChannelKind.SMS, 2)));
        var id = NotificationId.of(
                IncidentExamples.INCIDENT, run, 0, 0, DirectoryExamples.ADA, ChannelKind.SMS, 2, NotificationKind.PAGE);
        assertThat(next).containsExactly(new DeliveryNext(id.value(), "sms", after(2)));
    }

    private static WayTried way(ReachId reach, RunId run, ChannelKind channel, int nth) {
        PersonId ada = DirectoryExamples.ADA;
        return new WayTried(reach, run, IncidentExamples.INCIDENT, ada, new Position(0, 0), channel, nth, after(nth));
    }
}
