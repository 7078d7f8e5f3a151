package org.larum.app.why;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.EventLog;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.alert.AlertEvent;
import org.larum.domain.alert.AlertEvent.AlertAcknowledged;
import org.larum.domain.alert.AlertEvent.AlertAttached;
import org.larum.domain.alert.AlertEvent.AlertExpired;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertEvent.AlertRepeated;
import org.larum.domain.alert.AlertEvent.AlertResolved;
import org.larum.domain.alert.AlertEvent.AlertWorsened;
import org.larum.domain.alert.AlertId;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.correlation.CorrelationEvent.ClustersConnected;
import org.larum.domain.correlation.CorrelationEvent.RootSuspected;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.escalation.EscalationEvent;
import org.larum.domain.escalation.EscalationEvent.EscalationStarted;
import org.larum.domain.escalation.RunId;
import org.larum.domain.incident.IncidentEvent.Hush;
import org.larum.domain.incident.IncidentEvent.IncidentHushed;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.reach.ReachEvent.ReachStopped;
import org.larum.domain.reach.ReachEvent.WayDelayed;
import org.larum.domain.reach.ReachEvent.WayFailed;
import org.larum.domain.reach.ReachEvent.WayScheduled;
import org.larum.domain.reach.ReachEvent.WayTried;
import org.larum.domain.reach.ReachId;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Refusal;
import org.larum.domain.suppression.Conditions;
import org.larum.domain.suppression.Facts;
import org.larum.domain.suppression.History;
import org.larum.domain.suppression.Screen;
import org.larum.domain.suppression.ScreeningId;
import org.larum.domain.suppression.SuppressionEvent.AlertAdmitted;
import org.larum.domain.suppression.SuppressionEvent.AlertSuppressed;
import org.larum.domain.suppression.SuppressionEvent.SuppressionLapsed;
import org.larum.domain.suppression.Suppressor;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.timeline.TimelineAnswers;
import org.larum.projections.timeline.TimelineQuery.Timeline;
import org.larum.projections.timeline.TimelineView;

/** Reads from the log why somebody was told, and why not; with the rules as they were then. Blocking. */
public final class WhyDesk {

    private static final int MOST_OPINIONS = 200;
    private static final int MOST_ENTRIES = 1000;

    private final EventLog log;
    private final RuleBook rules;
    private final Conditions conditions;
    private final Names names;
    private final TimelineAnswers timelines;

    public WhyDesk(EventLog log, RuleBook rules, Conditions conditions, Names names, TimelineAnswers timelines) {
        this.log = log;
        this.rules = rules;
        this.conditions = conditions;
        this.names = names;
        this.timelines = timelines;
    }

    /** From the raw request to the incident, and what silenced it there; empty when there is no such alert. */
    public List<WhyStep> alert(UUID id) {
        var steps = new ArrayList<>(passage(id));
        var alert = new AlertId(id);
        events(id).stream()
                .map(DomainEventMessage::getPayload)
                .filter(AlertAttached.class::isInstance)
                .map(e -> ((AlertAttached) e).incident())
                .distinct()
                .flatMap(incident -> hushes(incident).stream())
                .forEach(e -> e.reasons().stream()
                        .filter(hush -> hush.alerts().contains(alert))
                        .forEach(hush -> steps.add(silenced(e, hush))));
        steps.sort(Comparator.comparing(WhyStep::at));
        return steps;
    }

    private static WhyStep silenced(IncidentHushed e, Hush hush) {
        return new WhyStep(
                e.at(),
                "silenced",
                hush.word(),
                hush.version(),
                "The " + hush.kind() + " silences it in its incident, as all its other alerts are: nobody is asked"
                        + (hush.until() == null ? ". " : " until " + hush.until() + ". ") + hush.reason());
    }

