package org.larum.domain.correlation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.correlation.CorrelationCommand.CloseGroup;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAlert;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.correlation.CorrelationEvent.GroupClosed;
import org.larum.domain.correlation.CorrelationEvent.Joining;
import org.larum.domain.incident.IncidentId;

/** Alerts that come for one reason within one sliding window; each cycle of the window is one incident. */
public final class CorrelationGroup {

    @AggregateIdentifier
    private @Nullable GroupId id;

    private int cycle;
    private @Nullable IncidentId incident;
    private Instant until = Instant.MIN;
    private Set<AlertId> members = new HashSet<>();

    /** Those of the cycle before: an event that is read again after a crash must not join its alert a second time. */
    private Set<AlertId> former = Set.of();

    CorrelationGroup() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(CorrelateAlert c) {
        var alert = c.alert();
        if (members.contains(alert.alert()) || former.contains(alert.alert())) {
            return;
        }
        var joining = new Joining(alert.alert(), alert.place(), alert.severity(), alert.summary());
        var end = c.at().plus(c.window());
        if (incident != null && !c.at().isAfter(until)) {
            // One that comes late joins, but does not shorten the window.
            var later = end.isAfter(until) ? end : until;
            apply(new AlertCorrelated(c.group(), cycle, incident, joining, false, later, c.at()));
        } else {
            var next = IncidentId.of(c.group().value(), cycle + 1);
            apply(new AlertCorrelated(c.group(), cycle + 1, next, joining, true, end, c.at()));
        }
    }

    @CommandHandler
    public void decide(CloseGroup c) {
        if (id != null && c.incident().equals(incident)) {
            apply(new GroupClosed(id, c.incident()));
        }
    }

    @EventSourcingHandler
    void evolve(AlertCorrelated e) {
        if (e.first()) {
            former = members;
            members = new HashSet<>();
        }
        id = e.group();
        cycle = e.cycle();
        incident = e.incident();
        until = e.until();
        members.add(e.joining().alert());
    }

    @EventSourcingHandler
    void evolve(GroupClosed e) {
        incident = null;
    }
}
