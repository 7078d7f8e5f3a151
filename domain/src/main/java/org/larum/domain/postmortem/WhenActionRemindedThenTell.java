package org.larum.domain.postmortem;

import java.util.List;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Notice;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.postmortem.PostmortemEvent.Action;
import org.larum.domain.postmortem.PostmortemEvent.ActionReminded;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** Whoever has an action that is late hears of it: the same day, the same message. */
public final class WhenActionRemindedThenTell implements Reaction<PostmortemEvent, Object> {

    @Override
    public Class<PostmortemEvent> hears() {
        return PostmortemEvent.class;
    }

    @Override
    public List<Command> on(PostmortemEvent event, Object known) {
        return event instanceof ActionReminded e ? List.of(tell(e)) : List.of();
    }

    private static RequestNotification tell(ActionReminded e) {
        var action = e.action();
        return RequestNotification.of(
                NotificationId.of("action-overdue", action.action(), action.owner(), e.day()),
                new Recipient(ChannelKind.EMAIL, action.owner().value()),
                "action-overdue",
                new Notice(
                        "An action of INC-" + e.number() + " is overdue",
                        words(action),
                        null,
                        "/i/" + e.incident() + "/postmortem"),
                e.at());
    }

    private static String words(Action action) {
        var done = action.doneWhen() == null ? "" : " It is done when: " + action.doneWhen();
        return "\"" + action.text() + "\" was to be done by " + action.due() + " and has not been closed." + done
                + " Say that it is done, choose another day, or drop it: until then Larum asks once a day.";
    }
}
