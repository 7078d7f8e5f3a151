package org.larum.app.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.simulation.Line.Told;
import org.larum.app.simulation.Line.What;
import org.larum.app.simulation.Outcome.End;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.escalation.EscalationEvent.EscalationExhausted;
import org.larum.domain.escalation.EscalationEvent.EscalationReminded;
import org.larum.domain.escalation.EscalationEvent.EscalationStarted;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.escalation.StopReason;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.major.MajorEvent.MajorIncidentDeclared;
import org.larum.domain.notification.NotificationEvent.DeliveryFailed;
import org.larum.domain.notification.NotificationEvent.NotificationDropped;
import org.larum.domain.notification.NotificationEvent.NotificationGivenUp;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationEvent.NotificationSent;
import org.larum.domain.notification.NotificationEvent.NotificationWaiting;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Event;
import org.larum.domain.suppression.SuppressionEvent.AlertAdmitted;
import org.larum.domain.suppression.SuppressionEvent.AlertSuppressed;
import org.larum.domain.suppression.SuppressionEvent.SuppressionLapsed;
import org.larum.domain.suppression.Suppressor;

/** Tells what is heard, in lines, and knows when it is over. */
final class Chronicle {

    private final Directory organisation;
    private final Instant begin;
    private final boolean tellsLines;
    private final List<Line> lines = new ArrayList<>();
    private final Map<NotificationId, NotificationRequested> requested = new HashMap<>();
    private final Map<UUID, EscalationStarted> runs = new HashMap<>();
    private final Map<Step, StepReached> steps = new HashMap<>();
    private final Map<Step, RespondersFound> found = new HashMap<>();
    private final Because because;

    private @Nullable IncidentId incident;
    private Outcome.@Nullable Policy policy;
    private @Nullable Duration reached;
    private @Nullable Duration answered;
    private @Nullable Duration exhausted;
    private boolean isReminded;

    private record Step(UUID run, int round, int step) {}

    /** @param tellsLines without them only what can be asserted is known, in less time */
    Chronicle(Directory organisation, Instant begin, boolean tellsLines) {
        this.organisation = organisation;
        this.begin = begin;
        this.tellsLines = tellsLines;
        this.because = new Because(organisation);
    }

    /** The incident that the detection led to; null while there is none. */
    @Nullable
    IncidentId incident() {
        return incident;
    }

    @Nullable
    Duration reached() {
        return reached;
    }

    @Nullable
    Duration answered() {
        return answered;
    }

    boolean isOver() {
        return answered != null || isReminded;
    }

    End end() {
        return answered != null ? End.ANSWERED : End.EXHAUSTED;
    }

    Outcome outcome(End end) {
        return new Outcome(begin, end, reached, answered, exhausted, policy, List.copyOf(lines));
    }

    /** Somebody was asked, or told that nobody answers. */
    boolean wantsAnswer(NotificationRequested e) {
        return isPageOfPerson(e) || e.kind() == NotificationKind.UNANSWERED;
    }

    private Duration after(Instant at) {
        return Duration.between(begin, at);
    }

    void on(Event event) {
        know(event);
        if (tellsLines) {
            tell(event);
        }
    }

    private void know(Event event) {
        switch (event) {
            case IncidentOpened e -> incident = incident == null ? e.incident() : incident;
            case IncidentAcknowledged e -> answered = answered == null ? after(e.at()) : answered;
            case EscalationStarted e -> {
                runs.put(e.run().value(), e);
                var pinned = e.policy();
                if (policy == null && pinned != null) {
                    policy = new Outcome.Policy(pinned.word(), pinned.version());
                }
            }
            case StepReached e ->
                steps.put(
                        new Step(
                                e.run().value(),
                                e.position().round(),
                                e.position().step()),
                        e);
            case RespondersFound e ->
                found.put(
                        new Step(
                                e.run().value(),
                                e.position().round(),
                                e.position().step()),
                        e);
            case EscalationExhausted e -> exhausted = exhausted == null ? after(e.at()) : exhausted;
            case EscalationReminded e -> isReminded = true;
            case NotificationRequested e -> requested.put(e.notification(), e);
            case NotificationSent e -> {
                var request = requested.get(e.notification());
                if (reached == null && request != null && isPageOfPerson(request)) {
                    reached = after(e.at());
                }
            }
            default -> {}
        }
    }

    private static boolean isPageOfPerson(NotificationRequested e) {
        return e.kind() == NotificationKind.PAGE && e.recipient().channel() != ChannelKind.WEBHOOK;
    }

