package org.larum.app.suppression;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.RowsWithEvents;
import org.larum.domain.alert.AlertEvent.AlertExpired;
import org.larum.domain.alert.AlertEvent.AlertRepeated;
import org.larum.domain.alert.AlertEvent.AlertResolved;
import org.larum.domain.alert.AlertEvent.AlertWorsened;
import org.larum.domain.directory.DirectoryEvent.Defined;
import org.larum.domain.directory.DirectoryEvent.Retired;
import org.larum.domain.directory.Rule;
import org.larum.domain.suppression.Candidate.Seen;
import org.larum.domain.suppression.SilenceReminder.Holding;
import org.larum.domain.suppression.SuppressionEvent.AlertAdmitted;
import org.larum.domain.suppression.SuppressionEvent.AlertSuppressed;
import org.larum.domain.suppression.SuppressionEvent.InhibitionBegan;
import org.larum.domain.suppression.SuppressionEvent.InhibitionEnded;
import org.larum.domain.suppression.SuppressionEvent.SuppressionLapsed;
import org.larum.domain.suppression.SuppressionKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Alerts that are held back and when to look at them again, and the open causes that mute others: written with the events that say
 * so. Whatever may change the answer (the alert ends or worsens, its rule is changed, its cause ends) makes the row due at once.
 */
final class HeldTable implements RowsWithEvents, HeldAlerts {

    private final JdbcClient jdbc;

