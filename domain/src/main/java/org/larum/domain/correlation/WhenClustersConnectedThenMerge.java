package org.larum.domain.correlation;

import java.util.List;
import org.larum.domain.correlation.CorrelationEvent.ClustersConnected;
import org.larum.domain.incident.IncidentCommand.MergeIncident;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** What turns out to be one fault becomes one incident, unless somebody already works on a part of it: then it is offered. */
public final class WhenClustersConnectedThenMerge implements Reaction<ClustersConnected, Object> {

    @Override
    public Class<ClustersConnected> hears() {
        return ClustersConnected.class;
    }

    @Override
    public List<Command> on(ClustersConnected e, Object nothing) {
        return e.others().stream()
                .<Command>map(other -> new MergeIncident(other, e.into(), Actor.LARUM, e.at()))
                .toList();
    }
}
