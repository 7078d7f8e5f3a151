package org.larum.app.suppression;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.RowsWithEvents;
import org.larum.domain.alert.AlertEvent.AlertWorsened;
import org.larum.domain.directory.DirectoryEvent.Defined;
import org.larum.domain.directory.DirectoryEvent.Retired;
import org.larum.domain.directory.Rule;
import org.larum.domain.incident.IncidentEvent.AlertSettled;
import org.larum.domain.incident.IncidentEvent.AlertsMovedIn;
import org.larum.domain.incident.IncidentEvent.AlertsMovedOut;
import org.larum.domain.incident.IncidentEvent.HushEnded;
import org.larum.domain.incident.IncidentEvent.IncidentHushed;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentSplit;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.suppression.SilenceReminder.Holding;
import org.larum.domain.suppression.SuppressionEvent.InhibitionBegan;
import org.larum.domain.suppression.SuppressionEvent.InhibitionEnded;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Open incidents, and when to ask again whether rules silence all their alerts: written with the events that say so. Whatever may
 * change the answer makes the row due, at once when it must not be missed, else in a few seconds.
 */
final class HushTable implements RowsWithEvents {

    private final JdbcClient jdbc;

    public HushTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Due(UUID incident, boolean isHushed, OffsetDateTime now) {}

    @Override
    public void write(Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
        var batch = new Batch();
        events.forEach(message -> batch.take(message.getPayload()));
        batch.write(connection);
    }

    private static final class Batch {

        private final Set<UUID> opened = new TreeSet<>();
        private final Set<UUID> over = new TreeSet<>();

        /** Those whose last event says that they are silenced. */
        private final Map<UUID, IncidentHushed> hushed = new TreeMap<>();

        private final Set<UUID> ended = new TreeSet<>();
        private final Set<UUID> soon = new TreeSet<>();
        private final Set<UUID> now = new TreeSet<>();
        private boolean isRuleChanged;
        private boolean hasCauseBegun;
        private boolean hasCauseEnded;

        void take(Object event) {
            switch (event) {
                case IncidentOpened e -> open(e.incident());
                case IncidentReopened e -> open(e.incident());
                case ResolutionWithdrawn e -> open(e.incident());
                case IncidentUnmerged e -> open(e.incident());
                case IncidentResolved e -> close(e.incident());
                case IncidentMerged e -> close(e.incident());
                case IncidentHushed e -> {
                    hushed.put(e.incident().value(), e);
                    ended.remove(e.incident().value());
                }
                case HushEnded e -> {
                    hushed.remove(e.incident().value());
                    ended.add(e.incident().value());
                }
                // What is left may be silenced.
                case AlertSettled e -> soon.add(e.incident().value());
                case AlertsMovedOut e -> soon.add(e.incident().value());
                case IncidentSplit e -> soon.add(e.incident().value());
                // What came, or became another, may not be.
                case AlertsMovedIn e -> now.add(e.incident().value());
                case AlertWorsened e
                when e.incident() != null -> now.add(e.incident().value());
                case Defined e when e.definition() instanceof Rule -> isRuleChanged = true;
                case Retired e -> isRuleChanged = true;
                case InhibitionBegan e -> hasCauseBegun = true;
                case InhibitionEnded e when e.left() == 0 -> hasCauseEnded = true;
                default -> {}
            }
        }

        private void open(IncidentId incident) {
            opened.add(incident.value());
            over.remove(incident.value());
        }

        private void close(IncidentId incident) {
            over.add(incident.value());
            for (var set : List.of(opened, hushed.keySet(), ended, soon, now)) {
                set.remove(incident.value());
            }
        }

        void write(Connection connection) throws SQLException {
            update(connection, """
                    insert into open_incidents (incident, due_at)
                    select incident, larum_now() + interval '5 seconds' from unnest(?::uuid[]) as o (incident)
                    on conflict (incident) do update
                      set due_at = least(open_incidents.due_at, excluded.due_at)""", opened);
            hush(connection);
            update(connection, """
                    update open_incidents set is_hushed = false,
                      due_at = least(due_at, larum_now() + interval '5 seconds') where incident = any(?::uuid[])""", ended);
            // One that is due is looked at anyhow; waiting for whoever looks at it would hold up what comes in.
            update(connection, """
                    update open_incidents set due_at = larum_now() + interval '5 seconds'
                    where incident = any(?::uuid[]) and due_at > larum_now() + interval '5 seconds'""", soon);
            update(connection, "update open_incidents set due_at = larum_now() where incident = any(?::uuid[])", now);
            update(connection, "delete from open_incidents where incident = any(?::uuid[])", over);
            if (isRuleChanged) {
                update(connection, "update open_incidents set due_at = larum_now()");
            }
            if (hasCauseBegun) {
                update(connection, """
                        update open_incidents set due_at = larum_now() + interval '5 seconds'
                        where not is_hushed and due_at > larum_now() + interval '5 seconds'""");
            }
            if (hasCauseEnded) {
                update(connection, "update open_incidents set due_at = larum_now() where is_hushed");
            }
        }