    private List<WhyStep> passage(UUID id) {
        var steps = new ArrayList<WhyStep>();
        var events = events(id);
        for (var message : events) {
            if (message.getPayload() instanceof AlertEvent event) {
                steps.addAll(tell(event, message, events));
            }
        }
        for (var message : events(ScreeningId.of(new AlertId(id)).value())) {
            switch (message.getPayload()) {
                case AlertSuppressed e ->
                    steps.add(step(
                            e.at(),
                            "suppressed",
                            e.by(),
                            e.by().reason()
                                    + (e.until() == null ? "" : " It is looked at again at " + e.until() + ".")));
                case AlertAdmitted e ->
                    steps.add(step(
                            e.at(),
                            "admitted",
                            e.before(),
                            "Nothing holds it back any more, and the fault is still there."));
                case SuppressionLapsed e ->
                    steps.add(step(
                            e.at(), "lapsed", e.before(), "The alert ended while it was held back: nobody was told."));
                default -> {}
            }
        }
        steps.sort(Comparator.comparing(WhyStep::at));
        return steps;
    }

    private static WhyStep step(Instant at, String decision, Suppressor by, String because) {
        return new WhyStep(at, decision, by.word(), by.version(), because);
    }

    private List<WhyStep> tell(
            AlertEvent event, DomainEventMessage<?> message, List<? extends DomainEventMessage<?>> all) {
        return switch (event) {
            case AlertRaised e -> raised(e, message, all);
            case AlertRepeated e ->
                List.of(WhyStep.of(
                        e.at(),
                        "folded",
                        "The same key was open: it is the same alert, detected " + e.count() + " times by then."));
            case AlertWorsened e ->
                List.of(WhyStep.of(
                        e.at(),
                        "worsened",
                        "A detection said " + Facts.word(e.to()) + "; before it was " + Facts.word(e.from()) + "."));
            case AlertAttached e -> correlated(e, all);
            case AlertAcknowledged e ->
                List.of(WhyStep.of(e.at(), "acknowledged", "Its sender or a person says that somebody has it."));
            case AlertResolved e ->
                List.of(WhyStep.of(e.at(), "resolved", "Its sender or a person says that it is over."));
            case AlertExpired e ->
                List.of(WhyStep.of(
                        e.at(),
                        "expired",
                        "Its sender said it would hold until " + e.endsAt() + ", and then said nothing more."));
        };
    }

    private List<WhyStep> raised(
            AlertRaised e, DomainEventMessage<?> message, List<? extends DomainEventMessage<?>> all) {
        var steps = new ArrayList<WhyStep>();
        var source = e.source();
        var sender = names.integration(source.integration().value()).name();
        steps.add(WhyStep.of(
                e.at(),
                "received",
                sender + " sent it as \"" + source.key() + "\""
                        + (source.raw() == null ? "." : "; the request is kept as " + source.raw() + ".")));
        steps.add(WhyStep.of(
                e.at(),
                "raised",
                source.cycle() == 1
                        ? "This key was never seen before: it is a new alert."
                        : "The alert of before with this key had ended: it is a new one, the " + source.cycle()
                                + ". of the key."));
        long index = log.indexOf(message);
        var directory = rules.asOf(index);
        steps.addAll(opinions(e, all, directory));
        return steps;
    }

    /** What each rule said at that moment, in the version of then. */
    private List<WhyStep> opinions(AlertRaised e, List<? extends DomainEventMessage<?>> all, Directory directory) {
        var raised = all.stream()
                .map(DomainEventMessage::getPayload)
                .filter(AlertRaised.class::isInstance)
                .map(AlertEvent.class::cast)
                .toList();
        var candidate = History.of(raised).candidate(directory, Optional.empty());
        var opinions = new Screen(directory, conditions).opinions(candidate, e.at());
        if (opinions.isEmpty()) {
            return List.of(WhyStep.of(e.at(), "screened", "No rule about noise was in force."));
        }
        return opinions.stream()
                .limit(MOST_OPINIONS)
                .map(one -> new WhyStep(
                        e.at(), "screened", one.word(), one.version(), "The rule was asked: " + one.says() + "."))
                .toList();
    }

