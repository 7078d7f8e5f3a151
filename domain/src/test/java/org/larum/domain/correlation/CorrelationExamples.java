package org.larum.domain.correlation;

import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.directory.DirectoryExamples.search;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.NEXT;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.correlation.CorrelationCommand.Arrival;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAlerts;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.correlation.CorrelationEvent.ClustersConnected;
import org.larum.domain.correlation.CorrelationEvent.GroupClosed;
import org.larum.domain.correlation.CorrelationEvent.RootSuspected;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Monday;

/** The alerts of the checkout, within five minutes of each other. */
public final class CorrelationExamples {

    public static final GroupId GROUP = GroupId.of("service", CHECKOUT);
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private CorrelationExamples() {}

    public static CorrelateAlerts correlate(AlertRaised alert, int minute) {
        return new CorrelateAlerts(GROUP, List.of(arrival(alert, minute)), WINDOW);
    }

    public static Arrival arrival(AlertRaised alert, int minute) {
        return new Arrival(joining(alert), Monday.at(minute), reach());
    }

    public static Reach reach() {
        return new Reach(CHECKOUT, Set.of());
    }

    public static Joining joining(AlertRaised e) {
        return new Joining(e.alert(), e.place(), e.severity(), e.summary());
    }

    public static AlertCorrelated first() {
        return correlated(AlertExamples.raised(), 1, true, 5, 0);
    }

    public static AlertCorrelated second() {
        return correlated(AlertExamples.slowRaised(), 1, false, 7, 2);
    }

    public static AlertCorrelated correlated(AlertRaised e, int cycle, boolean first, int until, int minute) {
        return new AlertCorrelated(
                GROUP,
                cycle,
                IncidentId.of(GROUP.value(), cycle),
                List.of(joining(e)),
                first,
                Monday.at(until),
                Monday.at(minute),
                first ? List.of(reach()) : List.of(),
                null);
    }

    public static ClustersConnected connected() {
        return new ClustersConnected(GROUP, INCIDENT, List.of(NEXT), SEARCH, Monday.at(3));
    }

    public static RootSuspected suspected() {
        return new RootSuspected(GROUP, INCIDENT, search(), List.of(CHECKOUT), Monday.at(3));
    }

    public static GroupClosed closed() {
        return new GroupClosed(GROUP, IncidentExamples.INCIDENT);
    }
}