        /** Asked once more in a minute: nothing stays quiet because a change was not heard. */
        private void hush(Connection connection) throws SQLException {
            if (hushed.isEmpty()) {
                return;
            }
            var sql = """
                    insert into open_incidents (incident, is_hushed, due_at)
                    select incident, true, least(due_at, larum_now() + interval '1 minute')
                    from unnest(?::uuid[], ?::timestamptz[]) as h (incident, due_at)
                    on conflict (incident) do update
                      set is_hushed = true, due_at = excluded.due_at, failures = 0""";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, array(connection, hushed.keySet().toArray()));
                statement.setArray(
                        2,
                        array(
                                connection,
                                hushed.values().stream()
                                        .map(IncidentHushed::until)
                                        .toArray()));
                statement.executeUpdate();
            }
        }

        private static void update(Connection connection, String sql, Collection<UUID> ids) throws SQLException {
            if (ids.isEmpty()) {
                return;
            }
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, array(connection, ids.toArray()));
                statement.executeUpdate();
            }
        }

        private static void update(Connection connection, String sql) throws SQLException {
            try (var statement = connection.prepareStatement(sql)) {
                statement.executeUpdate();
            }
        }

        private static Array array(Connection connection, @Nullable Object[] values) throws SQLException {
            var texts = new @Nullable String[values.length];
            for (int i = 0; i < values.length; i++) {
                texts[i] = values[i] == null ? null : String.valueOf(values[i]);
            }
            return connection.createArrayOf("text", texts);
        }
    }

    /** Locks what is due to be asked about; other nodes pass it over. */
    List<Due> due(int limit) {
        return jdbc.sql("""
                        select incident, is_hushed, larum_now() as now from open_incidents where due_at <= larum_now()
                        order by due_at limit ? for update skip locked""")
                .param(limit)
                .query((row, n) -> new Due(
                        row.getObject("incident", UUID.class),
                        row.getBoolean("is_hushed"),
                        row.getObject("now", OffsetDateTime.class)))
                .list();
    }

    /** Asked about: next at that time. */
    void later(List<UUID> incidents, Instant due) {
        jdbc.sql("update open_incidents set due_at = ?::timestamptz, failures = 0 where incident = any(?)")
                .param(due.atOffset(ZoneOffset.UTC).toString())
                .param(incidents.toArray(UUID[]::new))
                .update();
    }

    /** Asking failed: again in a while, ever later. */
    void putBack(UUID incident) {
        jdbc.sql("""
                        update open_incidents set failures = failures + 1,
                          due_at = larum_now() + least(300, 5 * (failures + 1)) * interval '1 second'
                        where incident = ? and due_at <= larum_now()""").param(incident).update();
    }

    /** Whether it had to be put in: one that is silenced and has no row would be so for ever. */
    boolean putIn(UUID incident) {
        return jdbc.sql("""
                        insert into open_incidents (incident, is_hushed, due_at) values (?, true, larum_now())
                        on conflict do nothing""").param(incident).update() > 0;
    }

    /** What each silence keeps quiet now, by its word. */
    Map<String, Holding> silenced() {
        var found = new HashMap<String, Holding>();
        jdbc.sql("""
                        select q ->> 'rule' as word, sum((q ->> 'alerts')::int) as alerts, min(v.quiet_since) as since
                        from incident_views v, jsonb_array_elements(v.quiet_by) q
                        where v.quiet_since is not null and q ->> 'kind' = 'silence' group by 1""").query(row -> {
            found.put(
                    row.getString("word"),
                    new Holding(
                            row.getInt("alerts"),
                            row.getObject("since", OffsetDateTime.class).toInstant()));
        });
        return found;
    }

    OffsetDateTime now() {
        return jdbc.sql("select larum_now()").query(OffsetDateTime.class).single();
    }
}
