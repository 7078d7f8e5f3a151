package org.larum.notifiers.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.notification.NotificationEvent.DeliveryFailed;
import org.larum.domain.notification.NotificationEvent.DeliveryScheduled;
import org.larum.domain.notification.NotificationEvent.NotificationDropped;
import org.larum.domain.notification.NotificationEvent.NotificationGivenUp;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationEvent.NotificationSent;
import org.larum.domain.notification.NotificationEvent.NotificationWaiting;
import org.larum.domain.notification.NotificationEvent.ReceiptArrived;
import org.larum.domain.notification.NotificationEvent.TestConfirmed;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.ChannelKind;
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

    private static void end(Connection connection, NotificationId notification, String state) throws SQLException {
        var sql = """
                update notification_attempts set state = ?, lease_until = null
                where notification = ? and state in ('pending', 'waiting', 'sending')""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, state);
            statement.setObject(2, notification.value());
            statement.executeUpdate();
        }
    }

    /**
     * Claims what is due and commits that before anybody is called: an attempt that is never heard of again is known by its
     * lease. At most {@code each} of one recipient are under way at once, so that one who hangs holds up nobody else.
     */
    List<Attempt> claim(ChannelKind channel, int limit, int each, Duration lease) {
        return jdbc.sql("""
                        with busy as (
                          select recipient, count(*) as n from notification_attempts
                          where state = 'sending' and channel = :channel group by recipient),
                        ranked as (
                          select a.notification, a.attempt, a.due_at,
                            row_number() over (partition by a.recipient order by a.due_at) + coalesce(b.n, 0) as nth
                          from notification_attempts a left join busy b on b.recipient = a.recipient
                          where a.state in ('pending', 'waiting') and a.due_at <= larum_now() and a.channel = :channel),
                        chosen as (
                          select a.notification, a.attempt from notification_attempts a
                          join ranked r on r.notification = a.notification and r.attempt = a.attempt
                          where r.nth <= :each and a.state in ('pending', 'waiting')
                          order by a.due_at limit :limit for update of a skip locked)
                        update notification_attempts a set state = 'sending',
                          lease_until = larum_now() + :lease * interval '1 millisecond'
                        from chosen c where a.notification = c.notification and a.attempt = c.attempt
                        returning a.notification, a.attempt, a.incident, a.run, a.recipient, a.kind, a.turn""")
                .param("channel", word(channel))
                .param("each", each)
                .param("limit", limit)
                .param("lease", lease.toMillis())
                .query((row, n) -> new Attempt(
                        new NotificationId(row.getObject("notification", UUID.class)),
                        row.getInt("attempt"),
                        incident(row.getObject("incident", UUID.class)),
                        row.getObject("run", UUID.class),
                        channel,
                        row.getObject("recipient", UUID.class),
                        NotificationKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("turn")))
                .list();
    }

    private static @Nullable IncidentId incident(@Nullable UUID id) {
        return id == null ? null : new IncidentId(id);
    }

    /** Nobody can send it yet: it stays in the outbox and is looked at again. */
    void waitLonger(Attempt attempt, Duration pause) {
        jdbc.sql("""
                        update notification_attempts set state = 'waiting', lease_until = null,
                          due_at = larum_now() + ? * interval '1 millisecond'
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
