package org.larum.app.processing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.larum.app.eventstore.Log;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.escalation.Origins;
import org.larum.domain.incident.Held;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Identifier;

/** Reads from the log itself who sent the alerts of an incident. */
final class LogOrigins implements Origins {

    private final Log log;

    LogOrigins(Log log) {
        this.log = log;
    }

    @Override
    public Set<IntegrationId> of(IncidentId incident) {
        var held = Held.of(events(incident).stream()
                .filter(IncidentEvent.class::isInstance)
                .map(IncidentEvent.class::cast)
                .toList());
        var senders = new LinkedHashSet<IntegrationId>();
        if (held.wasEver()) {
            held.ever().forEach(alert -> {
                if (events(alert).getFirst() instanceof AlertRaised raised) {
                    senders.add(raised.source().integration());
                }
            });
        }
        return senders;
    }

    private List<Object> events(Identifier of) {
        return log.readEvents(of.value().toString(), 0)
                .asStream()
                .map(message -> (Object) message.getPayload())
                .toList();
    }
}
