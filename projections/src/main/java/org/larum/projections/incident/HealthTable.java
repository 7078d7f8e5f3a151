package org.larum.projections.incident;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.larum.domain.shared.Severity;
import org.larum.projections.incident.HealthQuery.Health;
import org.larum.projections.incident.HealthQuery.Involved;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How services are, from the rows of incidents and alerts. In a cascade one incident has the alerts of many services: each of them
 * is as bad as its own alerts. What is held back by a rule is in no incident, and makes no service look ill.
 */
public final class HealthTable {

    private final JdbcClient jdbc;

    public HealthTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, HealthView> find(Health q) {
        var found = new HashMap<UUID, HealthView>();
        var services = q.services();
        jdbc.sql("""
                        select service, sum(incidents) as incidents, sum(alerts) as alerts, min(worst) as worst from (
                          select v.service, count(*) as incidents, 0 as alerts, min(v.severity) as worst
                          from incident_views v
                          where v.state in ('triggered', 'acknowledged', 'mitigated')
                            and (:all or v.service = any(:services))
                            and (:integration::uuid is null or exists (
                              select 1 from alert_views s where s.incident = v.id and s.integration = :integration))
                          group by v.service
                          union all
                          select a.service, 0, count(*), min(a.severity) from alert_views a
                          where a.state in ('triggered', 'acknowledged') and a.incident is not null
                            and (:all or a.service = any(:services))
                            and (:integration::uuid is null or a.integration = :integration)
                          group by a.service) open group by service""")
                .param("all", services == null)
                .param("services", services == null ? new UUID[0] : services.toArray(UUID[]::new))
                .param("integration", q.scope().integration())
                .query(row -> {
                    found.put(
                            row.getObject("service", UUID.class),
                            new HealthView(
                                    row.getInt("incidents"),
                                    row.getInt("alerts"),
                                    Severity.of(row.getInt("worst")).name().toLowerCase(Locale.ROOT)));
                });
        return found;
    }

    Set<UUID> find(Involved q) {
        return new HashSet<>(jdbc.sql("""
                        select service from incident_views where id = :incident
                        union
                        select service from alert_views where incident = :incident
                          and (:integration::uuid is null or integration = :integration)
                        limit :limit""")
                .param("incident", q.incident())
                .param("integration", q.scope().integration())
                .param("limit", q.limit())
                .query(UUID.class)
                .list());
    }
}
