package org.larum.projections.outbox;

import java.util.List;
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
import org.larum.domain.shared.Event;
import org.larum.projections.outbox.OutboxTable.Mark;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Projector;

/** Keeps the list of messages. */
public final class OutboxProjector implements Projector {

    private final OutboxTable table;

    public OutboxProjector(OutboxTable table) {
        this.table = table;
    }

    @Override
    public String room() {
        return "outbox";
    }

    @Override
    public List<String> tables() {
        return List.of("outbox_messages");
    }

    @Override
    public List<Class<? extends Event>> hears() {
        return List.of(NotificationEvent.class);
    }

    @Override
    public void on(List<Logged> page) {
        for (var logged : page) {
            if (logged.event() instanceof NotificationEvent event) {
                write(event, logged.index());
            }
        }
    }

    private void write(NotificationEvent event, long index) {
        switch (event) {
            case NotificationRequested e -> table.insert(e, index);
            case NotificationSent e -> table.sent(e, index);
            case NotificationHeld e -> table.state(e, "held", 0, e.reason(), Mark.NOTHING, e.at(), index);
            case DeliveryFailed e -> table.state(e, "pending", e.attempt(), e.reason(), Mark.NOT_TAKEN, e.at(), index);
            case DeliveryScheduled e -> table.touch(e, index);
            case NotificationWaiting e -> table.state(e, "waiting", 0, e.reason(), Mark.NOTHING, e.at(), index);
            case NotificationGivenUp e
            when e.attempt() != null ->
                table.state(e, "failed", e.attempt(), e.reason(), Mark.NOT_TAKEN, e.at(), index);
            // Its last attempt has told of the provider before, or there was none.
            case NotificationGivenUp e -> table.state(e, "failed", 0, e.reason(), Mark.NOTHING, e.at(), index);
            case ReceiptArrived e
            when e.delivered() -> table.state(e, "delivered", 0, e.said(), Mark.NOTHING, e.at(), index);
            case ReceiptArrived e -> table.state(e, "undelivered", 0, e.said(), Mark.NOT_TAKEN, e.at(), index);
            case TestConfirmed e -> table.confirm(e, index);
            case NotificationDropped e -> table.state(e, "dropped", 0, e.reason(), Mark.NOTHING, e.at(), index);
        }
    }
}
