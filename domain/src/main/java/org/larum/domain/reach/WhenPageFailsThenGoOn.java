package org.larum.domain.reach;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.RunId;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.notification.NotificationEvent.DeliveryFailed;
import org.larum.domain.notification.NotificationEvent.NotificationGivenUp;
import org.larum.domain.notification.NotificationEvent.NotificationWaiting;
import org.larum.domain.notification.NotificationEvent.Page;
import org.larum.domain.notification.NotificationEvent.ReceiptArrived;
import org.larum.domain.reach.ReachCommand.NoteArrival;
import org.larum.domain.reach.ReachCommand.NoteDelay;
import org.larum.domain.reach.ReachCommand.NoteFailure;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/**
 * A page that is given up, or that its provider could not deliver, does not let its person sleep: the next way is gone at once. One that is
 * late is tried again, and not waited for when it is urgent. One that has arrived gives them the time to answer.
 */
public final class WhenPageFailsThenGoOn implements Reaction<NotificationEvent, Object> {

    @Override
    public Class<NotificationEvent> hears() {
        return NotificationEvent.class;
    }

    @Override
    public List<Command> on(NotificationEvent event, Object nothing) {
        return switch (event) {
            case DeliveryFailed e -> late(e.page(), e.at());
            case NotificationWaiting e -> late(e.page(), e.at());
            case NotificationGivenUp e -> failed(e.page(), e.at());
            case ReceiptArrived e when !e.delivered() -> failed(e.page(), e.at());
            case ReceiptArrived e -> arrived(e.page(), e.at());
            default -> List.of();
        };
    }

    private static List<Command> failed(@Nullable Page page, Instant at) {
        return page == null ? List.of() : List.of(new NoteFailure(reach(page), page.nth(), at));
    }

    private static List<Command> late(@Nullable Page page, Instant at) {
        return page == null ? List.of() : List.of(new NoteDelay(reach(page), page.nth(), at));
    }

    private static List<Command> arrived(@Nullable Page page, Instant at) {
        return page == null ? List.of() : List.of(new NoteArrival(reach(page), page.nth(), at));
    }

    private static ReachId reach(Page page) {
        return ReachId.of(new RunId(page.run()), new PersonId(page.person()));
    }
}
