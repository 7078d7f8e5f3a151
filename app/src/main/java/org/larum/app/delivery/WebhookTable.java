package org.larum.app.delivery;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.larum.app.eventstore.RowsWithEvents;
import org.larum.domain.directory.Definition.Webhook;
import org.larum.domain.directory.DirectoryEvent.Defined;
import org.larum.domain.directory.DirectoryEvent.Retired;
import org.larum.domain.notification.NotificationEvent.DeliveryFailed;
import org.larum.domain.notification.NotificationEvent.NotificationGivenUp;
import org.larum.domain.notification.NotificationEvent.NotificationSent;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.webhook.Failing;
import org.larum.domain.webhook.WebhookEvent.WebhookDisabled;
import org.larum.domain.webhook.WebhookEvent.WebhookEnabled;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long webhooks have failed, and which are told nothing more: rows that commit with the events that they follow from. */
public final class WebhookTable implements RowsWithEvents {

    private final JdbcClient jdbc;

    public WebhookTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
        for (var message : events) {
            switch (message.getPayload()) {
                case DeliveryFailed e -> failed(connection, e.notification(), e.reason(), e.at());
                case NotificationGivenUp e
                when e.attempt() != null -> failed(connection, e.notification(), e.reason(), e.at());
                case NotificationSent e -> sent(connection, e.notification());
                case WebhookDisabled e -> disabled(connection, e);
                case WebhookEnabled e -> begin(connection, e.webhook().value());
                case Defined e
                when e.definition() instanceof Webhook webhook ->
                    begin(connection, webhook.id().value());
                case Retired e -> begin(connection, e.entry());
                default -> {}
            }
        }
    }

    private static void failed(Connection connection, NotificationId notification, String said, Instant at)
            throws SQLException {
        var sql = """
                insert into webhook_failures as f (webhook, since, attempts, said)
                select recipient, ?, 1, ? from notification_attempts
                where notification = ? and attempt = 1 and channel = 'webhook'
                on conflict (webhook) do update set attempts = f.attempts + 1, said = excluded.said""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setString(2, said);
            statement.setObject(3, notification.value());
            statement.executeUpdate();
        }
    }

    private static void sent(Connection connection, NotificationId notification) throws SQLException {
        var sql = """
                delete from webhook_failures f using notification_attempts a
                where a.notification = ? and a.attempt = 1 and a.channel = 'webhook' and f.webhook = a.recipient""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, notification.value());
            statement.executeUpdate();
        }
    }

    private static void disabled(Connection connection, WebhookDisabled e) throws SQLException {
        forget(connection, e.webhook().value());
        var sql = """
                insert into disabled_webhooks (webhook, word, since, attempts, said, at) values (?, ?, ?, ?, ?, ?)
                on conflict (webhook) do update set word = excluded.word, since = excluded.since, attempts = excluded.attempts,
                  said = excluded.said, at = excluded.at, mended = false, told = false""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, e.webhook().value());
            statement.setString(2, e.word());
            statement.setObject(3, e.since().atOffset(ZoneOffset.UTC));
            statement.setInt(4, e.attempts());
            statement.setString(5, e.said());
            statement.setObject(6, e.at().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    /** Whatever was, it has another chance. */
    private static void begin(Connection connection, UUID webhook) throws SQLException {
        forget(connection, webhook);
        var sql = "update disabled_webhooks set mended = true, told = false where webhook = ? and not mended";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, webhook);
            statement.executeUpdate();
        }
    }

    private static void forget(Connection connection, UUID webhook) throws SQLException {
        try (var statement = connection.prepareStatement("delete from webhook_failures where webhook = ?")) {
            statement.setObject(1, webhook);
            statement.executeUpdate();
        }
    }

    /** Those that fail, by their id. */
    public Map<UUID, Failing> failing() {
        return jdbc
                .sql("select webhook, since, attempts, said from webhook_failures")
                .query((row, n) -> Map.entry(
                        row.getObject("webhook", UUID.class),
                        new Failing(instant(row, "since"), row.getInt("attempts"), row.getString("said"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Optional<Disabled> disabled(UUID webhook) {
        return jdbc.sql("select * from disabled_webhooks where webhook = ? and not mended")
                .param(webhook)
                .query((row, n) -> disabled(row))
                .optional();
    }

    /** Whether it is mended, and what is to be said of it. */
    public record Untold(Disabled webhook, boolean isMended) {}

    /** Those that changed since the administrators were told. */
    public List<Untold> untold() {
        return jdbc.sql("select * from disabled_webhooks where not told order by at")
                .query((row, n) -> new Untold(disabled(row), row.getBoolean("mended")))
                .list();
    }

    public void told(Untold one) {
        var sql = one.isMended()
                ? "delete from disabled_webhooks where webhook = ? and at = ? and mended"
                : "update disabled_webhooks set told = true where webhook = ? and at = ? and not mended";
        jdbc.sql(sql)
                .params(one.webhook().webhook(), one.webhook().at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Disabled disabled(ResultSet row) throws SQLException {
        return new Disabled(
                row.getObject("webhook", UUID.class),
                row.getString("word"),
                instant(row, "since"),
                row.getInt("attempts"),
                row.getString("said"),
                instant(row, "at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
