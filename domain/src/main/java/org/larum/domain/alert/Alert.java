package org.larum.domain.alert;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertCommand.AcknowledgeAlert;
import org.larum.domain.alert.AlertCommand.AttachAlert;
import org.larum.domain.alert.AlertCommand.ExpireAlert;
import org.larum.domain.alert.AlertCommand.MoveAlert;
import org.larum.domain.alert.AlertCommand.RaiseAlert;
import org.larum.domain.alert.AlertCommand.RepeatAlert;
import org.larum.domain.alert.AlertCommand.ResolveAlert;
import org.larum.domain.alert.AlertEvent.AlertAcknowledged;
import org.larum.domain.alert.AlertEvent.AlertAttached;
import org.larum.domain.alert.AlertEvent.AlertExpired;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertEvent.AlertRepeated;
import org.larum.domain.alert.AlertEvent.AlertResolved;
import org.larum.domain.alert.AlertEvent.AlertWorsened;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Severity;

/** One fault as one sender sees it, from the first detection to its end; a fault that returns is a new alert. */
public final class Alert {

    @AggregateIdentifier
    private AlertId id;

    private AlertState state;
    private Severity severity;
    private @Nullable IncidentId incident;
    /** The incidents it was moved away from: an event that is read again after a crash must not bring it back. */
    private final Set<IncidentId> left = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    Alert() {}

    /** Always new: whoever asks holds the key's row, and a cycle is never used twice. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    public void decide(RaiseAlert c) {
        apply(new AlertRaised(
                c.alert(), c.source(), c.place(), c.severity(), c.summary(), c.labels(), c.links(), c.at()));
    }

    @CommandHandler
    public void decide(RepeatAlert c) {
        if (!state.isOpen()) {
            return;
        }
        if (c.severity().isWorseThan(severity)) {
            apply(new AlertWorsened(id, severity, c.severity(), c.summary(), incident, c.at()));
        }
        if (c.milestone()) {
            apply(new AlertRepeated(id, c.count(), incident, c.at()));
        }
    }

    @CommandHandler
    public void decide(AttachAlert c) {
        if (!c.incident().equals(incident) && !left.contains(c.incident())) {
            apply(new AlertAttached(id, c.incident(), state, null, severity, c.at()));
        }
    }

    @CommandHandler
    public void decide(MoveAlert c) {
        if (!c.to().equals(incident)) {
            apply(new AlertAttached(id, c.to(), state, c.from(), severity, c.at()));
        }
    }

    @CommandHandler
    public void decide(AcknowledgeAlert c) {
        if (state == AlertState.TRIGGERED) {
            apply(new AlertAcknowledged(id, c.by(), incident, c.at()));
        }
    }

    @CommandHandler
    public void decide(ResolveAlert c) {
        if (state.isOpen()) {
            apply(new AlertResolved(id, c.by(), incident, c.at()));
        }
    }

    @CommandHandler
    public void decide(ExpireAlert c) {
        if (state.isOpen()) {
            apply(new AlertExpired(id, c.endsAt(), incident, c.at()));
        }
    }

    @EventSourcingHandler
    void evolve(AlertRaised e) {
        id = e.alert();
        state = AlertState.TRIGGERED;
        severity = e.severity();
    }

    @EventSourcingHandler
    void evolve(AlertWorsened e) {
        severity = e.to();
    }

    @EventSourcingHandler
    void evolve(AlertAttached e) {
        incident = e.incident();
        left.remove(e.incident());
        if (e.from() != null) {
            left.add(e.from());
        }
    }

    @EventSourcingHandler
    void evolve(AlertAcknowledged e) {
        state = AlertState.ACKNOWLEDGED;
    }

    @EventSourcingHandler
    void evolve(AlertResolved e) {
        state = AlertState.RESOLVED;
    }

    @EventSourcingHandler
    void evolve(AlertExpired e) {
        state = AlertState.EXPIRED;
    }
}
