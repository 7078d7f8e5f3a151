package org.larum.domain.notification;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationCommand.ConfirmArrival;
import org.larum.domain.notification.NotificationCommand.DropNotification;
import org.larum.domain.notification.NotificationCommand.GiveUpNotification;
import org.larum.domain.notification.NotificationCommand.HoldNotification;
import org.larum.domain.notification.NotificationCommand.RecordFailure;
import org.larum.domain.notification.NotificationCommand.RecordReceipt;
import org.larum.domain.notification.NotificationCommand.RecordSent;
import org.larum.domain.notification.NotificationCommand.RecordWaiting;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationCommand.ScheduleDelivery;
import org.larum.domain.notification.NotificationEvent.DeliveryFailed;
import org.larum.domain.notification.NotificationEvent.DeliveryScheduled;
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

/** One intent to tell one recipient one thing: at most one attempt under way, and a known end. */
public final class Notification {

    /** A test that took longer says nothing about tonight. */
    static final Duration LONGEST_TEST = Duration.ofDays(1);

    @AggregateIdentifier
    private NotificationId id;

    private @Nullable IncidentId incident;
    private @Nullable Page page;
    private int attempt;
    private int failures;
    private @Nullable String waitsFor;
    private @Nullable Instant heldUntil;
    private boolean isEnded;
    private boolean isUndelivered;
    private final Set<String> heard = new HashSet<>();

    /** Whom it tests; null for all that is no test. */
    private @Nullable Recipient tested;

    private Instant requestedAt;
    private boolean isConfirmed;

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    Notification() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(RequestNotification c) {
        if (id == null) {
            apply(new NotificationRequested(
                    c.notification(),
                    c.incident(),
                    c.run(),
                    c.recipient(),
                    c.kind(),
                    c.occasion(),
                    c.notice(),
                    c.at()));
        }
    }

    @CommandHandler
    public void decide(RecordSent c) {
        if (!isEnded) {
            apply(new NotificationSent(id, incident, c.attempt(), c.receipt(), c.at(), c.bundle()));
        }
    }

    @CommandHandler
    public void decide(RecordFailure c) {
        if (!isEnded && c.attempt() == attempt && failures < attempt) {
            apply(new DeliveryFailed(id, incident, c.attempt(), c.reason(), c.unknown(), c.retryAfter(), c.at(), page));
        }
    }

    @CommandHandler
    public void decide(RecordWaiting c) {
        // Asked every few seconds, told when it is news: the first time, for another reason, or again after an attempt.
        if (!isEnded && !c.reason().equals(waitsFor)) {
            apply(new NotificationWaiting(id, incident, c.reason(), c.at(), page));
        }
    }

    @CommandHandler
    public void decide(HoldNotification c) {
        if (!isEnded && (heldUntil == null || c.until().isAfter(heldUntil))) {
            apply(new NotificationHeld(id, incident, c.reason(), c.until(), c.at()));
        }
    }

    @CommandHandler
    public void decide(ScheduleDelivery c) {
        if (!isEnded && c.attempt() == attempt + 1) {
            apply(new DeliveryScheduled(id, incident, c.attempt(), c.after(), c.at()));
        }
    }

    @CommandHandler
    public void decide(GiveUpNotification c) {
        if (!isEnded) {
            apply(new NotificationGivenUp(id, incident, c.attempt(), c.reason(), c.at(), page));
        }
    }

    /**
     * The first word counts: what was delivered does not fail any more, and nobody is told twice. Of what has arrived more may be said,
     * such as that it was opened.
     */
    @CommandHandler
    public void decide(RecordReceipt c) {
        boolean isMore = c.delivered() && !isUndelivered && !heard.contains(c.said());
        if (heard.isEmpty() || isMore) {
            apply(new ReceiptArrived(id, incident, c.delivered(), c.said(), c.at(), page));
        }
    }

    @CommandHandler
    public void decide(DropNotification c) {
        if (!isEnded) {
            apply(new NotificationDropped(id, incident, c.reason(), c.at()));
        }
    }

    /** Also of one whose delivery is not known to have succeeded: whoever holds it in their hands knows better. */
    @CommandHandler
    public void decide(ConfirmArrival c) {
        if (tested == null || !tested.id().equals(c.person().value())) {
            throw NotificationRefusal.noSuchTest();
        }
        if (isConfirmed) {
            return;
        }
        if (c.at().isAfter(requestedAt.plus(LONGEST_TEST))) {
            throw NotificationRefusal.testTooOld();
        }
        apply(new TestConfirmed(id, tested, c.at()));
    }

    @EventSourcingHandler
    void evolve(NotificationRequested e) {
        id = e.notification();
        requestedAt = e.at();
        boolean isTest =
                e.kind() == NotificationKind.NOTICE && e.occasion().turn().equals(Occasion.TEST);
        tested = isTest ? e.recipient() : null;
        incident = e.incident();
        attempt = 1;
        boolean isPage = e.kind() == NotificationKind.PAGE && e.recipient().channel() != ChannelKind.WEBHOOK;
        page = isPage && e.run() != null
                ? new Page(e.run(), e.recipient().id(), e.occasion().nth())
                : null;
    }

    @EventSourcingHandler
    void evolve(DeliveryFailed e) {
        failures = e.attempt();
        waitsFor = null;
    }

    @EventSourcingHandler
    void evolve(NotificationWaiting e) {
        waitsFor = e.reason();
    }

    @EventSourcingHandler
    void evolve(NotificationHeld e) {
        heldUntil = e.until();
    }

    @EventSourcingHandler
    void evolve(DeliveryScheduled e) {
        attempt = e.attempt();
    }

    @EventSourcingHandler
    void evolve(NotificationSent e) {
        isEnded = true;
    }

    @EventSourcingHandler
    void evolve(NotificationGivenUp e) {
        isEnded = true;
    }

    @EventSourcingHandler
    void evolve(TestConfirmed e) {
        isConfirmed = true;
    }

    @EventSourcingHandler
    void evolve(ReceiptArrived e) {
        heard.add(e.said());
        isUndelivered = !e.delivered();
    }

    @EventSourcingHandler
    void evolve(NotificationDropped e) {
        isEnded = true;
    }
}
