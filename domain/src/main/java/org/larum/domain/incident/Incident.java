package org.larum.domain.incident;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.larum.domain.alert.AlertId;
import org.larum.domain.incident.IncidentCommand.AcknowledgeIncident;
import org.larum.domain.incident.IncidentCommand.HoldAlert;
import org.larum.domain.incident.IncidentCommand.JoinIncident;
import org.larum.domain.incident.IncidentCommand.NoteIncident;
import org.larum.domain.incident.IncidentCommand.OpenIncident;
import org.larum.domain.incident.IncidentCommand.PassIncidentOn;
import org.larum.domain.incident.IncidentCommand.ReopenIncident;
import org.larum.domain.incident.IncidentCommand.ResolveIncident;
import org.larum.domain.incident.IncidentCommand.SettleAlert;
import org.larum.domain.incident.IncidentCommand.WorsenIncident;
import org.larum.domain.incident.IncidentEvent.AlertHeld;
import org.larum.domain.incident.IncidentEvent.AlertSettled;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.AlertsTurnedAway;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentNoted;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentPassedOn;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Severity;

/** What people work on together, from the first alert until somebody or the last alert ends it. */
public final class Incident {

    @AggregateIdentifier
    private IncidentId id;

    private UUID group;
    private Place place;
    private IncidentState state;
    private Severity severity;
    private int run;

    /** The alerts that have not ended, and whether each is held. */
    private final Map<AlertId, Boolean> open = new LinkedHashMap<>();

    private final Set<AlertId> known = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    Incident() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(OpenIncident c) {
        if (id != null) {
            return;
        }
        apply(new IncidentOpened(
                c.incident(), c.number(), c.group(), c.place(), c.severity(), c.title(), c.first(), c.at()));
    }

    @CommandHandler
    public void decide(JoinIncident c) {
        var seen = new HashSet<AlertId>();
        var joining = c.alerts().stream()
                .filter(one -> !known.contains(one.alert()) && seen.add(one.alert()))
                .toList();
        if (joining.isEmpty()) {
            return;
        }
        if (state == IncidentState.RESOLVED) {
            // They were on their way while the incident ended: they must not join something that nobody looks at.
            apply(new AlertsTurnedAway(id, group, joining, c.at()));
            return;
        }
        apply(new AlertsJoined(id, joining.stream().map(Joining::alert).toList(), c.at()));
        joining.stream()
                .map(Joining::severity)
                .min(Comparator.naturalOrder())
                .ifPresent(worst -> worsen(worst, c.at()));
    }

    @CommandHandler
    public void decide(WorsenIncident c) {
        worsen(c.severity(), c.at());
    }

    private void worsen(Severity to, Instant at) {
        if (state != IncidentState.RESOLVED && to.isWorseThan(severity)) {
            apply(new IncidentWorsened(id, severity, to, at));
        }
    }

    @CommandHandler
    public void decide(HoldAlert c) {
        if (!Boolean.FALSE.equals(open.get(c.alert()))) {
            return;
        }
        apply(new AlertHeld(id, c.alert(), c.at()));
        if (state == IncidentState.TRIGGERED && !open.containsValue(false)) {
            apply(new IncidentAcknowledged(id, run, c.by(), "its alerts", c.at()));
        }
    }

    @CommandHandler
    public void decide(SettleAlert c) {
        if (!open.containsKey(c.alert())) {
            return;
        }
        apply(new AlertSettled(id, c.alert(), c.at()));
        if (open.isEmpty() && state != IncidentState.RESOLVED) {
            apply(new IncidentResolved(id, group, run, Actor.LARUM, null, List.of(), c.at()));
        }
    }

    @CommandHandler
    public void decide(AcknowledgeIncident c) {
        refuseIfResolved();
        if (state == IncidentState.TRIGGERED) {
            apply(new IncidentAcknowledged(id, run, c.by(), c.via(), c.at()));
        }
    }

    @CommandHandler
    public void decide(PassIncidentOn c) {
        refuseIfResolved();
        if (state == IncidentState.TRIGGERED) {
            apply(new IncidentPassedOn(id, run, c.by(), c.at()));
        }
    }

    @CommandHandler
    public void decide(ResolveIncident c) {
        if (state != IncidentState.RESOLVED) {
            apply(new IncidentResolved(id, group, run, c.by(), c.via(), List.copyOf(open.keySet()), c.at()));
        }
    }

    @CommandHandler
    public void decide(ReopenIncident c) {
        if (state == IncidentState.RESOLVED) {
            apply(new IncidentReopened(id, run + 1, place, c.by(), c.at()));
        }
    }

    @CommandHandler
    public void decide(NoteIncident c) {
        apply(new IncidentNoted(id, c.note(), c.by(), c.text(), c.at()));
    }

    private void refuseIfResolved() {
        if (state == IncidentState.RESOLVED) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "already_resolved",
                    "This incident is resolved, so nobody is being paged for it. Reopen it if the fault is back.");
        }
    }

    @EventSourcingHandler
    void evolve(IncidentOpened e) {
        id = e.incident();
        group = e.group();
        place = e.place();
        state = IncidentState.TRIGGERED;
        severity = e.severity();
        run = 1;
        open.put(e.first(), false);
        known.add(e.first());
    }

    @EventSourcingHandler
    void evolve(AlertsJoined e) {
        e.alerts().forEach(alert -> {
            open.put(alert, false);
            known.add(alert);
        });
    }

    @EventSourcingHandler
    void evolve(AlertsTurnedAway e) {
        e.alerts().forEach(one -> known.add(one.alert()));
    }

    @EventSourcingHandler
    void evolve(IncidentWorsened e) {
        severity = e.to();
    }

    @EventSourcingHandler
    void evolve(AlertHeld e) {
        open.put(e.alert(), true);
    }

    @EventSourcingHandler
    void evolve(AlertSettled e) {
        open.remove(e.alert());
    }

    @EventSourcingHandler
    void evolve(IncidentAcknowledged e) {
        state = IncidentState.ACKNOWLEDGED;
    }

    @EventSourcingHandler
    void evolve(IncidentResolved e) {
        state = IncidentState.RESOLVED;
        open.clear();
    }

    @EventSourcingHandler
    void evolve(IncidentReopened e) {
        state = IncidentState.TRIGGERED;
        run = e.run();
    }
}
