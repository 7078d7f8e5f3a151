package org.larum.app.channel;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of checks: one for a channel and a day, in UTC. */
final class CheckTable {

    private static final int DAYS = 30;

    private final JdbcClient jdbc;

    CheckTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the check of today for this node. Not when another node has it, unless that one was lost on the way; not when it was done, unless
     * the configuration was changed {@code since}.
     */
    boolean claim(String channel, @Nullable Instant since) {
        return jdbc.sql("""
                        insert into channel_checks as c (channel, day, claimed_at)
                        values (:channel, (larum_now() at time zone 'UTC')::date, larum_now())
                        on conflict (channel, day) do update set claimed_at = larum_now()
                        where (c.checked_at is null or c.checked_at < cast(:since as timestamptz))
                          and (c.checked_at >= c.claimed_at or c.claimed_at < larum_now() - interval '2 minutes')""")
                        .param("channel", channel)
                        .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    void write(String channel, boolean ok, String said, int tookMillis) {
        jdbc.sql("""
                        insert into channel_checks (channel, day, claimed_at, checked_at, ok, said, took_millis)
                        values (:channel, (larum_now() at time zone 'UTC')::date, larum_now(), larum_now(), :ok, :said, :took)
                        on conflict (channel, day) do update
                        set checked_at = excluded.checked_at, ok = excluded.ok, said = excluded.said, took_millis = excluded.took_millis""")
                .param("channel", channel)
                .param("ok", ok)
                .param("said", said)
                .param("took", tookMillis)
                .update();
    }

    Optional<Check> last(String channel) {
        return Optional.ofNullable(last().get(channel));
    }

    /** The newest of each channel. */
    Map<String, Check> last() {
        return jdbc
                .sql("""
                        select distinct on (channel) channel, checked_at, ok, said, took_millis from channel_checks
                        where checked_at is not null order by channel, day desc""")
                .query((row, n) -> Map.entry(
                        row.getString("channel"),
                        new Check(
                                row.getObject("checked_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getBoolean("ok"),
                                row.getString("said"),
                                row.getInt("took_millis"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Forgets what is older than thirty days. */
    void sweep() {
        jdbc.sql("delete from channel_checks where day < (larum_now() at time zone 'UTC')::date - ?")
                .param(DAYS)
                .update();
    }
}
