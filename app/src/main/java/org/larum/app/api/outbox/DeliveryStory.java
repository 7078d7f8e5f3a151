package org.larum.app.api.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.outbox.DeliveryView.DeliveryLine;
import org.larum.app.api.outbox.DeliveryView.DeliveryNext;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.notification.NotificationEvent.DeliveryFailed;
import org.larum.domain.notification.NotificationEvent.DeliveryScheduled;
import org.larum.domain.notification.NotificationEvent.NotificationDropped;
import org.larum.domain.notification.NotificationEvent.NotificationGivenUp;
import org.larum.domain.notification.NotificationEvent.NotificationHeld;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationEvent.NotificationSent;
import org.larum.domain.notification.NotificationEvent.NotificationWaiting;
import org.larum.domain.notification.NotificationEvent.ReceiptArrived;
import org.larum.domain.notification.NotificationEvent.TestConfirmed;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.reach.ReachEvent;
import org.larum.domain.reach.ReachEvent.WayTried;
import org.larum.domain.reach.WhenWayTriedThenNotify;

/** Tells what became of one message, from its own events. Pure. */
final class DeliveryStory {

    private final List<DeliveryLine> lines = new ArrayList<>();

    /** When the attempt that is told of next was due. */
    private @Nullable Instant due;

    private DeliveryStory() {}

    static List<DeliveryLine> of(List<NotificationEvent> events) {
        var story = new DeliveryStory();
        events.forEach(story::tell);
        return List.copyOf(story.lines);
    }

    private void tell(NotificationEvent event) {
        switch (event) {
            case NotificationRequested e -> {
                due = e.at();
                line(e.at(), "requested", "It was asked for.", place(e));
            }
            case NotificationWaiting e -> line(e.at(), "waiting", "It waits.", e.reason());
            case NotificationHeld e -> {
                due = e.until();
                line(
                        e.at(),
                        "held",
                        "It is held back for " + words(Duration.between(e.at(), e.until())) + ".",
                        e.reason());
            }
            case NotificationSent e -> attempt(e.at(), "sent", e.attempt(), accepted(e), e.receipt(), false);
            case DeliveryFailed e ->
                attempt(
                        e.at(),
                        "failed",
                        e.attempt(),
                        e.unknown()
                                ? "Attempt " + e.attempt() + ": nobody knows whether it arrived."
                                : "Attempt " + e.attempt() + " failed.",
                        e.reason(),
                        e.unknown());
            case DeliveryScheduled e -> {
                due = e.at().plus(e.after());
                line(e.at(), "scheduled", "It is tried again in " + words(e.after()) + ".", null);
            }
            case NotificationGivenUp e -> givenUp(e);
            case ReceiptArrived e ->
                line(
                        e.at(),
                        e.delivered() ? "delivered" : "undelivered",
                        e.delivered() ? "It has arrived." : "It did not arrive.",
                        e.said());
            case TestConfirmed e -> line(e.at(), "confirmed", "Its recipient says that it arrived.", null);
            case NotificationDropped e -> line(e.at(), "dropped", "It was not sent.", e.reason());
        }
    }

    private static String accepted(NotificationSent e) {
        var bundle = e.bundle();
        return "Attempt " + e.attempt() + " was accepted"
                + (bundle == null ? "." : ", as one message with " + (bundle.size() - 1) + " more.");
    }

    private void givenUp(NotificationGivenUp e) {
        var attempt = e.attempt();
        if (attempt == null) {
            line(e.at(), "given_up", "It was given up.", e.reason());
        } else {
            attempt(e.at(), "given_up", attempt, "Attempt " + attempt + " was refused for good.", e.reason(), false);
        }
    }

    private void line(Instant at, String what, String sentence, @Nullable String detail) {
        lines.add(new DeliveryLine(at, what, null, sentence, detail, false, null));
    }

    private void attempt(
            Instant at, String what, int attempt, String sentence, @Nullable String detail, boolean unknown) {
        // The clock of a node that made the attempt may be behind that of the one that asked for it.
        var took = due == null ? null : Math.max(0, Duration.between(due, at).toMillis());
        lines.add(new DeliveryLine(at, what, attempt, sentence, detail, unknown, took));
    }

    private static @Nullable String place(NotificationRequested e) {
        if (e.kind() != NotificationKind.PAGE) {
            return null;
        }
        var occasion = e.occasion();
        return (occasion.round() == 0 ? "" : "Round " + (occasion.round() + 1) + ", ")
                + (occasion.round() == 0 ? "Step " : "step ") + (occasion.step() + 1) + ", message " + occasion.nth()
                + " to them";
    }

    private static String words(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(500).toSeconds());
        return seconds < 120 ? seconds + " s" : (seconds + 30) / 60 + " min";
    }

    /** The ways to the same person that were gone after the message, the first one first. */
    static List<DeliveryNext> next(NotificationRequested message, List<ReachEvent> reach) {
        return reach.stream()
                .filter(WayTried.class::isInstance)
                .map(WayTried.class::cast)
                .filter(way -> way.nth() > message.occasion().nth())
                .map(way -> new DeliveryNext(
                        WhenWayTriedThenNotify.message(way).value(),
                        way.channel().name().toLowerCase(Locale.ROOT),
                        way.at()))
                .toList();
    }
}
