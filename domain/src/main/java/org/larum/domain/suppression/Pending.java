package org.larum.domain.suppression;

import java.util.Map;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.incident.IncidentEvent.Joining;

/** An alert that is not told yet, with what is needed to tell of it later. */
public record Pending(Joining joining, Map<String, String> labels) {

    public static Pending of(AlertRaised e) {
        return new Pending(new Joining(e.alert(), e.place(), e.severity(), e.summary()), e.labels());
    }
}