    private List<WhyStep> correlated(AlertAttached e, List<? extends DomainEventMessage<?>> all) {
        var opened = opened(e.incident());
        if (opened == null) {
            return List.of();
        }
        var joined = events(opened.group()).stream()
                .filter(message -> message.getPayload() instanceof AlertCorrelated one
                        && one.incident().equals(e.incident())
                        && one.joining().stream()
                                .anyMatch(alert -> alert.alert().equals(e.alert())))
                .findFirst();
        if (joined.isEmpty()) {
            return List.of(WhyStep.of(e.at(), "moved", "A person moved it to INC-" + opened.number() + "."));
        }
        var event = (AlertCorrelated) joined.get().getPayload();
        var rule = rule(all, log.indexOf(joined.get()));
        var together = rule == null
                ? "No incident of its service, or of one that needs it or that it needs,"
                : "No incident of the rule's values";
        var because = event.first()
                ? together + " was open within the window: it opened INC-" + opened.number() + "."
                : "It came within the window of INC-" + opened.number() + ", "
                        + (rule == null ? "of the same or a related service" : "with the same values") + ": it joined.";
        return List.of(new WhyStep(
                event.at(),
                "correlated",
                rule == null ? null : rule.word(),
                rule == null ? null : rules.asOf(log.indexOf(joined.get())).version(rule.id()),
                because + beside(event)));
    }

    /** Why nobody was asked at once. */
    private String beside(AlertCorrelated event) {
        var beside = event.beside();
        var other = beside == null ? null : opened(beside.incident());
        return beside == null || other == null
                ? ""
                : " INC-" + other.number() + " had opened a moment before, and both need " + name(beside.need())
                        + ": nobody was asked yet, in case that is the cause of both.";
    }

    private Rule.@Nullable Correlation rule(List<? extends DomainEventMessage<?>> all, long index) {
        var directory = rules.asOf(index);
        return all.stream()
                .map(DomainEventMessage::getPayload)
                .filter(AlertRaised.class::isInstance)
                .map(AlertRaised.class::cast)
                .findFirst()
                .map(e -> Facts.of(e.place(), e.severity(), e.summary(), e.labels(), directory))
                .flatMap(facts -> directory.rules(Rule.Correlation.class).stream()
                        .filter(one -> conditions.ask(one.when(), facts).isMet())
                        .findFirst())
                .orElse(null);
    }

    /** From the alert that opened it to the last message, in the order of time; empty when there is no such incident. */
    public List<WhyStep> incident(UUID id) {
        var incident = new IncidentId(id);
        var opened = opened(incident);
        if (opened == null) {
            return List.of();
        }
        var steps = new ArrayList<>(passage(opened.first().value()));
        for (var message : events(opened.group())) {
            switch (message.getPayload()) {
                case RootSuspected e
                when e.incident().equals(incident) ->
                    steps.add(WhyStep.of(
                            e.at(),
                            "root named",
                            name(e.root().service()) + " needs none of the others that have alerts, and "
                                    + e.victims().size() + " of them need it."));
                case ClustersConnected e
                when e.into().equals(incident) || e.others().contains(incident) ->
                    steps.add(WhyStep.of(
                            e.at(),
                            "connected",
                            "An alert of " + name(e.by()) + " belongs to "
                                    + (e.others().size() + 1) + " incidents at once: they are one fault."));
                default -> {}
            }
        }
        for (var entry : timelines
                .answer(new Timeline(id, Set.of(), new Asked(MOST_ENTRIES, null)))
                .items()) {
            if (!entry.event().startsWith("alert.") && !entry.event().startsWith("correlation.")) {
                steps.add(step(entry, incident));
            }
        }
        hushes(incident).forEach(e -> e.reasons().forEach(hush -> steps.add(asked(e, hush))));
        steps.sort(Comparator.comparing(WhyStep::at));
        return steps;
    }

