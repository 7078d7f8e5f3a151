package org.larum.domain.reach;

import java.util.List;
import org.larum.domain.escalation.EscalationCommand.NoteUnreachable;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Occasion;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.reach.ReachEvent.ReachFailed;
import org.larum.domain.reach.ReachEvent.WayTried;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** A way that is gone is a message; of somebody whom no way reaches, the run hears at once. */
public final class WhenWayTriedThenNotify implements Reaction<ReachEvent, Object> {

    @Override
    public Class<ReachEvent> hears() {
        return ReachEvent.class;
    }

    @Override
    public List<Command> on(ReachEvent event, Object nothing) {
        return switch (event) {
            case WayTried e -> List.of(tell(e));
            case ReachFailed e -> List.of(new NoteUnreachable(e.run(), e.position(), e.person(), e.at()));
            default -> List.of();
        };
    }

    private static Command tell(WayTried e) {
        var place = e.position();
        return new RequestNotification(
                message(e),
                e.incident(),
                e.run().value(),
                new Recipient(e.channel(), e.person().value()),
                NotificationKind.PAGE,
                new Occasion(place.round(), place.step(), e.nth(), "step"),
                e.at());
    }

    /** Which message goes that way. */
    public static NotificationId message(WayTried e) {
        var place = e.position();
        return NotificationId.of(
                e.incident(),
                e.run(),
                place.round(),
                place.step(),
                e.person(),
                e.channel(),
                e.nth(),
                NotificationKind.PAGE);
    }
}
