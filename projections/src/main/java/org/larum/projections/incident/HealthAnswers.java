package org.larum.projections.incident;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.larum.projections.incident.HealthQuery.Health;
import org.larum.projections.incident.HealthQuery.Involved;

/** Answers how services are. */
public final class HealthAnswers {

    private final HealthTable table;

    public HealthAnswers(HealthTable table) {
        this.table = table;
    }

    /** Only of services that have something open. */
    public Map<UUID, HealthView> answer(Health query) {
        return table.find(query);
    }

    public Set<UUID> answer(Involved query) {
        return table.find(query);
    }
}
