package org.larum.projections.timeline;

import static org.larum.projections.timeline.Line.text;
import static org.larum.projections.timeline.Telling.told;
import static org.larum.projections.timeline.Telling.via;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.EscalationCause;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AcknowledgementExpired;
import org.larum.domain.incident.IncidentEvent.AcknowledgementRenewed;
import org.larum.domain.incident.IncidentEvent.AcknowledgementWithdrawn;
import org.larum.domain.incident.IncidentEvent.AlertsForwarded;
import org.larum.domain.incident.IncidentEvent.AlertsMovedIn;
import org.larum.domain.incident.IncidentEvent.AlertsMovedOut;
import org.larum.domain.incident.IncidentEvent.HelpCalled;
import org.larum.domain.incident.IncidentEvent.Hush;
import org.larum.domain.incident.IncidentEvent.HushEnd;
import org.larum.domain.incident.IncidentEvent.HushEnded;
import org.larum.domain.incident.IncidentEvent.ImpactStartCorrected;
import org.larum.domain.incident.IncidentEvent.IncidentAssigned;
import org.larum.domain.incident.IncidentEvent.IncidentEscalated;
import org.larum.domain.incident.IncidentEvent.IncidentHandedOver;
import org.larum.domain.incident.IncidentEvent.IncidentHushed;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentMitigated;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.IncidentSnoozed;
import org.larum.domain.incident.IncidentEvent.IncidentSplit;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.MergeSuggested;
import org.larum.domain.incident.IncidentEvent.PriorityOverridden;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentEvent.SeverityChanged;
import org.larum.domain.incident.IncidentEvent.SnoozeEnded;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.incident.IncidentState;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;
import org.larum.projections.timeline.Line.As;
import org.larum.projections.timeline.Line.Word;
import org.larum.projections.timeline.Telling.Memory;
import org.larum.projections.timeline.Telling.Remembered;
import org.larum.projections.timeline.Telling.Told;

/** The sentences about an incident's life between its opening and its end. Pure. */
final class LifeTelling {

    /** In everybody's time; whoever reads it in the web app sees the moment of the entry in their own. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEE yyyy-MM-dd HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private LifeTelling() {}

    /** The other incidents that are named. */
    static Stream<UUID> needs(IncidentEvent event) {
        return switch (event) {
            case IncidentMerged e -> Stream.of(e.incident().value(), e.into().value());
            case MergeSuggested e -> Stream.of(e.into().value());
            case IncidentUnmerged e -> Stream.of(e.incident().value(), e.from().value());
            case IncidentSplit e -> Stream.of(e.incident().value());
            case AlertsMovedOut e -> Stream.of(e.to().value());
            case AlertsMovedIn e -> Stream.of(e.from().value());
            case AlertsForwarded e -> Stream.of(e.to().value());
            default -> Stream.empty();
        };
    }

    static @Nullable Told of(IncidentEvent event, Memory memory) {
        return switch (event) {
            case IncidentRerouted e -> rerouted(e);
            case AcknowledgementRenewed e -> by(e, e.by(), "still holds it.");
            case AcknowledgementExpired e -> expired(e);
            case AcknowledgementWithdrawn e ->
                by(e, e.by(), "took the acknowledgement back. The escalation begins anew.");
            case IncidentEscalated e -> escalated(e, e.cause(), e.by(), e.reason(), "The next one is asked at once.");
            case HelpCalled e -> escalated(e, e.cause(), e.by(), e.reason(), "Those above the first step are asked.");
            case IncidentAssigned e -> assigned(e);
            case IncidentHandedOver e ->
                told(
                        e.incident(),
                        Line.of("person", "handed it over to {0}.", person(e.to()))
                                .by(Actor.person(e.from()))
                                .detail(e.note()));
            case IncidentMitigated e ->
                told(
                        e.incident(),
                        Line.of("person", "mitigated it: the symptoms are gone, the work goes on.")
                                .by(e.by())
                                .detail(via(e.via())));
            case IncidentSnoozed e -> by(e, e.by(), "snoozed it until " + moment(e.until()) + ".", e.reason());
            case SnoozeEnded e -> awake(e);
            case IncidentHushed e -> hushed(e);
            case HushEnded e -> loud(e);
            case SeverityChanged e ->
                told(
                        e.incident(),
                        Line.of(
                                        "person",
                                        "changed the severity from " + Telling.word(e.from()) + " to "
                                                + Telling.word(e.to()) + ".")
                                .by(e.by())
                                .detail(e.reason())
                                .severity(e.to()));
            case PriorityOverridden e ->
                by(
                        e,
                        e.by(),
                        e.to() == null ? "left the priority to Larum again." : "set the priority to " + e.to() + ".",
                        e.reason());
            case ImpactStartCorrected e ->
                by(e, e.by(), "noted that users felt it since " + moment(e.began()) + ".", e.reason());
            case ResolutionWithdrawn e -> by(e, e.by(), "took the end back." + begins(e.state()));
            case IncidentMerged e ->
                by(e, e.by(), "merged it into {0}. It is answered there now.", null, other(e.into(), memory));
            case MergeSuggested e ->
                told(
                        e.incident(),
                        Line.of("incident", "This looks like a part of {0}.", other(e.into(), memory))
                                .detail("Somebody holds it, so people decide whether they are merged"));
            case IncidentUnmerged e ->
                by(e, e.by(), "took it out of {0} again." + begins(e.state()), null, other(e.from(), memory));
            case IncidentSplit e ->
                by(e, e.by(), "split " + alerts(e.alerts().size()) + " off into {0}.", null, text("INC-" + e.number()));
            case AlertsMovedOut e ->
                by(e, e.by(), "moved " + alerts(e.alerts().size()) + " to {0}.", null, other(e.to(), memory));
            case AlertsMovedIn e ->
                by(e, e.by(), "moved " + alerts(e.alerts().size()) + " here from {0}.", null, other(e.from(), memory));
            case AlertsForwarded e ->
                told(
                        e.incident(),
                        Line.of(
                                "alert",
                                alerts(e.alerts().size()) + " more, which joined {0}.",
                                other(e.to(), memory)));
            default -> null;
        };
    }