    /** Why a person was asked about an incident, or was not, and how they were told; empty when there is no such incident. */
    public List<WhyStep> person(UUID id, PersonId person) {
        if (rules.latest(person.value()).isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "no_such_person",
                    "There is nobody of this word. GET /api/people lists them.");
        }
        var incident = new IncidentId(id);
        var opened = opened(incident);
        if (opened == null) {
            return List.of();
        }
        var steps = new ArrayList<WhyStep>();
        for (int number = 1; ; number++) {
            var run = RunId.of(incident, number);
            var events = events(run.value());
            if (events.isEmpty()) {
                break;
            }
            steps.addAll(new AskedOrNot(person, rules::asOf, names)
                    .of(events.stream()
                            .map(message ->
                                    new AskedOrNot.Logged((EscalationEvent) message.getPayload(), log.indexOf(message)))
                            .toList()));
            events(ReachId.of(run, person).value()).forEach(message -> told(message.getPayload(), steps));
        }
        if (steps.isEmpty()) {
            steps.add(WhyStep.of(opened.at(), "not asked", "Nobody has been asked yet, or no step means them."));
        }
        steps.sort(Comparator.comparing(WhyStep::at));
        return steps;
    }

    private static void told(Object event, List<WhyStep> steps) {
        switch (event) {
            case WayTried e ->
                steps.add(WhyStep.of(e.at(), "told", "By " + way(e.channel()) + ", try " + e.nth() + "."));
            case WayScheduled e ->
                steps.add(WhyStep.of(
                        e.at(),
                        e.quiet() ? "left alone" : "next way set",
                        (e.quiet()
                                        ? "Their quiet hours, their own word or the step hold it back until "
                                        : "The next way is gone at ")
                                + e.due() + "."));
            case WayDelayed e ->
                steps.add(WhyStep.of(e.at(), "delayed", "By " + way(e.channel()) + ": it is tried again."));
            case WayFailed e -> steps.add(WhyStep.of(e.at(), "not reached", "By " + way(e.channel()) + ": it failed."));
            case ReachStopped e -> steps.add(WhyStep.of(e.at(), "left alone", "Nobody need be asked any more."));
            default -> {}
        }
    }

    private static String way(ChannelKind channel) {
        return switch (channel) {
            case EMAIL -> "e-mail";
            case SMS -> "SMS";
            case CALL -> "call";
            case PUSH -> "push";
            case SLACK -> "Slack";
            case WEBHOOK -> "webhook";
            case SOURCE -> "source";
        };
    }

    private List<IncidentHushed> hushes(IncidentId incident) {
        return events(incident.value()).stream()
                .map(DomainEventMessage::getPayload)
                .filter(IncidentHushed.class::isInstance)
                .map(IncidentHushed.class::cast)
                .toList();
    }

    private static WhyStep asked(IncidentHushed e, Hush hush) {
        return new WhyStep(
                e.at(),
                "silenced",
                hush.word(),
                hush.version(),
                "The " + hush.kind() + " was asked: it silences "
                        + hush.alerts().size() + " of its alerts"
                        + (hush.until() == null ? ". " : " until " + hush.until() + ". ") + hush.reason());
    }

    private WhyStep step(TimelineView entry, IncidentId incident) {
        var name = entry.actor() == null ? "" : entry.actor().name() + " ";
        var actor = entry.sentence().startsWith(name) ? "" : name;
        var detail = entry.detail() == null
                ? ""
                : " " + entry.detail() + (entry.detail().endsWith(".") ? "" : ".");
        var pinned = entry.event().equals("escalation.EscalationStarted") ? pinned(entry, incident) : null;
        return new WhyStep(
                entry.at(),
                entry.event().substring(entry.event().indexOf('.') + 1),
                pinned == null || pinned.policy() == null
                        ? null
                        : pinned.policy().word(),
                pinned == null || pinned.policy() == null
                        ? null
                        : pinned.policy().version(),
                actor + entry.sentence() + detail);
    }

    /** The run that the entry tells of. */
    private @Nullable EscalationStarted pinned(TimelineView entry, IncidentId incident) {
        for (int run = 1; ; run++) {
            var events = events(RunId.of(incident, run).value());
            if (events.isEmpty()) {
                return null;
            }
            for (var message : events) {
                if (message.getPayload() instanceof EscalationStarted e && e.at().equals(entry.at())) {
                    return e;
                }
            }
        }
    }

    private String name(ServiceId service) {
        return names.service(service.value()).name();
    }

    private @Nullable IncidentOpened opened(IncidentId incident) {
        return events(incident.value()).stream()
                .map(DomainEventMessage::getPayload)
                .filter(IncidentOpened.class::isInstance)
                .map(IncidentOpened.class::cast)
                .findFirst()
                .orElse(null);
    }

    private List<DomainEventMessage<?>> events(UUID aggregate) {
        var found = new ArrayList<DomainEventMessage<?>>();
        log.readEvents(aggregate.toString(), 0).forEachRemaining(found::add);
        return found;
    }
}
