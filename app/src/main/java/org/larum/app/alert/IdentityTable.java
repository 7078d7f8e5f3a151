package org.larum.app.alert;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.RowsWithEvents;
import org.larum.domain.alert.AlertEvent.AlertExpired;
import org.larum.domain.alert.AlertEvent.AlertResolved;
import org.larum.domain.shared.Severity;
import org.larum.projections.shared.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which alert is open for a key. The row lock puts writers of one key in order, on any node; a repeat that changes nothing is
 * counted here and nowhere else.
 */
public final class IdentityTable implements RowsWithEvents {

    private final JdbcClient jdbc;

    public IdentityTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often an alert was seen in all. */
    record Counted(UUID alert, long count, Instant lastSeen) {}

    /** One row, as it stands in a transaction that holds its lock. */
    static final class Identity {
        final UUID id;
        final DedupKey key;

        @Nullable
        UUID alert;

        int cycle;
        boolean open;
        long count;
        Severity severity;

        @Nullable
        Instant firstSeen;

        @Nullable
        Instant lastSeen;

        @Nullable
        Instant endsAt;

        /** When the key was raised before, lately, oldest first. */
        List<Instant> earlier = List.of();

        /** A rule counts its detections: each is told by an event. */
        boolean isWatched;

        boolean isTouched;
        boolean isFresh;

        Identity(UUID id, DedupKey key, Severity severity) {
            this.id = id;
            this.key = key;
            this.severity = severity;
        }

        static Identity fresh(UUID id, DedupKey key) {
            var one = new Identity(id, key, Severity.LOW);
            one.isFresh = true;
            return one;
        }
    }

    /** Locks the rows there are, in the one order that every writer keeps, and makes those that are missing in memory. */
    Map<UUID, Identity> lock(Map<UUID, DedupKey> keys) {
        var found = new LinkedHashMap<UUID, Identity>();
        var wanted = keys.keySet().stream().sorted().map(UUID::toString).toArray(String[]::new);
        jdbc.sql("""
                        select identity, alert, cycle, open, count, severity, first_seen, last_seen, ends_at,
                          earlier, watched
                        from alert_identities where identity = any(?::uuid[]) order by identity for update""")
                .params((Object) wanted)
                .query((row, n) -> {
                    var severity = Severity.of(row.getInt("severity"));
                    var id = row.getObject("identity", UUID.class);
                    var one = new Identity(id, Objects.requireNonNull(keys.get(id)), severity);
                    one.alert = row.getObject("alert", UUID.class);
                    one.cycle = row.getInt("cycle");
                    one.open = row.getBoolean("open");
                    one.count = row.getLong("count");
                    one.firstSeen = instant(row.getObject("first_seen", OffsetDateTime.class));
                    one.lastSeen = instant(row.getObject("last_seen", OffsetDateTime.class));
                    one.endsAt = instant(row.getObject("ends_at", OffsetDateTime.class));
                    one.earlier = Earlier.read(row.getString("earlier"));
                    one.isWatched = row.getBoolean("watched");
                    return one;
                })
                .list()
                .forEach(one -> found.put(one.id, one));
        keys.forEach((id, key) -> found.computeIfAbsent(id, missing -> Identity.fresh(missing, key)));
        return found;
    }

    /** The final count of alerts whose key has moved on to the next one. */
    void keepCounts(Collection<Counted> counts) {
        var rows = new Columns("uuid", "bigint", "timestamptz");
        counts.stream()
                .sorted(Comparator.comparing(Counted::alert))
                .forEach(one -> rows.add(one.alert(), one.count(), one.lastSeen()));
        rows.update(
                jdbc, "insert into alert_counts (alert, count, last_seen) select * from {rows} on conflict do nothing");
    }

    /**
     * Writes what was touched. A row that somebody else made since it was found missing is a conflict: the unit of work must
     * start again, and will then find it.
     */
    void save(Collection<Identity> identities) {
        var fresh = new Columns(
                "uuid",
                "uuid",
                "text",
                "uuid",
                "int",
                "boolean",
                "bigint",
                "smallint",
                "timestamptz",
                "timestamptz",
                "timestamptz");
        var changed = new Columns(
                "uuid",
                "uuid",
                "int",
                "boolean",
                "bigint",
                "smallint",
                "timestamptz",
                "timestamptz",
                "timestamptz",
                "text",
                "boolean");
        int made = 0;
        var sorted = identities.stream()
                .filter(one -> one.isTouched)
                .sorted(Comparator.comparing(one -> one.id))
                .toList();
        for (var one : sorted) {
            int mark = one.severity.mark();
            if (one.isFresh) {
                made++;
                fresh.add(
                        one.id,
                        one.key.integration(),
                        one.key.key(),
                        one.alert,
                        one.cycle,
                        one.open,
                        one.count,
                        mark,
                        one.firstSeen,
                        one.lastSeen,
                        one.endsAt);
            } else {
                changed.add(
                        one.id,
                        one.alert,
                        one.cycle,
                        one.open,
                        one.count,
                        mark,
                        one.firstSeen,
                        one.lastSeen,
                        one.endsAt,
                        Earlier.write(one.earlier),
                        one.isWatched);
            }
        }
        int inserted = fresh.update(jdbc, """
                insert into alert_identities (identity, integration, key, alert, cycle, open, count, severity, first_seen,
                  last_seen, ends_at) select * from {rows} on conflict (identity) do nothing""");
        if (inserted != made) {
            throw new ConcurrencyException("somebody else saw one of these keys for the first time");
        }
        changed.update(jdbc, """
                update alert_identities i set alert = u.alert, cycle = u.cycle, open = u.open, count = u.count,
                  severity = u.severity, first_seen = u.first_seen, last_seen = u.last_seen, ends_at = u.ends_at,
                  earlier = u.earlier, watched = u.watched
                from {rows} u (identity, alert, cycle, open, count, severity, first_seen, last_seen, ends_at, earlier, watched)
                where i.identity = u.identity""");
    }

    record Expired(UUID alert, Instant endsAt, Instant now) {}

    /**
     * Locks the open alerts whose sender said they would have ended by now. One that was told to keep quiet says nothing until a
     * while after that is over: that is no end.
     */
    List<Expired> expired(int limit) {
        return jdbc.sql("""
                        select alert, ends_at, larum_now() as now from alert_identities i
                        where open and ends_at < larum_now() and not exists (
                          select 1 from source_silences s where s.alert = i.alert
                            and greatest(s.ends_at, s.ended_at, s.asked_at) > larum_now() - interval '10 minutes')
                        order by identity limit ? for update skip locked""")
                .param(limit)
                .query((row, n) -> new Expired(
                        row.getObject("alert", UUID.class),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        row.getObject("now", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** However an alert ends, by its sender, by hand or by time, its key is free for the next one from that commit on. */
    @Override
    public void write(Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
        var ended = events.stream()
                .map(EventMessage::getPayload)
                .<UUID>mapMulti((event, sink) -> {
                    switch (event) {
                        case AlertResolved e -> sink.accept(e.alert().value());
                        case AlertExpired e -> sink.accept(e.alert().value());
                        default -> {}
                    }
                })
                .sorted()
                .map(UUID::toString)
                .toArray(String[]::new);
        if (ended.length == 0) {
            return;
        }
        var sql = """
                with locked as materialized (
                  select identity from alert_identities where alert = any(?::uuid[]) order by identity for update)
                update alert_identities set open = false where identity in (select identity from locked)""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", ended));
            statement.executeUpdate();
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