    private void tell(Event event) {
        switch (event) {
            case AlertRaised e ->
                line(
                        e.at(),
                        What.RAISED,
                        "It is filed under service " + service(e.place().service()) + ".");
            case AlertSuppressed e -> line(e.at(), What.HELD, held(e));
            case AlertAdmitted e ->
                line(e.at(), What.RELEASED, "Nothing holds it back any more: before, " + rule(e.before()) + " did.");
            case SuppressionLapsed e -> line(e.at(), What.STOPPED, "It ended while it was held back.");
            case IncidentOpened e ->
                line(
                        e.at(),
                        What.OPENED,
                        "An incident of severity " + word(e.severity()) + " is opened for service "
                                + service(e.place().service()) + ".");
            case IncidentWorsened e ->
                line(e.at(), What.WORSENED, "It is " + word(e.to()) + " now, and was " + word(e.from()) + ".");
            case IncidentRerouted e ->
                line(
                        e.at(),
                        What.REROUTED,
                        "Service " + service(e.to().service())
                                + " is the likely root: whoever answers for it is asked.");
            case MajorIncidentDeclared e -> line(e.at(), What.MAJOR, "It is declared a major incident.");
            case IncidentAcknowledged e -> answered(e);
            case EscalationStarted e -> line(e.at(), What.STARTED, because.started(e));
            case StepReached e -> asked(e);
            case EscalationExhausted e ->
                line(e.at(), What.EXHAUSTED, because.exhausted(runs.get(e.run().value())));
            case EscalationReminded e ->
                line(e.at(), What.REMINDED, "Still nobody has answered: the administrators are told again.");
            case EscalationStopped e
            when e.reason() != StopReason.ANSWERED && e.reason() != null ->
                line(e.at(), What.STOPPED, "Nobody is asked any more: " + word(e.reason()) + ".");
            case NotificationSent e -> told(e.notification(), Told.ACCEPTED, null, e.at());
            case DeliveryFailed e ->
                told(e.notification(), Told.FAILED, "Attempt " + e.attempt() + ": " + e.reason(), e.at());
            case NotificationGivenUp e -> told(e.notification(), Told.GIVEN_UP, e.reason(), e.at());
            case NotificationWaiting e -> told(e.notification(), Told.WAITING, e.reason(), e.at());
            case NotificationDropped e -> told(e.notification(), Told.NOT_WANTED, e.reason(), e.at());
            default -> {}
        }
    }

    private String held(AlertSuppressed e) {
        var until = e.until();
        return "Held back by " + rule(e.by()) + (until == null ? "." : ", until " + until + " at least.");
    }

    private static String rule(Suppressor by) {
        return by.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " \"" + by.word() + "\" (version "
                + by.version() + ")";
    }

    private void answered(IncidentAcknowledged e) {
        lines.add(new Line(
                e.at(),
                after(e.at()),
                What.ANSWERED,
                person(e.by()),
                null,
                null,
                null,
                null,
                null,
                null,
                "It is assumed that this person answers so long after being told."));
    }

    private @Nullable String person(Actor by) {
        return by.kind() == Actor.Kind.PERSON && by.id() != null
                ? because.person(new PersonId(UUID.fromString(by.id())))
                : null;
    }

    private void asked(StepReached e) {
        boolean isNobody = because.isNobody(e);
        lines.add(new Line(
                e.at(),
                after(e.at()),
                What.ASKED,
                null,
                null,
                null,
                e.position().step() + 1,
                e.position().round() + 1,
                isNobody ? Told.NOBODY : null,
                isNobody ? because.whyNobody(e) : null,
                because.asked(e, runs.get(e.run().value()))));
    }

    private void told(NotificationId id, Told outcome, @Nullable String said, Instant at) {
        var request = requested.get(id);
        if (request == null) {
            return;
        }
        var recipient = request.recipient();
        boolean isWebhook = recipient.channel() == ChannelKind.WEBHOOK;
        boolean isPage = request.kind() == NotificationKind.PAGE;
        lines.add(new Line(
                at,
                after(at),
                What.TOLD,
                isWebhook ? null : because.person(new PersonId(recipient.id())),
                isWebhook ? webhook(recipient) : null,
                word(recipient.channel()),
                isPage ? request.occasion().step() + 1 : null,
                isPage ? request.occasion().round() + 1 : null,
                outcome,
                said,
                why(request)));
    }

    private String why(NotificationRequested e) {
        var run = e.run();
        return switch (e.kind()) {
            case PAGE -> {
                var step = run == null
                        ? null
                        : new Step(run, e.occasion().round(), e.occasion().step());
                yield step == null
                        ? "An answer is wanted."
                        : because.paged(e, steps.get(step), found.get(step), runs.get(run));
            }
            case UNANSWERED -> "Nobody has answered, and this is an administrator.";
            case UPDATE -> "The incident took a turn: " + e.occasion().turn() + ".";
            case HOLDER -> "It concerns whoever has it: " + e.occasion().turn() + ".";
            case NOTICE -> "For information: " + e.occasion().turn() + ".";
        };
    }

    private String webhook(Recipient recipient) {
        return organisation.webhooks().stream()
                .filter(webhook -> webhook.id().value().equals(recipient.id()))
                .map(Definition.Webhook::word)
                .collect(Collectors.joining());
    }

    private String service(ServiceId id) {
        return organisation.service(id).map(Definition.Service::word).orElseGet(id::toString);
    }

    private void line(Instant at, What what, String why) {
        lines.add(new Line(at, after(at), what, null, null, null, null, null, null, null, why));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
