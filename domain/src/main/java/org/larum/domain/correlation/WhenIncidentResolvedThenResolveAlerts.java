package org.larum.domain.correlation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.larum.domain.alert.AlertCommand.ResolveAlert;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** Who resolves an incident by hand ends its alerts too: if the fault is still there, the next detection says so anew. */
public final class WhenIncidentResolvedThenResolveAlerts implements Reaction<IncidentResolved, Object> {

    @Override
    public Class<IncidentResolved> hears() {
        return IncidentResolved.class;
    }

    @Override
    public List<Command> on(IncidentResolved e, Object nothing) {
        return e.open().stream()
                .sorted(Comparator.comparing(alert -> alert.value()))
                .map(alert -> new ResolveAlert(alert, e.by(), e.at()))
                .collect(Collectors.toUnmodifiableList());
    }
}
