package org.larum.projections.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationEvent.NotificationSent;
import org.larum.domain.notification.NotificationEvent.Occasion;
import org.larum.domain.notification.NotificationEvent.TestConfirmed;
import org.larum.domain.shared.ChannelKind;
import org.larum.projections.outbox.LastView.Fate;
import org.larum.projections.outbox.OutboxQuery.Bundled;
import org.larum.projections.outbox.OutboxQuery.Last;
import org.larum.projections.outbox.OutboxQuery.Messages;
import org.larum.projections.outbox.OutboxQuery.Pages;
import org.larum.projections.outbox.OutboxQuery.Together;
import org.larum.projections.outbox.OutboxView.IncidentRef;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page.Positioned;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of messages, in the live schema or in the one of a rebuild. */
public final class OutboxTable {

    /** As its index has it. */
    private static final String IS_TEST = "kind = 'notice' and turn = '" + Occasion.TEST + "'";

    private static final Set<String> UNFINISHED = Set.of("pending", "waiting", "held");

    /** The claim of an attempt is beside the log. */
    private static final String SHOWN = """
             case when m.state in ('pending', 'waiting', 'held') and exists (
              select 1 from notification_attempts a where a.notification = m.id and a.state = 'sending')
             then 'sending' else m.state end""";

    private final JdbcClient jdbc;
    private final String messages;

    public OutboxTable(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.messages = schema + ".outbox_messages";
    }

