package org.larum.app.slack;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.RowsWithEvents;
import org.larum.domain.escalation.EscalationEvent;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.major.MajorEvent;
import org.larum.domain.major.MajorEvent.MajorIncidentDeclared;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of the messages that show incidents. A message is due with the event that changes what it shows, and claimed, which is
 * committed, before Slack is called.
 */
final class SlackMessageTable implements RowsWithEvents {

    /** In the channel of the house, or in the channel that a major incident has for itself. */
    enum Place {
        HOUSE,
        ROOM
    }

    private static final String HOUSE = "house";
    private static final String ROOM = "room";

    private final JdbcClient jdbc;
    private final BooleanSupplier isThere;

    /** @param isThere whether the house has an app in Slack */
    SlackMessageTable(JdbcClient jdbc, BooleanSupplier isThere) {
        this.jdbc = jdbc;
        this.isThere = isThere;
    }

    // ------------------------------------------------------------ with the events

    @Override
    public void write(Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
        var opened = new TreeSet<UUID>();
        var declared = new TreeSet<UUID>();
        var touched = new TreeSet<UUID>();
        var asked = new LinkedHashMap<UUID, Set<UUID>>();
        for (var message : events) {
            switch (message.getPayload()) {
                case IncidentOpened e -> opened.add(e.incident().value());
                case MajorIncidentDeclared e -> declared.add(e.incident().value());
                case RespondersFound e -> {
                    touched.add(e.incident().value());
                    var people = asked.computeIfAbsent(e.incident().value(), id -> new LinkedHashSet<>());
                    e.responders().forEach(one -> people.add(one.person().value()));
                }
                case IncidentEvent e -> touched.add(e.incident().value());
                case MajorEvent e -> touched.add(e.incident().value());
                case EscalationEvent e -> touched.add(e.incident().value());
                default -> {}
            }
        }
        boolean isNothing = opened.isEmpty() && declared.isEmpty() && touched.isEmpty();
        if (isNothing || !isThere.getAsBoolean()) {
            return;
        }
        begin(connection, opened);
        declare(connection, declared);
        touch(connection, touched);
        for (var one : asked.entrySet()) {
            ask(connection, one);
        }
    }

    private static void begin(Connection connection, Set<UUID> opened) throws SQLException {
        update(connection, opened, """
                insert into slack_messages (incident, place, due)
                select id, 'house', larum_now() from unnest(?) as opened (id) on conflict do nothing""");
    }

    private static void declare(Connection connection, Set<UUID> declared) throws SQLException {
        update(connection, declared, """
                insert into slack_messages as known (incident, place, due, asked)
                select id, 'room', larum_now(),
                  coalesce((select asked from slack_messages where incident = id and place = 'house'), '{}')
                from unnest(?) as declared (id)
                on conflict (incident, place) do update set wish = known.wish + 1, due = coalesce(known.due, larum_now()),
                  stage = least(known.stage, 1)""");
        touch(connection, declared);
    }

    /** Locked in order: two units of work with the same incidents wait for each other instead of for ever. */
    private static void touch(Connection connection, Set<UUID> touched) throws SQLException {
        update(connection, touched, """
                with here as (
                  select incident, place from slack_messages where incident = any(?) order by incident, place for update)
                update slack_messages m set wish = m.wish + 1, due = coalesce(m.due, larum_now())
                from here where m.incident = here.incident and m.place = here.place""");
    }

