package org.larum.notifiers.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.notification.NotificationEvent.DeliveryFailed;
import org.larum.domain.notification.NotificationEvent.DeliveryScheduled;
import org.larum.domain.notification.NotificationEvent.NotificationDropped;
import org.larum.domain.notification.NotificationEvent.NotificationGivenUp;
import org.larum.domain.notification.NotificationEvent.NotificationHeld;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationEvent.NotificationSent;
import org.larum.domain.notification.NotificationEvent.NotificationWaiting;
import org.larum.domain.notification.NotificationEvent.ReceiptArrived;
import org.larum.domain.notification.NotificationEvent.TestConfirmed;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.ChannelKind;
import org.larum.notifiers.delivery.Briefing.Urgency;
import org.larum.notifiers.delivery.Earlier.Matter;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One row for each attempt. A row follows the events of its notification, in their transaction; only the claim and the return
 * to waiting are made here, since they are not facts of the business.
 */
public final class AttemptTable {

    private final JdbcClient jdbc;

    public AttemptTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Called with the events of one append, before they are written, in their transaction. */
    public void write(Connection connection, List<? extends NotificationEvent> events) throws SQLException {
        var sorted = events.stream()
                .sorted(Comparator.comparing(event -> event.notification().value()))
                .toList();
        for (var event : sorted) {
            switch (event) {
                case NotificationRequested e -> first(connection, e);
                case DeliveryScheduled e -> next(connection, e);
                case NotificationSent e -> end(connection, e.notification(), "sent");
                case DeliveryFailed e -> end(connection, e.notification(), "failed");
                case NotificationGivenUp e -> end(connection, e.notification(), "failed");
                case NotificationDropped e -> end(connection, e.notification(), "dropped");
                case NotificationHeld e -> held(connection, e);
                case NotificationWaiting e -> {}
                case ReceiptArrived e -> {}
                case TestConfirmed e -> {}
            }
        }
    }

