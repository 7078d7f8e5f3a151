package org.larum.domain.notification;

import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.escalation.EscalationExamples.RUN;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Bundle;
import org.larum.domain.notification.NotificationEvent.DeliveryFailed;
import org.larum.domain.notification.NotificationEvent.DeliveryScheduled;
import org.larum.domain.notification.NotificationEvent.Notice;
import org.larum.domain.notification.NotificationEvent.NotificationDropped;
import org.larum.domain.notification.NotificationEvent.NotificationGivenUp;
import org.larum.domain.notification.NotificationEvent.NotificationHeld;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationEvent.NotificationSent;
import org.larum.domain.notification.NotificationEvent.NotificationWaiting;
import org.larum.domain.notification.NotificationEvent.Occasion;
import org.larum.domain.notification.NotificationEvent.Page;
import org.larum.domain.notification.NotificationEvent.ReceiptArrived;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationEvent.TestConfirmed;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Monday;

/** The e-mail that asks Ada for an answer. */
public final class NotificationExamples {

    private static final Page PAGE = new Page(RUN.value(), ADA.value(), 1);

    public static final Recipient TO_ADA = new Recipient(ChannelKind.EMAIL, ADA.value());
    public static final NotificationId MAIL_TO_ADA =
            NotificationId.of(INCIDENT, RUN, 0, 0, ADA, ChannelKind.EMAIL, 1, NotificationKind.PAGE);
    public static final NotificationId TEST = NotificationId.of("test", ADA);
    public static final Occasion FIRST_STEP = new Occasion(0, 0, 1, "step");

    private NotificationExamples() {}

    public static RequestNotification request() {
        return new RequestNotification(
                MAIL_TO_ADA, INCIDENT, RUN.value(), TO_ADA, NotificationKind.PAGE, FIRST_STEP, Monday.NINE);
    }

    public static NotificationRequested requested() {
        return new NotificationRequested(
                MAIL_TO_ADA, INCIDENT, RUN.value(), TO_ADA, NotificationKind.PAGE, FIRST_STEP, null, Monday.NINE);
    }

    public static RequestNotification requestNotice() {
        var notice = new Notice("Your silence ends soon", "It ends at {0}.", Monday.at(30), "/rules");
        return RequestNotification.of(NotificationId.of("silence", ADA), TO_ADA, "silence", notice, Monday.NINE);
    }

    public static NotificationRequested noticeRequested() {
        var c = requestNotice();
        return new NotificationRequested(
                c.notification(), null, null, TO_ADA, c.kind(), c.occasion(), c.notice(), Monday.NINE);
    }

    public static RequestNotification requestTest() {
        var notice = new Notice("Test of your e-mail", "Did it arrive?", null, "/me");
        return RequestNotification.test(TEST, TO_ADA, notice, Monday.NINE);
    }

    public static NotificationRequested testRequested() {
        var c = requestTest();
        return new NotificationRequested(TEST, null, null, TO_ADA, c.kind(), c.occasion(), c.notice(), Monday.NINE);
    }

    public static TestConfirmed testConfirmed() {
        return new TestConfirmed(TEST, TO_ADA, Monday.at(4));
    }

    public static NotificationSent sent(int attempt) {
        return new NotificationSent(MAIL_TO_ADA, INCIDENT, attempt, "250 queued as 7", Monday.at(1), null);
    }

    public static NotificationSent sentTogether() {
        return new NotificationSent(
                MAIL_TO_ADA, INCIDENT, 1, "250 queued as 7", Monday.at(1), new Bundle(MAIL_TO_ADA, 37));
    }

    public static NotificationHeld held() {
        return new NotificationHeld(MAIL_TO_ADA, INCIDENT, "They have been told enough", Monday.at(2), Monday.at(1));
    }

    public static DeliveryFailed failed(int attempt) {
        return failed(attempt, Duration.ofSeconds(30));
    }

    public static DeliveryFailed failed(int attempt, @Nullable Duration retryAfter) {
        return new DeliveryFailed(
                MAIL_TO_ADA, INCIDENT, attempt, "421 try later", false, retryAfter, Monday.at(1), PAGE);
    }

    public static DeliveryScheduled scheduled(int attempt) {
        return new DeliveryScheduled(MAIL_TO_ADA, INCIDENT, attempt, Duration.ofSeconds(30), Monday.at(2));
    }

    public static NotificationWaiting waiting() {
        return new NotificationWaiting(MAIL_TO_ADA, INCIDENT, "No mail server is set up", Monday.at(1), PAGE);
    }

    public static NotificationGivenUp givenUp() {
        return new NotificationGivenUp(MAIL_TO_ADA, INCIDENT, 1, "550 no such user", Monday.at(3), PAGE);
    }

    public static ReceiptArrived receipt(boolean delivered, String said) {
        return new ReceiptArrived(MAIL_TO_ADA, INCIDENT, delivered, said, Monday.at(4), PAGE);
    }

    public static NotificationDropped dropped() {
        return new NotificationDropped(MAIL_TO_ADA, INCIDENT, "Somebody holds the incident", Monday.at(3));
    }
}
