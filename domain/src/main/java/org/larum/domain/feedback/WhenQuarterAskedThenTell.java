package org.larum.domain.feedback;

import java.util.List;
import org.larum.domain.feedback.FeedbackEvent.QuarterAsked;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Notice;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** Whoever is asked about a quarter is told by e-mail, once; nobody is reminded. */
public final class WhenQuarterAskedThenTell implements Reaction<FeedbackEvent, Object> {

    @Override
    public Class<FeedbackEvent> hears() {
        return FeedbackEvent.class;
    }

    @Override
    public List<Command> on(FeedbackEvent event, Object nothing) {
        return event instanceof QuarterAsked e ? List.of(tell(e)) : List.of();
    }

    private static RequestNotification tell(QuarterAsked e) {
        return RequestNotification.of(
                NotificationId.of("quarter-asked", e.rating(), e.person()),
                new Recipient(ChannelKind.EMAIL, e.person().value()),
                "quarter-asked",
                new Notice(
                        "Four questions about being on call in " + e.quarter(),
                        "You were paged in " + e.quarter()
                                + ". Four questions, one tap each, say whether that was worth"
                                + " it. Others see the means only, and only when three have answered.",
                        null,
                        "/feedback"),
                e.at());
    }
}
