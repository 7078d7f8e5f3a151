package org.larum.domain.suppression;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.larum.domain.directory.Rule;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Notice;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.ChannelKind;

/**
 * When whoever made a silence is asked whether it is still right: half an hour before it ends, while the alerts that come back then
 * are no surprise; and when it has hidden a fault for three days, and every week after that.
 */
public final class SilenceReminder {

    private static final Duration SOON = Duration.ofMinutes(30);
    private static final int FORGOTTEN_DAYS = 3;
    private static final int AGAIN_DAYS = 7;

    private SilenceReminder() {}

    /** What a silence holds back, or keeps quiet in an incident: how many alerts, and since when the first of them. */
    public record Holding(int alerts, Instant since) {

        public Holding and(Holding more) {
            return new Holding(alerts + more.alerts, since.isBefore(more.since) ? since : more.since);
        }
    }

    /** Asked as often as one likes: the same occasion has the same id, and is told once. */
    public static Optional<RequestNotification> of(Rule.Silence silence, int version, Holding holding, Instant at) {
        var creator = silence.creator();
        if (creator == null || holding.alerts() == 0) {
            return Optional.empty();
        }
        var until = silence.span().until();
        if (until != null && !at.isBefore(until.minus(SOON))) {
            return Optional.of(ask(
                    creator.value(),
                    new Notice(
                            "Your silence " + silence.word() + " ends soon",
                            "It ends at {0}. It holds back " + alerts(holding)
                                    + "; what is still open then is told.\n"
                                    + "Make it longer if the work is not done. Do nothing if it is.",
                            until,
                            "/rules"),
                    at,
                    silence.id(),
                    version,
                    until));
        }
        long days = Duration.between(holding.since(), at).toDays();
        if (days < FORGOTTEN_DAYS) {
            return Optional.empty();
        }
        return Optional.of(ask(
                creator.value(),
                new Notice(
                        "Is your silence " + silence.word() + " still right?",
                        "It has held back alerts since {0}, " + alerts(holding)
                                + " now, and nobody is told of them. Its reason: " + silence.reason()
                                + "\nEnd it if that is over.",
                        holding.since(),
                        "/rules"),
                at,
                silence.id(),
                version,
                (days - FORGOTTEN_DAYS) / AGAIN_DAYS));
    }

    private static String alerts(Holding holding) {
        return holding.alerts() == 1 ? "one alert" : holding.alerts() + " alerts";
    }

    private static RequestNotification ask(UUID person, Notice notice, Instant at, Object... occasion) {
        return RequestNotification.of(
                NotificationId.of("silence", person, occasion[0], occasion[1], occasion[2]),
                new Recipient(ChannelKind.EMAIL, person),
                "silence",
                notice,
                at);
    }
}
