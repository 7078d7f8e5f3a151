package org.larum.domain.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.incident.IncidentEvent.AlertSettled;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.AlertsMovedIn;
import org.larum.domain.incident.IncidentEvent.AlertsMovedOut;
import org.larum.domain.incident.IncidentEvent.HushEnded;
import org.larum.domain.incident.IncidentEvent.IncidentHushed;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentSplit;

/** How an incident stands, as far as rules about noise must know: which alerts are open in it, and whether they are silenced. */
public final class Standing {

    private final OpenAlerts open = new OpenAlerts();
    private boolean isHushed;
    private @Nullable Instant quietUntil;

    /** @param events all of the incident, in their order */
    public static Standing of(Iterable<? extends IncidentEvent> events) {
        var standing = new Standing();
        events.forEach(standing::evolve);
        return standing;
    }

    private void evolve(IncidentEvent event) {
        switch (event) {
            case IncidentOpened e -> open.join(e.first());
            case AlertsJoined e -> e.alerts().forEach(open::join);
            case AlertsMovedIn e -> e.alerts().forEach(open::moveIn);
            case AlertSettled e -> open.end(e.alert());
            case IncidentSplit e -> e.alerts().forEach(one -> open.end(one.alert()));
            case AlertsMovedOut e -> e.alerts().forEach(one -> open.end(one.alert()));
            case IncidentResolved e -> end();
            case IncidentMerged e -> end();
            case IncidentHushed e -> {
                isHushed = true;
                quietUntil = e.until();
            }
            case HushEnded e -> isHushed = false;
            default -> {}
        }
    }

    private void end() {
        open.endAll();
        isHushed = false;
    }

    public List<AlertId> alerts() {
        return open.ids();
    }

    public boolean isHushed() {
        return isHushed;
    }

    /** It is quiet and has no alert that could be asked about: its end was taken back. What silenced it then still does. */
    public boolean restsEmpty(Instant at) {
        return isHushed && open.isEmpty() && (quietUntil == null || at.isBefore(quietUntil));
    }
}
