package org.larum.projections.slo;

import java.util.ArrayList;
import java.util.List;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AlertSettled;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.AlertsMovedIn;
import org.larum.domain.incident.IncidentEvent.AlertsMovedOut;
import org.larum.domain.incident.IncidentEvent.ImpactStartCorrected;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentMitigated;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentEvent.Moving;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentEvent.SeverityChanged;
import org.larum.domain.incident.IncidentEvent.Turn;
import org.larum.domain.incident.IncidentState;
import org.larum.domain.shared.Event;
import org.larum.domain.slo.SloEvent;
import org.larum.domain.slo.SloEvent.BudgetBurned;
import org.larum.domain.slo.SloEvent.BudgetCalmed;
import org.larum.domain.slo.SloEvent.GoodCountsTold;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Projector;

/** Keeps what budgets are worked out of. */
public final class SloProjector implements Projector {

    private final SloTable table;
    private final DowntimeTable outages;

    public SloProjector(SloTable table, DowntimeTable outages) {
        this.table = table;
        this.outages = outages;
    }

    @Override
    public String room() {
        return "slo";
    }

    @Override
    public List<String> tables() {
        return List.of(
                "slo_counts",
                "slo_hours",
                "slo_incidents",
                "slo_outages",
                "slo_alerts",
                "slo_own_alerts",
                "slo_alarms");
    }

    @Override
    public List<Class<? extends Event>> hears() {
        return List.of(SloEvent.class, AlertRaised.class, IncidentEvent.class);
    }

    @Override
    public void on(List<Logged> page) {
        var ended = new ArrayList<AlertSettled>();
        for (int at = 0; at < page.size(); at++) {
            long index = page.get(at).index();
            switch (page.get(at).event()) {
                case GoodCountsTold e -> table.count(e, index);
                case BudgetBurned e -> table.burn(e, index);
                case BudgetCalmed e -> table.calm(e, index);
                case AlertRaised e -> {
                    if (e.source().integration().equals(IntegrationId.BUDGETS)) {
                        outages.own(e.alert());
                    }
                }
                case IncidentOpened e -> outages.open(e, index);
                case AlertSettled e -> {
                    ended.add(e);
                    if (!isFollowed(page, at)) {
                        if (outages.isNew(e.incident(), index)) {
                            outages.settle(e.incident(), ended);
                        }
                        ended.clear();
                    }
                }
                case IncidentEvent e -> {
                    if (isHeard(e) && outages.isNew(e.incident(), index)) {
                        write(e);
                    }
                }
                default -> {}
            }
        }
    }

    /** A storm ends alert by alert: what follows of the same incident is written with it. */
    private static boolean isFollowed(List<Logged> page, int at) {
        return at + 1 < page.size()
                && page.get(at).event() instanceof AlertSettled e
                && page.get(at + 1).event() instanceof AlertSettled next
                && next.incident().equals(e.incident());
    }

    /** Most of what happens to an incident says nothing of its end. */
    private static boolean isHeard(IncidentEvent event) {
        return switch (event) {
            case IncidentWorsened e -> true;
            case SeverityChanged e -> true;
            case IncidentRerouted e -> true;
            case ImpactStartCorrected e -> true;
            case AlertsJoined e -> true;
            case AlertsMovedIn e -> true;
            case AlertsMovedOut e -> true;
            case IncidentMitigated e -> true;
            case IncidentResolved e -> true;
            case ResolutionWithdrawn e -> true;
            case IncidentMerged e -> true;
            case Turn e -> true;
            default -> false;
        };
    }

    private void write(IncidentEvent event) {
        var incident = event.incident();
        switch (event) {
            case IncidentWorsened e -> outages.severity(incident, e.to());
            case SeverityChanged e -> outages.severity(incident, e.to());
            case IncidentRerouted e -> outages.move(incident, e.to().service());
            case ImpactStartCorrected e -> outages.begin(incident, e.began());
            case AlertsJoined e -> outages.join(incident, e.alerts(), e.at());
            case AlertsMovedIn e ->
                outages.join(incident, e.alerts().stream().map(Moving::alert).toList(), e.at());
            case AlertsMovedOut e ->
                outages.leave(
                        incident, e.to(), e.alerts().stream().map(Moving::alert).toList(), e.at());
            case IncidentMitigated e -> outages.hurts(incident, false, e.at());
            case IncidentResolved e -> outages.hurts(incident, false, e.at());
            case ResolutionWithdrawn e -> {
                if (e.state() != IncidentState.MITIGATED) {
                    outages.goOn(incident, e.at());
                }
            }
            case IncidentMerged e -> outages.merge(e);
            case IncidentUnmerged e -> outages.unmerge(e);
            case Turn e -> {
                if (e.state() == IncidentState.TRIGGERED) {
                    outages.hurts(incident, true, e.at());
                }
            }
            default -> {}
        }
    }
}
