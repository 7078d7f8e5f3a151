package org.larum.domain.correlation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.correlation.CorrelationCommand.Arrival;
import org.larum.domain.correlation.CorrelationCommand.CloseGroup;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAgain;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAlerts;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.correlation.CorrelationEvent.GroupClosed;
import org.larum.domain.incident.IncidentEvent.Joining;
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
    public void decide(CorrelateAlerts c) {
        var together = new ArrayList<Joining>();
        var seen = new HashSet<AlertId>();
        Instant first = Instant.MIN;
        Instant last = Instant.MIN;
        for (var arrival : c.arrivals()) {
            var alert = arrival.alert().alert();
            if (members.contains(alert) || former.contains(alert) || !seen.add(alert)) {
                continue;
            }
            if (!together.isEmpty() && isApart(last, arrival, c.window())) {
                take(c.group(), together, c.window(), first, last);
                together.clear();
            }
            first = together.isEmpty() ? arrival.at() : first;
            together.add(arrival.alert());
            last = arrival.at().isAfter(last) ? arrival.at() : last;
        }
        if (!together.isEmpty()) {
            take(c.group(), together, c.window(), first, last);
        }
    }

    private static boolean isApart(Instant last, Arrival next, Duration window) {
        return next.at().isAfter(last.plus(window));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(CorrelateAgain c) {
        if (c.over().equals(incident)) {
            apply(new GroupClosed(c.group(), c.over()));
        }
        // Whoever is a member of what came after it was sent here before.
        var left = c.alerts().stream()
                .filter(one -> incident == null || !members.contains(one.alert()))
                .toList();
        if (!left.isEmpty()) {
            take(c.group(), left, c.window(), c.at(), c.at());
        }
    }

    private void take(GroupId group, List<Joining> alerts, Duration window, Instant first, Instant last) {
        var end = last.plus(window);
        if (incident != null && !first.isAfter(until)) {
            // One that comes late joins, but does not shorten the window.
            var later = end.isAfter(until) ? end : until;
            apply(new AlertCorrelated(group, cycle, incident, List.copyOf(alerts), false, later, last));
        } else {
            var next = IncidentId.of(group.value(), cycle + 1);
            apply(new AlertCorrelated(group, cycle + 1, next, List.copyOf(alerts), true, end, last));
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
        e.joining().forEach(one -> members.add(one.alert()));
    }

    @EventSourcingHandler
    void evolve(GroupClosed e) {
        incident = null;
    }
}
