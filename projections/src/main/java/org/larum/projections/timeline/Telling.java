package org.larum.projections.timeline;

import static org.larum.projections.timeline.Line.text;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertEvent;
import org.larum.domain.alert.AlertEvent.AlertAcknowledged;
import org.larum.domain.alert.AlertEvent.AlertExpired;
import org.larum.domain.alert.AlertEvent.AlertRepeated;
import org.larum.domain.alert.AlertEvent.AlertResolved;
import org.larum.domain.alert.AlertEvent.AlertWorsened;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.correlation.CorrelationEvent.ClustersConnected;
import org.larum.domain.correlation.CorrelationEvent.RootSuspected;
import org.larum.domain.directory.DirectoryEvent.Retired;
import org.larum.domain.escalation.EscalationEvent.AnswerCounted;
import org.larum.domain.escalation.EscalationEvent.EscalationExhausted;
import org.larum.domain.escalation.EscalationEvent.EscalationRaised;
import org.larum.domain.escalation.EscalationEvent.EscalationReminded;
import org.larum.domain.escalation.EscalationEvent.EscalationStarted;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.EscalationEvent.ResponderUnreached;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.escalation.EscalationEvent.StepPassed;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.escalation.EscalationEvent.TurnTaken;
import org.larum.domain.escalation.StopReason;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AcknowledgementAdded;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentNoted;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentPassedOn;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.major.MajorEvent;
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
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemPublished;
import org.larum.domain.reach.ReachEvent.WayScheduled;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Severity;
import org.larum.domain.sla.SlaEvent;
import org.larum.projections.timeline.Line.As;
import org.larum.projections.timeline.Line.Word;

/** Turns an event into the sentence that a timeline tells about it. Pure: what it must remember, it is given. */
final class Telling {

    /** A line and the incident it belongs to. */
    record Told(IncidentId incident, Line line) {}

    /** What was said before of an alert or of a message. */
    record Remembered(String text, @Nullable Recipient recipient) {}

    /** Knows what was said before. */
    interface Memory {
        Optional<Remembered> of(UUID subject);
    }

    private Telling() {}

    /** What an event leaves in memory for later sentences, by its subject; nothing for most. */
    static Map<UUID, Remembered> remembers(Event event) {
        return switch (event) {
            case AlertCorrelated e ->
                e.joining().stream()
                        .collect(Collectors.toMap(
                                one -> one.alert().value(),
                                one -> new Remembered(one.summary(), null),
                                (first, same) -> first,
                                LinkedHashMap::new));
            case NotificationRequested e -> Map.of(e.notification().value(), new Remembered("", e.recipient()));
            case IncidentOpened e -> Map.of(e.incident().value(), new Remembered("INC-" + e.number(), null));
            default -> Map.of();
        };
    }

    /** Whose memory the sentences about the event may need. */
    static Stream<UUID> needs(Event event) {
        return switch (event) {
            case AlertEvent e -> Stream.of(e.alert().value());
            case NotificationEvent e -> Stream.of(e.notification().value());
            case IncidentEvent e -> LifeTelling.needs(e);
            case MajorEvent e -> MajorTelling.needs(e);
            case SlaEvent e -> SlaTelling.needs(e);
            default -> Stream.empty();
        };
    }

    /** What the timelines tell of it: nothing, one sentence, or one in each of two incidents. */
    static List<Told> all(Event event, Memory memory) {
        return Stream.concat(of(event, memory).stream(), LifeTelling.elsewhere(event, memory).stream())
                .toList();
    }

