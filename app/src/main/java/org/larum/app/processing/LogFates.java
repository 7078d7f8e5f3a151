package org.larum.app.processing;

import java.time.Instant;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.Log;
import org.larum.domain.correlation.Fates;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentId;

/** Reads from the log itself what has become of an incident: a projection may lag behind its end. */
public final class LogFates implements Fates {

    private final Log log;

    public LogFates(Log log) {
        this.log = log;
    }

    @Override
    public IncidentId whole(IncidentId incident) {
        var seen = new HashSet<IncidentId>();
        var whole = incident;
        while (seen.add(whole)) {
            whole = into(whole);
        }
        return whole;
    }

    private IncidentId into(IncidentId incident) {
        var into = incident;
        for (var event : events(incident)) {
            into = switch (event) {
                case IncidentMerged e -> e.into();
                case IncidentUnmerged e -> incident;
                default -> into;
            };
        }
        return into;
    }

    @Override
    public @Nullable Instant ended(IncidentId incident) {
        Instant ended = null;
        for (var event : events(incident)) {
            ended = switch (event) {
                case IncidentResolved e -> e.at();
                case IncidentReopened e -> null;
                case ResolutionWithdrawn e -> null;
                default -> ended;
            };
        }
        return ended;
    }

    private Iterable<Object> events(IncidentId incident) {
        return log.readEvents(incident.toString(), 0)
                .asStream()
                .map(message -> (Object) message.getPayload())
                .toList();
    }
}
