package org.larum.app.alert;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.RowsWithEvents;
import org.larum.domain.alert.AlertEvent.AlertExpired;
import org.larum.domain.alert.AlertEvent.AlertResolved;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Severity;
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

    /** One row, as it stands in a transaction that holds its lock. */
    static final class Identity {
        final UUID id;
        final String key;

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

        boolean isTouched;

        Identity(UUID id, String key, Severity severity) {
            this.id = id;
            this.key = key;
            this.severity = severity;
        }
    }

    static UUID identity(IntegrationId integration, String key) {
        return Ids.of("identity", integration, key);
    }

    /** Creates what is missing and locks all, in the one order that every writer keeps. By key. */
    Map<String, Identity> lock(IntegrationId integration, Collection<String> keys) {
        var ids = keys.stream()
                .distinct()
                .map(key -> Map.entry(identity(integration, key), key))
                .sorted(Map.Entry.comparingByKey())
                .toList();
        var uuids = ids.stream().map(entry -> entry.getKey().toString()).toArray(String[]::new);
        var words = ids.stream().map(Map.Entry::getValue).toArray(String[]::new);
        jdbc.sql("""
                        insert into alert_identities (identity, integration, key)
                        select i, ?, k from unnest(?::uuid[], ?::text[]) u(i, k) order by i on conflict do nothing""").params(integration.value(), uuids, words).update();
        var found = new LinkedHashMap<String, Identity>();
        jdbc.sql("""
                        select identity, key, alert, cycle, open, count, severity, first_seen, last_seen, ends_at
                        from alert_identities where identity = any(?::uuid[]) order by identity for update""").params((Object) uuids).query(row -> {
            var severity = Severity.of(row.getInt("severity"));
            var one = new Identity(row.getObject("identity", UUID.class), row.getString("key"), severity);
            one.alert = row.getObject("alert", UUID.class);
            one.cycle = row.getInt("cycle");
            one.open = row.getBoolean("open");
            one.count = row.getLong("count");
            one.firstSeen = instant(row.getObject("first_seen", OffsetDateTime.class));
            one.lastSeen = instant(row.getObject("last_seen", OffsetDateTime.class));
            one.endsAt = instant(row.getObject("ends_at", OffsetDateTime.class));
            found.put(one.key, one);
        });
        return found;
    }

    /** Keeps how often an alert was seen, before its key moves on to the next alert. */
    void keepCount(UUID alert, long count, Instant lastSeen) {
        jdbc.sql("insert into alert_counts (alert, count, last_seen) values (?, ?, ?) on conflict do nothing")
                .params(alert, count, lastSeen.atOffset(ZoneOffset.UTC))
                .update();
    }

    void save(Collection<Identity> identities) {
        for (var one : identities) {
            if (one.isTouched) {
                jdbc.sql("""
                                update alert_identities set alert = ?, cycle = ?, open = ?, count = ?, severity = ?,
                                  first_seen = ?, last_seen = ?, ends_at = ?::timestamptz where identity = ?""")
                        .param(1, one.alert)
                        .param(2, one.cycle)
                        .param(3, one.open)
                        .param(4, one.count)
                        .param(5, one.severity.mark())
                        .param(6, time(one.firstSeen))
                        .param(7, time(one.lastSeen))
                        .param(8, time(one.endsAt))
                        .param(9, one.id)
                        .update();
            }
        }
    }

    record Expired(UUID alert, Instant endsAt, Instant now) {}

    /** Locks the open alerts whose sender said they would have ended by now. */
    List<Expired> expired(int limit) {
        return jdbc.sql("""
                        select alert, ends_at, larum_now() as now from alert_identities
                        where open and ends_at < larum_now() order by identity limit ? for update skip locked""")
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

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