    /** Empty for what a timeline does not tell. */
    static Optional<Told> of(Event event, Memory memory) {
        return Optional.ofNullable(
                switch (event) {
                    case AlertCorrelated e -> told(e.incident(), correlated(e));
                    case Retired e
                    when e.ending() != null ->
                        told(
                                new IncidentId(e.ending().incident()),
                                Line.of("incident", "The known issue {0} ends with it.", text(e.word()))
                                        .detail("What it held back and is still there is told"));
                    case RootSuspected e ->
                        told(
                                e.incident(),
                                Line.of(
                                                "incident",
                                                "{0} is the likely root.",
                                                new Word(
                                                        As.SERVICE,
                                                        e.root().service().toString()))
                                        .detail("It needs none of the others that have alerts, and "
                                                + count(e.victims().size(), "service") + " of them "
                                                + (e.victims().size() == 1 ? "needs" : "need") + " it"));
                    case ClustersConnected e ->
                        told(
                                e.into(),
                                Line.of(
                                                "incident",
                                                "An alert of {0} shows that this and "
                                                        + count(e.others().size(), "other incident")
                                                        + " are one fault.",
                                                new Word(As.SERVICE, e.by().toString()))
                                        .detail("The services that have alerts need each other"));
                    case AlertRepeated e ->
                        alert(
                                e.incident(),
                                e.alert().value(),
                                memory,
                                "{0}: seen {1} times",
                                text(String.valueOf(e.count())));
                    case AlertWorsened e -> worsened(e);
                    case AlertAcknowledged e -> {
                        var line = alert(e.incident(), e.alert().value(), memory, "acknowledged the alert: {0}");
                        yield line == null
                                ? null
                                : new Told(line.incident(), line.line().by(e.by()));
                    }
                    case AlertResolved e -> alert(e.incident(), e.alert().value(), memory, "The alert has ended: {0}");
                    case AlertExpired e -> {
                        var line = alert(e.incident(), e.alert().value(), memory, "The alert has expired: {0}");
                        yield line == null
                                ? null
                                : new Told(
                                        line.incident(),
                                        line.line().detail("Its sender fell silent and did not say that it is over"));
                    }
                    case IncidentOpened e ->
                        told(
                                e.incident(),
                                Line.of(
                                                "incident",
                                                "INC-{0} opened for {1}.",
                                                text(String.valueOf(e.number())),
                                                new Word(
                                                        As.SERVICE,
                                                        e.place().service().toString()))
                                        .severity(e.severity()));
                    case IncidentWorsened e ->
                        told(
                                e.incident(),
                                Line.of("incident", "It is " + word(e.to()) + " now; it was " + word(e.from()) + ".")
                                        .severity(e.to()));
                    case IncidentAcknowledged e ->
                        told(
                                e.incident(),
                                Line.of("person", "acknowledged.").by(e.by()).detail(via(e.via())));
                    case AcknowledgementAdded e ->
                        told(
                                e.incident(),
                                Line.of("person", "acknowledged too.")
                                        .by(e.by())
                                        .detail(via(e.via())));
                    case IncidentPassedOn e ->
                        told(
                                e.incident(),
                                Line.of("person", "said: not me. The next one is asked at once.")
                                        .by(e.by()));
                    case IncidentResolved e ->
                        told(
                                e.incident(),
                                e.by().kind() == Actor.Kind.SYSTEM
                                        ? Line.of("incident", "Resolved: the last alert has ended.")
                                        : Line.of("person", "resolved it.")
                                                .by(e.by())
                                                .detail(via(e.via())));
                    case IncidentReopened e ->
                        told(
                                e.incident(),
                                e.by().kind() == Actor.Kind.SYSTEM
                                        ? Line.of("incident", LifeTelling.reopened(e))
                                        : Line.of("person", "reopened it.").by(e.by()));
                    case IncidentNoted e ->
                        told(
                                e.incident(),
                                (e.text().isEmpty()
                                                ? Line.of("note", "added files.")
                                                : Line.of("note", "noted: {0}", text(e.text())))
                                        .by(e.by())
                                        .with(e.attachments()));
                    case EscalationStarted e -> told(e.incident(), started(e));
                    case StepReached e -> told(e.incident(), AskTelling.reached(e));
                    case TurnTaken e -> told(e.incident(), AskTelling.turn(e));
                    case AnswerCounted e -> told(e.incident(), AskTelling.counted(e));
                    case RespondersFound e -> maybe(e.incident(), AskTelling.found(e));
                    case ResponderUnreached e -> told(e.incident(), AskTelling.unreached(e));
                    case StepPassed e -> told(e.incident(), AskTelling.passed(e));
                    case EscalationRaised e -> told(e.incident(), AskTelling.raised(e));
                    case WayScheduled e -> maybe(e.incident(), AskTelling.quiet(e));
                    case EscalationStopped e -> told(e.incident(), Line.of("escalation", stopped(e.reason())));
                    case EscalationExhausted e ->
                        told(
                                e.incident(),
                                Line.of("escalation", "Nobody is left to ask, and nobody has answered.")
                                        .detail("The administrators are told, and again every 30 minutes"));
                    case EscalationReminded e ->
                        told(
                                e.incident(),
                                Line.of("escalation", "Still no answer. The administrators are told again."));
                    case NotificationRequested e -> null;
                    case NotificationSent e ->
                        message(
                                e.incident(),
                                e.notification().value(),
                                memory,
                                e.bundle() == null
                                        ? "{0} was sent."
                                        : "{0} was sent, as one message for "
                                                + e.bundle().size() + ".",
                                e.attempt() > 1
                                        ? "Attempt " + e.attempt() + ". " + said(e.receipt())
                                        : said(e.receipt()));
                    case NotificationHeld e ->
                        message(
                                e.incident(),
                                e.notification().value(),
                                memory,
                                "{0} is held back for " + seconds(Duration.between(e.at(), e.until())) + ".",
                                e.reason());
                    case DeliveryFailed e ->
                        message(
                                e.incident(),
                                e.notification().value(),
                                memory,
                                e.unknown() ? "{0}: nobody knows whether it arrived." : "{0} could not be sent.",
                                "Attempt " + e.attempt() + ": " + e.reason());
                    case DeliveryScheduled e ->
                        message(
                                e.incident(),
                                e.notification().value(),
                                memory,
                                "{0} is tried again in " + seconds(e.after()) + ".",
                                null);
                    case NotificationWaiting e ->
                        message(e.incident(), e.notification().value(), memory, "{0} waits in the outbox.", e.reason());
                    case NotificationGivenUp e ->
                        message(e.incident(), e.notification().value(), memory, "{0} was given up.", e.reason());
                    case ReceiptArrived e ->
                        message(
                                e.incident(),
                                e.notification().value(),
                                memory,
                                e.delivered() ? "{0} has arrived." : "{0} did not arrive.",
                                e.said());
                    case NotificationDropped e ->
                        message(e.incident(), e.notification().value(), memory, "{0} was not sent.", e.reason());
                    case IncidentEvent e -> LifeTelling.of(e, memory);
                    case MajorEvent e -> MajorTelling.of(e, memory);
                    case SlaEvent e -> SlaTelling.of(e, memory);
                    case PostmortemPublished e ->
                        told(
                                e.incident(),
                                Line.of("person", "published its review.")
                                        .by(e.by())
                                        .detail("Version " + e.version()));
                    default -> null;
                });
    }