    private static void first(Connection connection, NotificationRequested e) throws SQLException {
        var sql = """
                insert into notification_attempts
                  (notification, attempt, state, due_at, incident, run, channel, recipient, kind, turn, requested_at)
                values (?, 1, 'pending', larum_now(), ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, e.notification().value());
            statement.setObject(2, e.incident() == null ? null : e.incident().value());
            statement.setObject(3, e.run());
            statement.setString(4, word(e.recipient().channel()));
            statement.setObject(5, e.recipient().id());
            statement.setString(6, word(e.kind()));
            statement.setString(7, e.occasion().turn());
            statement.setObject(8, e.at().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private static void next(Connection connection, DeliveryScheduled e) throws SQLException {
        var sql = """
                insert into notification_attempts
                  (notification, attempt, state, due_at, incident, run, channel, recipient, kind, turn, requested_at)
                select notification, ?, 'pending', larum_now() + ? * interval '1 millisecond',
                  incident, run, channel, recipient, kind, turn, requested_at
                from notification_attempts where notification = ? and attempt = 1
                on conflict do nothing""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, e.attempt());
            statement.setLong(2, e.after().toMillis());
            statement.setObject(3, e.notification().value());
            statement.executeUpdate();
        }
    }

    private static void held(Connection connection, NotificationHeld e) throws SQLException {
        var sql = "update notification_attempts set state = 'held' where notification = ? and state = 'holding'";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, e.notification().value());
            statement.executeUpdate();
        }
    }

    /** What did not go does not count as told. */
    private static void end(Connection connection, NotificationId notification, String state) throws SQLException {
        var sql = """
                update notification_attempts set state = ?, lease_until = null,
                  called_at = case when ? = 'sent' then called_at end
                where notification = ? and state in ('pending', 'waiting', 'holding', 'held', 'sending')""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, state);
            statement.setString(2, state);
            statement.setObject(3, notification.value());
            statement.executeUpdate();
        }
    }

    /** Those that are due, and of which it is not known yet how urgent they are. */
    List<IncidentId> unweighed(int limit) {
        return jdbc.sql("""
                        select distinct incident from notification_attempts
                        where state in ('pending', 'waiting', 'holding', 'held') and due_at <= larum_now()
                          and severity is null and incident is not null limit ?""")
                .param(limit)
                .query((row, n) -> new IncidentId(row.getObject("incident", UUID.class)))
                .list();
    }

    void weigh(Map<IncidentId, Urgency> urgencies) {
        var ids = new ArrayList<UUID>();
        var severities = new ArrayList<Integer>();
        var services = new ArrayList<UUID>();
        urgencies.forEach((incident, urgency) -> {
            ids.add(incident.value());
            severities.add(urgency.severity());
            services.add(urgency.service());
        });
        jdbc.sql("""
                        update notification_attempts a set severity = u.severity, service = u.service
                        from unnest(:ids::uuid[], :severities::smallint[], :services::uuid[]) u (incident, severity, service)
                        where a.incident = u.incident and a.severity is null
                          and a.state in ('pending', 'waiting', 'holding', 'held')""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("severities", severities.toArray(Integer[]::new))
                .param("services", services.toArray(UUID[]::new))
                .update();
    }

    /** By which channels something is due. */
    List<ChannelKind> dueBy() {
        return jdbc.sql("""
                        select distinct channel from notification_attempts
                        where state in ('pending', 'waiting', 'holding', 'held') and due_at <= larum_now()""")
                .query((row, n) -> ChannelKind.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)))
                .list();
    }

    /** One node at a time chooses for a channel, until the end of its transaction. */
    void choosing(ChannelKind channel) {
        jdbc.sql("select pg_advisory_xact_lock(43, hashtext(?))")
                .param(word(channel))
                .query((row, n) -> 0)
                .list();
    }

    Instant now() {
        return jdbc.sql("select larum_now() as now")
                .query((row, n) -> row.getObject("now", OffsetDateTime.class).toInstant())
                .single();
    }

    /**
     * What is due, the most urgent first and of those the newest, without those who have {@code each} messages under way: one who hangs
     * holds up nobody else.
     */
    List<Due> due(ChannelKind channel, int limit, int each) {
        return jdbc.sql("""
                        with busy as (
                          select recipient, count(distinct coalesce(bundle, notification)) as n from notification_attempts
                          where state = 'sending' and channel = :channel group by recipient)
                        select notification, attempt, incident, run, a.recipient, kind, turn, severity, service, requested_at,
                          coalesce(b.n, 0) as under_way
                        from notification_attempts a left join busy b on b.recipient = a.recipient
                        where state in ('pending', 'waiting', 'holding', 'held') and due_at <= larum_now() and channel = :channel
                          and (severity is not null or incident is null)
                          and coalesce(b.n, 0) < :each
                        order by coalesce(severity, 0), requested_at desc limit :limit""")
                .param("channel", word(channel))
                .param("each", each)
                .param("limit", limit)
                .query((row, n) -> new Due(
                        new Attempt(
                                new NotificationId(row.getObject("notification", UUID.class)),
                                row.getInt("attempt"),
                                incident(row.getObject("incident", UUID.class)),
                                row.getObject("run", UUID.class),
                                channel,
                                row.getObject("recipient", UUID.class),
                                NotificationKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                                row.getString("turn")),
                        row.getObject("service", UUID.class) == null
                                ? null
                                : new Urgency(row.getInt("severity"), row.getObject("service", UUID.class)),
                        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                        row.getInt("under_way")))
                .list();
    }

    /** What these people were sent by the channel since then, by recipient. */
    Map<UUID, List<Earlier>> earlier(ChannelKind channel, Collection<UUID> recipients, Instant since) {
        record Row(UUID recipient, UUID message, Instant at, Matter matter) {}
        var rows = jdbc.sql("""
                        select recipient, coalesce(bundle, notification) as message, called_at, incident, service
                        from notification_attempts
                        where channel = :channel and recipient = any(:recipients) and called_at > :since""")
                .param("channel", word(channel))
                .param("recipients", recipients.toArray(UUID[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Row(
                        row.getObject("recipient", UUID.class),
                        row.getObject("message", UUID.class),
                        row.getObject("called_at", OffsetDateTime.class).toInstant(),
                        new Matter(row.getObject("incident", UUID.class), row.getObject("service", UUID.class))))
                .list();
        var byMessage = new LinkedHashMap<UUID, List<Row>>();
        rows.forEach(row -> byMessage
                .computeIfAbsent(row.message(), message -> new ArrayList<>())
                .add(row));
        var found = new HashMap<UUID, List<Earlier>>();
        byMessage
                .values()
                .forEach(of -> found.computeIfAbsent(of.getFirst().recipient(), recipient -> new ArrayList<>())
                        .add(new Earlier(
                                of.getFirst().at(), of.stream().map(Row::matter).toList())));
        return found;
    }

    /**
     * Takes what goes as one message; it counts from the commit on, before anybody is called: an attempt that is never heard of again is
     * known by its lease.
     */
    void take(List<Due> message, Duration lease) {
        var lead = message.getFirst().attempt().notification().value();
        jdbc.sql("""
                        update notification_attempts a set state = 'sending', called_at = larum_now(),
                          bundle = case when :size > 1 then :lead::uuid end,
                          lease_until = larum_now() + :lease * interval '1 millisecond'
                        from unnest(:ids::uuid[], :attempts::integer[]) m (notification, attempt)
                        where a.notification = m.notification and a.attempt = m.attempt""")
                .param("size", message.size())
                .param("lead", lead)
                .param("lease", lease.toMillis())
                .param("ids", notifications(message))
                .param(
                        "attempts",
                        message.stream().map(one -> one.attempt().number()).toArray(Integer[]::new))
                .update();
    }

    private static UUID[] notifications(List<Due> some) {
        return some.stream().map(one -> one.attempt().notification().value()).toArray(UUID[]::new);
    }

    /** They wait until then; that each is held is still to be said. */
    void hold(List<Due> some, Instant until) {
        jdbc.sql("""
                        update notification_attempts set state = 'holding', due_at = :until
                        where notification = any(:ids) and state in ('pending', 'waiting', 'holding', 'held')""")
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("ids", notifications(some))
                .update();
    }

    record Holding(NotificationId notification, Instant until, Instant now) {}

    /** Those that are held and of which nobody has been told. */
    List<Holding> holding(int limit) {
        return jdbc.sql("""
                        select notification, due_at, larum_now() as now from notification_attempts
                        where state = 'holding' and due_at > larum_now() limit ?""")
                .param(limit)
                .query((row, n) -> new Holding(
                        new NotificationId(row.getObject("notification", UUID.class)),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getObject("now", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The provider works again: what waited for that is due. */
    void hurry(ChannelKind channel, @Nullable UUID recipient) {
        jdbc.sql("""
                        update notification_attempts set due_at = larum_now()
                        where state = 'waiting' and channel = :channel and due_at > larum_now()
                          and (:recipient::uuid is null or recipient = :recipient::uuid)""")
                .param("channel", word(channel))
                .param("recipient", recipient)
                .update();
    }

    private static @Nullable IncidentId incident(@Nullable UUID id) {
        return id == null ? null : new IncidentId(id);
    }

    /** Nobody can send it yet: it stays in the outbox and is looked at again. */
    void waitLonger(Attempt attempt, Duration pause) {
        jdbc.sql("""
                        update notification_attempts set state = 'waiting', lease_until = null,
                          called_at = null, bundle = null, due_at = larum_now() + ? * interval '1 millisecond'
                        where notification = ? and attempt = ? and state = 'sending'""")
                .params(pause.toMillis(), attempt.notification().value(), attempt.number())
                .update();
    }

    /** An attempt whose lease ran out: nobody knows whether the message arrived. */
    record Lost(NotificationId notification, int number, Instant now) {}

    List<Lost> lost(int limit) {
        return jdbc.sql("""
                        select notification, attempt, larum_now() as now from notification_attempts
                        where state = 'sending' and lease_until < larum_now() order by lease_until limit ?""")
                .param(limit)
                .query((row, n) -> new Lost(
                        new NotificationId(row.getObject("notification", UUID.class)),
                        row.getInt("attempt"),
                        row.getObject("now", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