    void insert(NotificationRequested e, long index) {
        jdbc.sql("insert into " + messages + """
                         (id, position, requested_index, incident, channel, recipient, kind, turn, notice, state, attempts,
                          requested_at, changed_at)
                        values (:id, :index, :index, :incident, :channel, :recipient, :kind, :turn, :notice,
                          'pending', 0, :at, :at)
                        on conflict do nothing""")
                .param("id", e.notification().value())
                .param("index", index)
                .param("incident", e.incident() == null ? null : e.incident().value())
                .param("channel", word(e.recipient().channel()))
                .param("recipient", e.recipient().id())
                .param("kind", e.kind().name().toLowerCase(Locale.ROOT))
                .param("turn", e.occasion().turn())
                .param("notice", e.notice() == null ? null : e.notice().title())
                .param("at", e.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What it says of the provider; it stays, whatever becomes of the message. */
    enum Mark {
        NOTHING(""),
        TAKEN("accepted_at = :at, "),
        NOT_TAKEN("failed_at = :at, failure = :reason, ");

        private final String columns;

        Mark(String columns) {
            this.columns = columns;
        }
    }

    /**
     * What the provider says of its own outweighs that it took it, in whatever order the two are heard. {@code attempts}: how many there
     * have been, if the event tells; 0 leaves the number.
     */
    void state(
            NotificationEvent e,
            String state,
            int attempts,
            @Nullable String reason,
            Mark mark,
            Instant at,
            long index) {
        jdbc.sql("update " + messages + " set " + mark.columns + """
                         attempts = greatest(attempts, :attempts), changed_at = :at, position = :index,
                          state = case when state in ('delivered', 'undelivered') and :state = 'sent' then state else :state end,
                          reason = case when state in ('delivered', 'undelivered') and :state = 'sent' then reason
                            else cast(:reason as text) end
                        where id = :id and position < :index""")
                .param("state", state)
                .param("attempts", attempts)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("index", index)
                .param("id", e.notification().value())
                .update();
    }

    void sent(NotificationSent e, long index) {
        state(e, "sent", e.attempt(), null, Mark.TAKEN, e.at(), index);
        if (e.bundle() != null) {
            jdbc.sql("update " + messages + " set bundle = ? where id = ?")
                    .params(e.bundle().lead().value(), e.notification().value())
                    .update();
        }
    }

    void touch(NotificationEvent e, long index) {
        jdbc.sql("update " + messages + " set position = ? where id = ? and position < ?")
                .params(index, e.notification().value(), index)
                .update();
    }

    /** A test that arrived before its attempt was recorded keeps the state that is yet to come. */
    void confirm(TestConfirmed e, long index) {
        jdbc.sql("update " + messages + " set confirmed_at = ?, position = ? where id = ? and position < ?")
                .params(e.at().atOffset(ZoneOffset.UTC), index, e.notification().value(), index)
                .update();
    }

    List<LastView> last(Last q) {
        return q.channels().stream()
                .map(channel -> new LastView(
                        channel,
                        fate(
                                q.recipient(),
                                channel,
                                "state in ('sent', 'failed', 'waiting', 'delivered', 'undelivered')"),
                        fate(q.recipient(), channel, IS_TEST),
                        confirmed(q.recipient(), channel)))
                .filter(last -> last.told() != null || last.test() != null)
                .toList();
    }

    private @Nullable Fate fate(UUID recipient, ChannelKind channel, String which) {
        return jdbc.sql("select * from " + messages + " where recipient = ? and channel = ? and " + which
                        + " order by requested_index desc limit 1")
                .params(recipient, word(channel))
                .query((row, n) -> fate(row))
                .optional()
                .orElse(null);
    }

    private @Nullable Instant confirmed(UUID recipient, ChannelKind channel) {
        return jdbc.sql("select max(confirmed_at) as at from " + messages + " where recipient = ? and channel = ? and "
                        + IS_TEST)
                .params(recipient, word(channel))
                .query((row, n) -> Optional.ofNullable(instant(row, "at")))
                .single()
                .orElse(null);
    }

    /** Of each incident the last message counts. */
    List<UUID> pages(Pages q) {
        return jdbc.sql("select incident from (select incident, requested_index from " + messages + """
                         where recipient = ? and channel = ? and kind = 'page' and incident is not null
                        order by requested_index desc limit ?) last
                        group by incident order by max(requested_index) desc""")
                .params(q.recipient(), word(q.channel()), q.limit())
                .query((row, n) -> row.getObject("incident", UUID.class))
                .list();
    }

    List<UUID> together(Together q) {
        return jdbc.sql("""
                        with last as (
                          select id, bundle from %1$s
                          where incident = :incident and recipient = :recipient and channel = :channel and kind = 'page'
                            and state in ('sent', 'delivered')
                          order by requested_index desc limit 1)
                        select distinct m.incident from last l join %1$s m on m.id = l.id or m.bundle = l.bundle
                        where m.kind = 'page' and m.incident is not null""".formatted(messages))
                .param("incident", q.incident())
                .param("recipient", q.recipient())
                .param("channel", word(q.channel()))
                .query((row, n) -> row.getObject("incident", UUID.class))
                .list();
    }

    List<UUID> bundled(Bundled q) {
        return jdbc.sql("select id from %1$s where id = :id or bundle = (select bundle from %1$s where id = :id)"
                        .formatted(messages))
                .param("id", q.notification())
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    private static Fate fate(ResultSet row) throws SQLException {
        return new Fate(
                row.getObject("id", UUID.class),
                row.getString("state"),
                row.getString("reason"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                instant(row, "confirmed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String word(ChannelKind channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    /** One row more than asked for, newest first. */
    List<Positioned<OutboxView>> find(Messages q, Names names) {
        var filter = q.filter();
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        states(filter.states(), where, values);
        kinds(filter.kinds(), where, values);
        if (!filter.channels().isEmpty()) {
            where.add("m.channel = any(:channels)");
            values.put("channels", filter.channels().toArray(String[]::new));
        }
        if (filter.recipient() != null) {
            where.add("m.recipient = :recipient");
            values.put("recipient", filter.recipient());
        }
        if (filter.incident() != null) {
            where.add("m.incident = (select v.id from incident_views v where v.number = :number)");
            values.put("number", filter.incident());
        }
        if (filter.from() != null) {
            where.add("m.requested_at >= :from");
            values.put("from", filter.from().atOffset(ZoneOffset.UTC));
        }
        if (filter.until() != null) {
            where.add("m.requested_at < :until");
            values.put("until", filter.until().atOffset(ZoneOffset.UTC));
        }
        where.add("m.requested_index < :before");
        values.put("before", Cursor.read(q.asked().after(), Long.MAX_VALUE));
        values.put("limit", q.asked().limit() + 1);
        return jdbc.sql(selected() + " where " + String.join(" and ", where)
                        + " order by m.requested_index desc limit :limit")
                .params(values)
                .query((row, n) -> new Positioned<>(view(row, names), row.getLong("requested_index")))
                .list();
    }

    /** The states in the rows are looked up; which of the unfinished are being sent just now is asked of those alone. */
    private static void states(Set<String> states, List<String> where, Map<String, Object> values) {
        if (states.isEmpty()) {
            return;
        }
        var kept = new HashSet<>(states);
        if (kept.remove(OutboxFilter.SENDING)) {
            kept.addAll(UNFINISHED);
        }
        where.add("m.state = any(:kept)");
        values.put("kept", kept.toArray(String[]::new));
        if (kept.stream().anyMatch(UNFINISHED::contains)) {
            where.add(SHOWN + " = any(:states)");
            values.put("states", states.toArray(String[]::new));
        }
    }

    private static void kinds(Set<String> kinds, List<String> where, Map<String, Object> values) {
        if (kinds.isEmpty()) {
            return;
        }
        where.add("case when m.turn = :test then :test else m.kind end = any(:kinds)");
        values.put("test", OutboxFilter.TEST);
        values.put("kinds", kinds.toArray(String[]::new));
    }

    Optional<OutboxView> find(UUID id, Names names) {
        return jdbc.sql(selected() + " where m.id = ?")
                .param(id)
                .query((row, n) -> view(row, names))
                .optional();
    }

    private String selected() {
        return "select m.*, i.number, i.title, " + SHOWN + " as shown from " + messages
                + " m left join incident_views i on i.id = m.incident";
    }

    private static OutboxView view(ResultSet row, Names names) throws SQLException {
        var recipient = row.getObject("recipient", UUID.class);
        var to = switch (row.getString("channel")) {
            case "webhook" ->
                new ActorView(
                        "webhook",
                        recipient.toString(),
                        names.channel(recipient).name());
            case "source" ->
                new ActorView(
                        "integration",
                        recipient.toString(),
                        names.integration(recipient).name());
            default ->
                new ActorView(
                        "person", recipient.toString(), names.person(recipient).name());
        };
        var incident = row.getObject("incident", UUID.class);
        var title = row.getString("title");
        return new OutboxView(
                row.getObject("id", UUID.class),
                incident == null ? null : new IncidentRef(incident, row.getInt("number"), title == null ? "" : title),
                row.getString("notice"),
                to,
                row.getString("channel"),
                Occasion.TEST.equals(row.getString("turn")) ? OutboxFilter.TEST : row.getString("kind"),
                row.getString("turn"),
                row.getString("shown"),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