    private static void update(Connection connection, Set<UUID> incidents, String sql) throws SQLException {
        if (!incidents.isEmpty()) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("uuid", incidents.toArray()));
                statement.executeUpdate();
            }
        }
    }

    private static void ask(Connection connection, Map.Entry<UUID, Set<UUID>> asked) throws SQLException {
        try (var statement = connection.prepareStatement("""
                update slack_messages set asked = array(select distinct unnest(asked || ?)) where incident = ?""")) {
            statement.setArray(
                    1, connection.createArrayOf("uuid", asked.getValue().toArray()));
            statement.setObject(2, asked.getKey());
            statement.executeUpdate();
        }
    }

    // ------------------------------------------------------------ what is to be done

    /**
     * A message that this node brings up to date now. {@code channel} and {@code ts}: where it lies, null while it does not; {@code shown}:
     * what it shows, by its fingerprint; {@code told}: the last place of the log that its thread tells; {@code stage}: how far the room has
     * come; {@code unsure}: a node before stopped in between, and nobody knows what it did.
     */
    record Due(
            UUID incident,
            Place place,
            Where where,
            long told,
            int stage,
            List<UUID> asked,
            List<String> invited,
            Claim claim) {}

    record Where(
            @Nullable String channel,
            @Nullable String ts,
            @Nullable String shown) {}

    record Claim(int wish, int tries, boolean unsure, boolean failed) {}

    Optional<Due> claim(Duration lease) {
        return jdbc.sql("""
                        with next as (
                          select incident, place, unsure from slack_messages
                          where due <= larum_now() and (lease is null or lease <= larum_now())
                          order by due limit 1 for update skip locked)
                        update slack_messages m set lease = larum_now() + make_interval(secs => ?), unsure = true,
                          tries = tries + 1
                        from next where m.incident = next.incident and m.place = next.place
                        returning m.*, next.unsure as was_unsure""")
                .param(lease.toSeconds())
                .query((row, n) -> due(row))
                .optional();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getObject("incident", UUID.class),
                Objects.equals(row.getString("place"), ROOM) ? Place.ROOM : Place.HOUSE,
                new Where(row.getString("channel"), row.getString("ts"), row.getString("shown")),
                row.getLong("told"),
                row.getInt("stage"),
                Arrays.asList((UUID[]) row.getArray("asked").getArray()),
                Arrays.asList((String[]) row.getArray("invited").getArray()),
                new Claim(
                        row.getInt("wish"),
                        row.getInt("tries"),
                        row.getBoolean("was_unsure"),
                        row.getString("failure") != null));
    }

    private static String word(Place place) {
        return place == Place.ROOM ? ROOM : HOUSE;
    }

    /** It lies there now; null where it does not any more. */
    void lies(Due due, Where where) {
        jdbc.sql("update slack_messages set channel = :channel, ts = :ts, shown = :shown"
                        + " where incident = :incident and place = :place")
                .param("channel", where.channel())
                .param("ts", where.ts())
                .param("shown", where.shown())
                .param("incident", due.incident())
                .param("place", word(due.place()))
                .update();
    }

    void told(Due due, long index) {
        jdbc.sql("update slack_messages set told = greatest(told, ?) where incident = ? and place = ?")
                .params(index, due.incident(), word(due.place()))
                .update();
    }

    void stage(Due due, int stage) {
        jdbc.sql("update slack_messages set stage = ? where incident = ? and place = ?")
                .params(stage, due.incident(), word(due.place()))
                .update();
    }

    void invited(Due due, List<String> users) {
        jdbc.sql("update slack_messages set invited = invited || ? where incident = ? and place = ?")
                .params(users.toArray(String[]::new), due.incident(), word(due.place()))
                .update();
    }

    /** It shows all there is, unless something happened meanwhile. */
    void done(Due due, @Nullable String failure) {
        jdbc.sql("""
                        update slack_messages set lease = null, unsure = false, tries = 0, failure = :failure,
                          due = case when wish = :wish then null else larum_now() end
                        where incident = :incident and place = :place""")
                .param("failure", failure)
                .param("wish", due.claim().wish())
                .param("incident", due.incident())
                .param("place", word(due.place()))
                .update();
    }

    void later(Due due, Duration wait, boolean unsure, @Nullable String failure) {
        jdbc.sql("""
                        update slack_messages set lease = null, unsure = :unsure, failure = :failure,
                          due = larum_now() + make_interval(secs => :wait)
                        where incident = :incident and place = :place""")
                .param("unsure", unsure)
                .param("failure", failure)
                .param("wait", wait.toMillis() / 1000.0)
                .param("incident", due.incident())
                .param("place", word(due.place()))
                .update();
    }

    // ------------------------------------------------------------ threads

    /** Of which incident a message is. */
    Optional<UUID> incident(String channel, String ts) {
        return jdbc.sql("select incident from slack_messages where channel = ? and ts = ?")
                .params(channel, ts)
                .query(UUID.class)
                .optional();
    }

    /** A note that lies in this channel already. */
    void said(UUID note, String channel) {
        jdbc.sql("insert into slack_notes (note, channel, said_at) values (?, ?, larum_now()) on conflict do nothing")
                .params(note, channel)
                .update();
    }

    boolean isSaid(UUID note, String channel) {
        return jdbc.sql("select exists (select 1 from slack_notes where note = ? and channel = ?)")
                .params(note, channel)
                .query(Boolean.class)
                .single();
    }
}