    public HeldTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
        var batch = new Batch();
        events.forEach(message -> batch.take(message.getPayload()));
        batch.write(connection);
    }

    private static final class Batch {

        /** What the last event of each alert says; null when it is held no longer. */
        private final Map<UUID, @Nullable AlertSuppressed> held = new TreeMap<>();

        private final List<UUID> changed = new ArrayList<>();
        private final List<UUID> rules = new ArrayList<>();
        private final Map<List<UUID>, Boolean> sources = new LinkedHashMap<>();
        private final List<UUID> freed = new ArrayList<>();

        void take(Object event) {
            switch (event) {
                case AlertSuppressed e -> held.put(e.alert().value(), e);
                case AlertAdmitted e -> held.put(e.alert().value(), null);
                case SuppressionLapsed e -> held.put(e.alert().value(), null);
                // Also of one that belongs to an incident: it may be a cause that mutes others.
                case AlertResolved e -> changed.add(e.alert().value());
                case AlertExpired e -> changed.add(e.alert().value());
                // One that belongs to an incident is held back no longer.
                case AlertWorsened e
                when e.incident() == null -> changed.add(e.alert().value());
                case AlertRepeated e
                when e.incident() == null -> changed.add(e.alert().value());
                case Defined e
                when e.definition() instanceof Rule rule -> rules.add(rule.id().value());
                case Retired e -> rules.add(e.entry());
                case InhibitionBegan e ->
                    sources.put(pair(e.inhibition().value(), e.source().value()), true);
                case InhibitionEnded e -> {
                    sources.put(pair(e.inhibition().value(), e.source().value()), false);
                    if (e.left() == 0) {
                        freed.add(e.inhibition().value());
                    }
                }
                default -> {}
            }
        }

        private static List<UUID> pair(UUID inhibition, UUID alert) {
            return List.of(inhibition, alert);
        }

        void write(Connection connection) throws SQLException {
            hold(connection);
            release(connection);
            update(connection, "update inhibition_sources set has_ended = true where alert = any(?::uuid[])", changed);
            begin(connection);
            end(connection);
            update(connection, "update held_alerts set due_at = larum_now() where alert = any(?::uuid[])", changed);
            update(connection, "update held_alerts set due_at = larum_now() where rule = any(?::uuid[])", rules);
            update(connection, "update held_alerts set due_at = larum_now() where inhibition = any(?::uuid[])", freed);
        }

        /**
         * One that ended between the decision and now, or whose cause did, is due at once. What must be counted is looked at again in
         * a second, the rest in a minute and then every ten: nothing stays held because a change was not heard.
         */
        private void hold(Connection connection) throws SQLException {
            var all = new ArrayList<AlertSuppressed>();
            held.values().forEach(one -> {
                if (one != null) {
                    all.add(one);
                }
            });
            if (all.isEmpty()) {
                return;
            }
            var sql = """
                    insert into held_alerts (alert, rule, kind, inhibition, due_at)
                    select h.alert, h.rule, h.kind, h.inhibition,
                      case when h.kind = 'THRESHOLD' then larum_now() + interval '1 second'
                        when not exists (select 1 from alert_identities i where i.alert = h.alert and i.open) then larum_now()
                        when h.inhibition is not null and not exists (
                          select 1 from inhibition_sources s where s.inhibition = h.inhibition and not s.has_ended)
                          then larum_now()
                        else least(h.due_at, larum_now() + interval '1 minute') end
                    from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[])
                      as h (alert, rule, kind, inhibition, due_at)
                    on conflict (alert) do update set rule = excluded.rule, kind = excluded.kind,
                      inhibition = excluded.inhibition, due_at = excluded.due_at, failures = 0""";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(
                        1,
                        array(
                                connection,
                                all.stream().map(AlertSuppressed::alert).toArray()));
                statement.setArray(
                        2,
                        array(connection, all.stream().map(e -> e.by().rule()).toArray()));
                statement.setArray(
                        3,
                        array(connection, all.stream().map(e -> e.by().kind()).toArray()));
                statement.setArray(
                        4,
                        array(
                                connection,
                                all.stream().map(AlertSuppressed::inhibition).toArray()));
                statement.setArray(
                        5,
                        array(
                                connection,
                                all.stream().map(AlertSuppressed::until).toArray()));
                statement.executeUpdate();
            }
            var counted = all.stream()
                    .filter(e -> e.by().kind() == SuppressionKind.THRESHOLD)
                    .map(e -> e.alert().value())
                    .toList();
            update(connection, watched(true), counted);
        }

        private void release(Connection connection) throws SQLException {
            var over = new ArrayList<UUID>();
            held.forEach((alert, event) -> {
                if (event == null) {
                    over.add(alert);
                }
            });
            update(connection, "delete from held_alerts where alert = any(?::uuid[])", over);
            update(connection, watched(false), over);
        }

        /** The lanes lock these rows in the order of their identity. */
        private static String watched(boolean to) {
            return """
                    with locked as materialized (
                      select identity from alert_identities where alert = any(?::uuid[]) and watched <> %s
                      order by identity for update)
                    update alert_identities set watched = %s where identity in (select identity from locked)""".formatted(to, to);
        }

        private void begin(Connection connection) throws SQLException {
            var sql = """
                    insert into inhibition_sources (inhibition, alert, has_ended)
                    select s.inhibition, s.alert,
                      not exists (select 1 from alert_identities i where i.alert = s.alert and i.open)
                    from unnest(?::uuid[], ?::uuid[]) as s (inhibition, alert) on conflict do nothing""";
            pairs(connection, sql, true);
        }

        private void end(Connection connection) throws SQLException {
            var sql = """
                    delete from inhibition_sources s using unnest(?::uuid[], ?::uuid[]) as u (inhibition, alert)
                    where s.inhibition = u.inhibition and s.alert = u.alert""";
            pairs(connection, sql, false);
        }

        private void pairs(Connection connection, String sql, boolean which) throws SQLException {
            var pairs = sources.entrySet().stream()
                    .filter(one -> one.getValue() == which)
                    .map(Map.Entry::getKey)
                    .toList();
            if (pairs.isEmpty()) {
                return;
            }
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(
                        1, array(connection, pairs.stream().map(List::getFirst).toArray()));
                statement.setArray(
                        2, array(connection, pairs.stream().map(List::getLast).toArray()));
                statement.executeUpdate();
            }
        }

        private static void update(Connection connection, String sql, List<UUID> ids) throws SQLException {
            if (ids.isEmpty()) {
                return;
            }
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, array(connection, ids.stream().sorted().toArray()));
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

    @Override
    public List<Held> due(int limit) {
        return jdbc.sql("""
                        select alert, rule, inhibition, larum_now() as now from held_alerts where due_at <= larum_now()
                        order by due_at limit ? for update skip locked""")
                .param(limit)
                .query((row, n) -> new Held(
                        row.getObject("alert", UUID.class),
                        row.getObject("rule", UUID.class),
                        row.getObject("inhibition", UUID.class),
                        row.getObject("now", OffsetDateTime.class)))
                .list();
    }

    @Override
    public void later(UUID alert, @Nullable Instant due) {
        jdbc.sql("update held_alerts set due_at = least(?::timestamptz, larum_now() + interval '10 minutes'),"
                        + " failures = 0 where alert = ?")
                .param(due == null ? null : due.atOffset(ZoneOffset.UTC).toString())
                .param(alert)
                .update();
    }

    @Override
    public void putBack(UUID alert) {
        jdbc.sql("""
                        update held_alerts set failures = failures + 1,
                          due_at = larum_now() + least(300, 5 * (failures + 1)) * interval '1 second'
                        where alert = ? and due_at <= larum_now()""").param(alert).update();
    }

    @Override
    public Optional<Seen> seen(UUID alert) {
        return jdbc.sql("select count, last_seen from alert_identities where alert = ? and last_seen is not null")
                .param(alert)
                .query((row, n) -> new Seen(
                        row.getLong("count"),
                        row.getObject("last_seen", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public boolean isMuted(UUID inhibition, UUID alert) {
        return jdbc.sql("""
                        select exists (select 1 from inhibition_sources
                          where inhibition = ? and alert <> ? and not has_ended)
                        and not exists (select 1 from inhibition_sources
                          where inhibition = ? and alert = ? and not has_ended)""")
                .params(inhibition, alert, inhibition, alert)
                .query(Boolean.class)
                .single();
    }

    /** What each silence holds back now, by its rule. */
    Map<UUID, Holding> silenced() {
        var found = new HashMap<UUID, Holding>();
        jdbc.sql("""
                        select h.rule, count(*) as alerts, min(s.since) as since
                        from held_alerts h join alert_holds s on s.alert = h.alert
                        where h.kind = 'SILENCE' group by h.rule""").query(row -> {
            found.put(
                    row.getObject("rule", UUID.class),
                    new Holding(
                            row.getInt("alerts"),
                            row.getObject("since", OffsetDateTime.class).toInstant()));
        });
        return found;
    }

    @Override
    public List<Source> ended(int limit) {
        return jdbc.sql("""
                        select inhibition, alert, larum_now() as now from inhibition_sources where has_ended
                        order by inhibition, alert limit ? for update skip locked""")
                .param(limit)
                .query((row, n) -> new Source(
                        row.getObject("inhibition", UUID.class),
                        row.getObject("alert", UUID.class),
                        row.getObject("now", OffsetDateTime.class)))
                .list();
    }

    /** The net under the above: rows whose alert has ended without their hearing of it. Answers how many there were. */
    int sweep() {
        int held = jdbc.sql("""
                        update held_alerts h set due_at = larum_now()
                        where (h.due_at is null or h.due_at > larum_now())
                          and not exists (select 1 from alert_identities i where i.alert = h.alert and i.open)""").update();
        int sources = jdbc.sql("""
                        update inhibition_sources s set has_ended = true where not s.has_ended
                          and not exists (select 1 from alert_identities i where i.alert = s.alert and i.open)""").update();
        return held + sources;
    }
}
