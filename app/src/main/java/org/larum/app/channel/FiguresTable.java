package org.larum.app.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.channel.Figures.Queue;
import org.larum.app.channel.Figures.Rate;
import org.larum.app.channel.Figures.Refused;
import org.larum.app.channel.Figures.Tested;
import org.larum.domain.shared.ChannelKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads how channels did from the rows of their messages and attempts; writes nothing. */
final class FiguresTable {

    /** A webhook is a channel of its own. */
    private static final String KEY = "case when channel = 'webhook' then recipient::text else channel end as key";

    private static final String[] KINDS =
            Stream.of(ChannelKind.values()).map(FiguresTable::word).toArray(String[]::new);

    private final JdbcClient jdbc;

    FiguresTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the last hour and the last day, by the id of the channel; one that sent nothing has no entry. */
    record Rates(Rate hour, Rate day) {

        static final Rates NONE = new Rates(Rate.NONE, Rate.NONE);
    }

    /** A message counts once its fate is known: that it was taken and came back from nowhere, or that it was not. */
    Map<String, Rates> rates() {
        return jdbc
                .sql("with moment as materialized (select larum_now() as now), recent as (select " + KEY + """
                        , case when state <> 'undelivered' then accepted_at end as taken,
                          case when state in ('failed', 'undelivered') then failed_at end as lost,
                          greatest(0, extract(epoch from accepted_at - requested_at) * 1000) as took
                        from outbox_messages
                        where channel = any(:kinds) and accepted_at > (select now - interval '1 day' from moment)
                          or channel = any(:kinds) and failed_at > (select now - interval '1 day' from moment))
                        select key,
                          count(*) filter (where taken > now - interval '1 hour') as hour_taken,
                          count(*) filter (where lost > now - interval '1 hour') as hour_lost,
                          percentile_disc(0.5) within group (order by took) filter (where taken > now - interval '1 hour') as hour_half,
                          percentile_disc(0.95) within group (order by took) filter (where taken > now - interval '1 hour') as hour_most,
                          count(*) filter (where taken > now - interval '1 day') as day_taken,
                          count(*) filter (where lost > now - interval '1 day') as day_lost,
                          percentile_disc(0.5) within group (order by took) filter (where taken > now - interval '1 day') as day_half,
                          percentile_disc(0.95) within group (order by took) filter (where taken > now - interval '1 day') as day_most
                        from recent, moment group by key""")
                .param("kinds", KINDS)
                .query((row, n) -> Map.entry(row.getString("key"), new Rates(rate(row, "hour"), rate(row, "day"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Rate rate(ResultSet row, String span) throws SQLException {
        return new Rate(
                row.getInt(span + "_taken"),
                row.getInt(span + "_lost"),
                millis(row, span + "_half"),
                millis(row, span + "_most"));
    }

    private static @Nullable Long millis(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Math.round(value);
    }

    /** What is not sent yet, by the id of the channel. */
    Map<String, Queue> queues() {
        return jdbc
                .sql("select " + KEY + """
                        , count(*) filter (where state = 'pending' and due_at <= larum_now()) as due,
                          count(*) filter (where state <> 'sending' and not (state = 'pending' and due_at <= larum_now())) as waiting,
                          count(*) filter (where state = 'sending') as sending,
                          min(requested_at) filter (where state = 'pending' and due_at <= larum_now()) as oldest_due,
                          min(requested_at) as oldest
                        from notification_attempts where state in ('pending', 'waiting', 'holding', 'held') or state = 'sending' group by key""")
                .query((row, n) -> Map.entry(
                        row.getString("key"),
                        new Queue(
                                row.getInt("due"),
                                row.getInt("waiting"),
                                row.getInt("sending"),
                                instant(row, "oldest_due"),
                                instant(row, "oldest"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** When a message was last taken. */
    @Nullable
    Instant lastTaken(HouseChannel channel) {
        return newest(channel, "accepted_at is not null order by accepted_at desc")
                .query((row, n) -> Optional.ofNullable(instant(row, "accepted_at")))
                .optional()
                .flatMap(found -> found)
                .orElse(null);
    }

    /** The last message that was not, and why. */
    @Nullable
    Refused lastRefused(HouseChannel channel) {
        return newest(channel, "failed_at is not null order by failed_at desc")
                .query((row, n) -> {
                    var why = row.getString("failure");
                    return new Refused(row.getObject("id", UUID.class), at(row, "failed_at"), why == null ? "" : why);
                })
                .optional()
                .orElse(null);
    }

    /** How many were not taken since; no more than a hundred are counted. */
    int refusedSince(HouseChannel channel, Instant since) {
        return jdbc.sql("select count(*) from (select 1 from outbox_messages where " + of(channel)
                        + " and failed_at > :since limit 100) found")
                .params(values(channel))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Nullable
    Tested lastTest(HouseChannel channel) {
        return newest(channel, "kind = 'notice' and turn = 'test' order by requested_index desc")
                .query((row, n) -> new Tested(
                        row.getObject("id", UUID.class),
                        row.getObject("recipient", UUID.class),
                        row.getString("state"),
                        row.getString("reason"),
                        at(row, "requested_at"),
                        at(row, "changed_at"),
                        instant(row, "confirmed_at")))
                .optional()
                .orElse(null);
    }

    private JdbcClient.StatementSpec newest(HouseChannel channel, String which) {
        return jdbc.sql("select * from outbox_messages where " + of(channel) + " and " + which + " limit 1")
                .params(values(channel));
    }

    private static String of(HouseChannel channel) {
        return channel.kind() == ChannelKind.WEBHOOK ? "channel = :kind and recipient = :id" : "channel = :kind";
    }

    private static Map<String, Object> values(HouseChannel channel) {
        return channel.kind() == ChannelKind.WEBHOOK
                ? Map.of("kind", word(channel.kind()), "id", UUID.fromString(channel.id()))
                : Map.of("kind", word(channel.kind()));
    }

    private static String word(ChannelKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