    private static Told escalated(
            IncidentEvent e, EscalationCause cause, Actor by, @Nullable String reason, String then) {
        return switch (cause) {
            case SEVERAL_SERVICES -> told(e.incident(), Line.of("incident", "It hits several services. " + then));
            case CUSTOMER -> by(e, by, "said that a customer has complained. " + then, reason);
            case BY_HAND -> by(e, by, "escalated it. " + then, reason);
        };
    }

    private static Told rerouted(IncidentRerouted e) {
        var service = new Line.Word(As.SERVICE, e.to().service().toString());
        return e.asks()
                ? told(
                        e.incident(),
                        Line.of("escalation", "Whoever answers for {0} is asked instead.", service)
                                .detail("It is the likely root, and its policy is another one"))
                : told(
                        e.incident(),
                        Line.of("escalation", "Whoever answers for {0} is asked if this is let go.", service)
                                .detail("It is the likely root, and its policy is another one. "
                                        + "Whoever holds it is left in peace"));
    }

    /** The sentence in the other incident that took part. */
    static Optional<Told> elsewhere(Event event, Memory memory) {
        return Optional.ofNullable(
                switch (event) {
                    case IncidentMerged e ->
                        new Told(e.into(), line(e.by(), "merged {0} into this one.", other(e.incident(), memory)));
                    case IncidentUnmerged e ->
                        new Told(e.from(), line(e.by(), "took {0} out again.", other(e.incident(), memory)));
                    case IncidentSplit e ->
                        new Told(e.next(), line(e.by(), "split this off from {0}.", other(e.incident(), memory)));
                    default -> null;
                });
    }

    static String reopened(IncidentReopened e) {
        return e.before() == IncidentState.MITIGATED
                ? "Reopened: it is worse than when it was mitigated."
                : "Reopened: another alert came while it was closing.";
    }

    private static Told expired(AcknowledgementExpired e) {
        return told(
                e.incident(),
                Line.of("incident", "The acknowledgement has run out. The escalation begins anew.")
                        .detail("It is good for " + minutes(e.after()) + " unless it is renewed"));
    }

    private static Told assigned(IncidentAssigned e) {
        var to = e.to();
        if (to == null) {
            return by(e, e.by(), "took the assignment back.");
        }
        return Actor.person(to).equals(e.by())
                ? by(e, e.by(), "took it.")
                : by(e, e.by(), "assigned it to {0}.", null, person(to));
    }

    private static Told awake(SnoozeEnded e) {
        return e.by().kind() == Actor.Kind.SYSTEM
                ? told(e.incident(), Line.of("incident", "The snooze is over." + begins(e.state())))
                : by(e, e.by(), "ended the snooze." + begins(e.state()));
    }

    private static Told hushed(IncidentHushed e) {
        var first = e.reasons().getFirst();
        int more = e.reasons().size() - 1;
        var others = more == 0 ? "" : more == 1 ? " and one more rule" : " and " + more + " more rules";
        return told(
                e.incident(),
                Line.of(
                                "incident",
                                "Nobody is asked any more: all its alerts are silenced by " + named(first) + " {0}"
                                        + others + " " + until(e.until()) + ".",
                                text(first.word()))
                        .detail(e.reasons().stream().map(LifeTelling::reason).collect(Collectors.joining(". "))));
    }

    private static String named(Hush hush) {
        return "the " + hush.kind();
    }

    private static String until(@Nullable Instant until) {
        return until == null ? "for as long as that is so" : "until " + moment(until);
    }

    private static String reason(Hush hush) {
        var reason = hush.reason().endsWith(".")
                ? hush.reason().substring(0, hush.reason().length() - 1)
                : hush.reason();
        return hush.word() + ", version " + hush.version() + ", "
                + alerts(hush.alerts().size()) + ": " + reason;
    }

    private static Told loud(HushEnded e) {
        var why = e.why() == HushEnd.JOINED
                ? "An alert that nothing silences has joined."
                : "Its alerts are not silenced any more.";
        return told(e.incident(), Line.of("incident", why + (e.asks() ? " The escalation begins anew." : "")));
    }

    private static String begins(IncidentState state) {
        return state == IncidentState.TRIGGERED ? " The escalation begins anew." : "";
    }

    private static Told by(IncidentEvent event, Actor actor, String sentence) {
        return by(event, actor, sentence, null);
    }

    private static Told by(IncidentEvent event, Actor actor, String sentence, @Nullable String detail, Word... words) {
        return told(event.incident(), line(actor, sentence, words).detail(detail));
    }

    private static Line line(Actor actor, String sentence, Word... words) {
        return Line.of(actor.kind() == Actor.Kind.SYSTEM ? "incident" : "person", sentence, words)
                .by(actor);
    }

    private static Word other(IncidentId incident, Memory memory) {
        return text(memory.of(incident.value()).map(Remembered::text).orElse("another incident"));
    }

    private static Word person(PersonId person) {
        return new Word(As.PERSON, person.toString());
    }

    private static String moment(Instant at) {
        return MOMENT.format(at);
    }

    private static String minutes(Duration time) {
        return time.toMinutes() + " minutes";
    }

    private static String alerts(int count) {
        return count == 1 ? "1 alert" : "%,d alerts".formatted(count);
    }
}
