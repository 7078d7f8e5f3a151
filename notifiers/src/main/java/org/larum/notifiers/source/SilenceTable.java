package org.larum.notifiers.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of silences. They are no facts of the business: what is so is read from the log, and these follow it. */
public final class SilenceTable implements Silences {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public SilenceTable(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public boolean aim(IncidentId incident, UUID integration, Set<UUID> alerts, long asOf) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            int aimed = jdbc.sql("""
                            insert into source_aims (incident, integration, as_of, aimed_at)
                            values (:incident, :integration, :asOf, larum_now())
                            on conflict (incident, integration) do update set as_of = excluded.as_of, aimed_at = excluded.aimed_at
                            where source_aims.as_of <= excluded.as_of""")
                    .param("incident", incident.value())
                    .param("integration", integration)
                    .param("asOf", asOf)
                    .update();
            if (aimed == 1) {
                write(incident, integration, alerts.toArray(UUID[]::new));
            }
            return aimed == 1;
        }));
    }

    private void write(IncidentId incident, UUID integration, UUID[] alerts) {
        jdbc.sql("""
                        update source_silences set wanted = false
                        where incident = :incident and integration = :integration and wanted and not alert = any(:alerts)""")
                .param("incident", incident.value())
                .param("integration", integration)
                .param("alerts", alerts)
                .update();
        jdbc.sql("""
                        insert into source_silences (incident, alert, integration, wanted)
                        select :incident, alert, :integration, true from unnest(:alerts::uuid[]) alert
                        on conflict (incident, alert) do update set wanted = true""")
                .param("incident", incident.value())
                .param("integration", integration)
                .param("alerts", alerts)
                .update();
    }

    @Override
    public List<One> of(IncidentId incident, UUID integration) {
        return jdbc.sql("""
                        select *, larum_now() as now from source_silences
                        where incident = ? and integration = ? and (wanted or silence is not null or asked_at is not null)
                        order by alert""")
                .params(incident.value(), integration)
                .query((row, n) -> one(row))
                .list();
    }

    private static One one(ResultSet row) throws SQLException {
        return new One(
                new Place(new IncidentId(row.getObject("incident", UUID.class)), row.getObject("alert", UUID.class)),
                row.getBoolean("wanted"),
                row.getString("silence"),
                instant(row, "ends_at"),
                instant(row, "asked_at"),
                row.getObject("now", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    @Override
    public boolean ask(One one, Duration patience) {
        return jdbc.sql("""
                                update source_silences set asked_at = larum_now()
                                where incident = ? and alert = ? and wanted and coalesce(silence, '') = ?
                                  and (asked_at is null or asked_at + ? * interval '1 millisecond' <= larum_now())""")
                        .params(
                                one.place().incident().value(),
                                one.place().alert(),
                                Objects.requireNonNullElse(one.silence(), ""),
                                patience.toMillis())
                        .update()
                == 1;
    }

    @Override
    public void notMade(Place place) {
        jdbc.sql("update source_silences set asked_at = null where incident = ? and alert = ?")
                .params(place.incident().value(), place.alert())
                .update();
    }

    @Override
    public boolean made(Place place, String silence, Instant endsAt) {
        return jdbc.sql("""
                        update source_silences set silence = ?, ends_at = ?, asked_at = null, ended_at = null
                        where incident = ? and alert = ? returning wanted""")
                .params(
                        silence,
                        endsAt.atOffset(ZoneOffset.UTC),
                        place.incident().value(),
                        place.alert())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void ended(Place place, @Nullable String silence) {
        jdbc.sql("""
                        update source_silences set silence = null, ends_at = null, asked_at = null, ended_at = larum_now()
                        where incident = ? and alert = ? and coalesce(silence, '') = ?""")
                .params(place.incident().value(), place.alert(), Objects.requireNonNullElse(silence, ""))
                .update();
    }
}
