package org.larum.notifiers.channel;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.Severity;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.notifiers.channel.Message.Subject;
import org.larum.notifiers.channel.Message.Told;

/** Ada is paged at night for the checkout. */
public final class ChannelExamples {

    public static final NotificationId NOTIFICATION =
            new NotificationId(UUID.fromString("8f3e1c0a-5b7d-5e21-9c44-0d6a2b9e7f10"));
    public static final IncidentId INCIDENT = new IncidentId(UUID.fromString("1b9d6bcd-bbfd-5b2d-9b5d-ab8dfbbd4bed"));
    public static final Instant OPENED = Instant.parse("2026-03-26T02:12:00Z");
    public static final Instant AT = Instant.parse("2026-03-26T02:16:00Z");
    public static final String TITLE = "7.2 % of payments fail";
    public static final String HOSTILE =
            "down\r\nBcc: eve@evil.example\r\n\r\n<script>alert(1)</script>\u2028.\r\nQUIT\r\n";
    public static final URI ANSWER = URI.create("https://larum.example.org/a/t0ken?x=1&y=2");

    private ChannelExamples() {}

    public static Time clock() {
        return () -> AT;
    }

    public static Subject payments() {
        return titled(TITLE);
    }

    public static Subject titled(String title) {
        return new Subject(
                INCIDENT,
                1042,
                Severity.CRITICAL,
                title,
                "checkout",
                OPENED,
                "Grace is paged at 03:27",
                URI.create("https://wiki.example.org/checkout"),
                "you are on call by shop (primary): step 1 of policy shop, version 3");
    }

    public static Reader ada() {
        return reader("Ada", ANSWER);
    }

    public static Reader machine() {
        return reader(null, null);
    }

    private static Reader reader(@Nullable String name, @Nullable URI answer) {
        return new Reader(name, ZoneId.of("Europe/Berlin"), URI.create("https://larum.example.org/i/1042"), answer);
    }

    public static Content page(Subject subject, Reader reader) {
        return new Content(NotificationKind.PAGE, "step", subject, reader, AT);
    }

    public static Content update(String turn, Reader reader) {
        return new Content(NotificationKind.UPDATE, turn, payments(), reader, AT);
    }

    public static Message to(Destination to, Told told) {
        return new Message(NOTIFICATION, 1, to, told);
    }
}