    private static Line correlated(AlertCorrelated e) {
        var alerts = e.joining();
        var one = alerts.getFirst();
        int more = alerts.size() - 1;
        var worst = alerts.stream()
                .map(Joining::severity)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        if (e.first()) {
            return Line.of("alert", "Alert: {0}", text(one.summary()))
                    .severity(worst)
                    .detail(more == 0 ? null : "And %,d more at the same moment".formatted(more));
        }
        var sentence = more == 0
                ? "One more alert, taken in: {0}"
                : "%,d more alerts, taken in: {0} and others".formatted(alerts.size());
        return Line.of("alert", sentence, text(one.summary()))
                .severity(worst)
                .detail("Same or related service, or joined by a rule, within the window after the last one");
    }

    private static @Nullable Told maybe(IncidentId incident, @Nullable Line line) {
        return line == null ? null : told(incident, line);
    }

    static Told told(IncidentId incident, Line line) {
        return new Told(incident, line);
    }

    private static @Nullable Told alert(
            @Nullable IncidentId incident, UUID alert, Memory memory, String sentence, Word... more) {
        if (incident == null) {
            return null;
        }
        var summary = memory.of(alert).map(Remembered::text).orElse("an alert");
        var words = new Word[more.length + 1];
        words[0] = text(summary);
        System.arraycopy(more, 0, words, 1, more.length);
        return told(incident, Line.of("alert", sentence, words));
    }

    private static @Nullable Told worsened(AlertWorsened e) {
        return e.incident() == null
                ? null
                : told(
                        e.incident(),
                        Line.of("alert", "Worse than before: {0}", text(e.summary()))
                                .severity(e.to()));
    }

    private static Line started(EscalationStarted e) {
        var policy = e.policy();
        if (policy == null) {
            return Line.of("escalation", "This service has no policy: there is nobody to ask.");
        }
        int rounds = e.plan().repeat() + 1;
        return Line.of("escalation", "Policy {0} runs.", text(policy.word()))
                .detail("Version " + policy.version() + ", "
                        + count(e.plan().steps().size(), "step") + ", " + count(rounds, "round")
                        + (e.groupWait() == null
                                ? ""
                                : ". Nobody is asked for " + seconds(e.groupWait())
                                        + ": a common cause may show itself"));
    }

    private static String stopped(@Nullable StopReason reason) {
        return switch (reason) {
            case null -> "Escalation stopped. Nobody else is paged.";
            case ANSWERED, MITIGATED, SNOOZED, RESOLVED -> "Escalation stopped. Nobody else is paged.";
            case MERGED -> "Escalation stopped. The incident that it is a part of goes on by itself.";
            case SILENCED -> "Escalation stopped. Nobody else is paged while its alerts are silenced.";
            case ASKED_AGAIN -> "The run before has ended: it is asked about anew.";
            case REROUTED -> "Those who were asked so far are left alone.";
        };
    }

    private static @Nullable Told message(
            @Nullable IncidentId incident, UUID notification, Memory memory, String sentence, @Nullable String detail) {
        if (incident == null) {
            return null;
        }
        var recipient = memory.of(notification).map(Remembered::recipient);
        var to = recipient.map(found -> way(found.channel())).orElse("A message");
        var words = recipient
                .map(found -> List.of(new Word(
                        isPerson(found.channel()) ? As.PERSON : As.CHANNEL,
                        found.id().toString())))
                .orElse(List.of());
        return told(incident, new Line("message", sentence.replace("{0}", to), words, detail, null, null, null));
    }

    private static boolean isPerson(ChannelKind channel) {
        return channel != ChannelKind.WEBHOOK && channel != ChannelKind.SOURCE;
    }

    private static String way(ChannelKind channel) {
        return switch (channel) {
            case EMAIL -> "E-mail to {0}";
            case WEBHOOK -> "Webhook {0}";
            case SOURCE -> "Word to source {0}";
            case SMS -> "SMS to {0}";
            case CALL -> "Call to {0}";
            case PUSH -> "Push to {0}";
            case SLACK -> "Slack message to {0}";
        };
    }

    static @Nullable String via(@Nullable String door) {
        return door == null ? null : "By " + door;
    }

    private static @Nullable String said(@Nullable String receipt) {
        return receipt == null ? null : "The server said: " + receipt;
    }

    static String seconds(Duration wait) {
        return count((int) Math.max(1, Math.round(wait.toMillis() / 1000.0)), "second");
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
