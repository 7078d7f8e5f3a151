package org.larum.app.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.app.TestDatabase;
import org.larum.app.channel.Figures.Queue;
import org.larum.app.channel.Figures.Rate;
import org.larum.app.channel.FiguresTable.Rates;
import org.larum.domain.shared.ChannelKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures come out of the rows of messages and attempts; a check is done by one node. */
class ChannelTablesIT {

    private static final HouseChannel EMAIL =
            new HouseChannel("email", ChannelKind.EMAIL, "email", "E-mail", null, false, null);
    private static final UUID OPS = new UUID(7, 7);
    private static final HouseChannel HOOK =
            new HouseChannel(OPS.toString(), ChannelKind.WEBHOOK, "ops", "ops", null, false, null);

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final FiguresTable figures = new FiguresTable(jdbc);
    private final CheckTable checks = new CheckTable(jdbc);
    private final Instant now = Instant.now();
    private int messages;

    /** @param taken how long after it was asked for */
    private void message(
            String channel,
            UUID recipient,
            String state,
            Instant asked,
            @Nullable Duration taken,
            @Nullable Duration lost) {
        messages++;
        jdbc.sql("""
                        insert into outbox_messages (id, position, requested_index, channel, recipient, kind, turn, state, attempts,
                          requested_at, changed_at, accepted_at, failed_at, failure)
                        values (:id, :n, :n, :channel, :recipient, 'page', 'step', :state, 1, :asked, :asked, cast(:taken as timestamptz),
                          cast(:lost as timestamptz), '421 later')""")
                .param("id", new UUID(1, messages))
                .param("n", messages)
                .param("channel", channel)
                .param("recipient", recipient)
                .param("state", state)
                .param("asked", asked.atOffset(ZoneOffset.UTC))
                .param("taken", taken == null ? null : asked.plus(taken).atOffset(ZoneOffset.UTC))
                .param("lost", lost == null ? null : asked.plus(lost).atOffset(ZoneOffset.UTC))
                .update();
    }

    private Instant ago(Duration time) {
        return now.minus(time);
    }

    @Test
    void ratesCountWhatIsKnownOfTheLastHourAndDay() {
        var recently = ago(Duration.ofMinutes(10));
        var earlier = ago(Duration.ofHours(5));
        for (int n = 1; n <= 20; n++) {
            message("email", OPS, "sent", recently, Duration.ofMillis(n * 100L), null);
        }
        message("email", OPS, "failed", recently, null, Duration.ofSeconds(1));
        message("email", OPS, "undelivered", earlier, Duration.ofSeconds(9), Duration.ofSeconds(10));
        message("email", OPS, "pending", recently, null, Duration.ofSeconds(1));
        message("email", OPS, "sent", ago(Duration.ofHours(30)), Duration.ofSeconds(1), null);
        message("webhook", OPS, "delivered", earlier, Duration.ofSeconds(2), null);
        var rates = figures.rates();
        assertThat(rates.getOrDefault("email", Rates.NONE).hour()).isEqualTo(new Rate(20, 1, 1_000L, 1_900L));
        assertThat(rates.getOrDefault("email", Rates.NONE).day()).isEqualTo(new Rate(20, 2, 1_000L, 1_900L));
        assertThat(rates.getOrDefault(OPS.toString(), Rates.NONE).hour()).isEqualTo(Rate.NONE);
        assertThat(rates.getOrDefault(OPS.toString(), Rates.NONE).day()).isEqualTo(new Rate(1, 0, 2_000L, 2_000L));
        assertThat(rates.get("sms")).isNull();
    }

    @Test
    void theLastOfEachIsFoundAndWebhooksAreToldApart() {
        assertThat(figures.lastTaken(EMAIL)).isNull();
        assertThat(figures.lastRefused(EMAIL)).isNull();
        message("webhook", OPS, "sent", ago(Duration.ofMinutes(9)), Duration.ZERO, null);
        message("webhook", new UUID(8, 8), "sent", ago(Duration.ofMinutes(1)), Duration.ZERO, null);
        for (int n = 1; n <= 3; n++) {
            message("webhook", OPS, "failed", ago(Duration.ofMinutes(2)), null, Duration.ofSeconds(n));
        }
        var taken = figures.lastTaken(HOOK);
        assertThat(taken).isNotNull().isCloseTo(ago(Duration.ofMinutes(9)), within(1, ChronoUnit.MILLIS));
        assertThat(figures.lastRefused(HOOK)).extracting("id", "why").containsExactly(new UUID(1, 5), "421 later");
        assertThat(figures.refusedSince(HOOK, ago(Duration.ofMinutes(9)))).isEqualTo(3);
        assertThat(figures.refusedSince(HOOK, now)).isZero();
    }

    private void attempt(String channel, String state, String due, String asked) {
        messages++;
        jdbc.sql("""
                        insert into notification_attempts (notification, attempt, state, due_at, channel, recipient, kind, turn, requested_at)
                        values (?, 1, ?, larum_now() + cast(? as interval), ?, ?, 'page', 'step', larum_now() - cast(? as interval))""")
                .params(new UUID(2, messages), state, due, channel, OPS, asked)
                .update();
    }

    @Test
    void theQueueSaysWhatIsDueWhatWaitsAndForHowLong() {
        attempt("email", "pending", "-1 second", "5 minutes");
        attempt("email", "pending", "10 seconds", "20 minutes");
        attempt("email", "waiting", "-1 second", "1 minute");
        attempt("email", "sending", "-1 second", "1 minute");
        attempt("email", "sent", "-1 second", "1 hour");
        attempt("webhook", "sending", "0 seconds", "0 seconds");
        var queues = figures.queues();
        var mail = queues.getOrDefault("email", Queue.EMPTY);
        assertThat(mail).extracting(Queue::due, Queue::waiting, Queue::sending).containsExactly(1, 2, 1);
        assertThat(mail.oldestDue()).isAfter(ago(Duration.ofMinutes(6)));
        assertThat(mail.oldest()).isBefore(ago(Duration.ofMinutes(19)));
        assertThat(queues.get(OPS.toString())).extracting(Queue::sending).isEqualTo(1);
    }

    @Test
    void aCheckIsDoneOnceADayByOneNode() {
        assertThat(checks.claim("email", null)).isTrue();
        assertThat(checks.claim("email", null)).isFalse();
        checks.write("email", true, "250 ok", 12);
        assertThat(checks.claim("email", null)).isFalse();
        assertThat(checks.claim("sms", null)).isTrue();
        assertThat(checks.last("email"))
                .get()
                .extracting(Check::ok, Check::said)
                .containsExactly(true, "250 ok");
        assertThat(checks.last("sms")).isEmpty();
    }

    @Test
    void itIsDoneAgainWhenTheConfigurationWasChangedSince() {
        assertThat(checks.claim("email", null)).isTrue();
        checks.write("email", true, "250 ok", 12);
        assertThat(checks.claim("email", now.minusSeconds(60))).isFalse();
        var changed = now.plusSeconds(60);
        assertThat(checks.claim("email", changed)).isTrue();
        assertThat(checks.claim("email", changed)).isFalse();
    }

    @Test
    void oneThatWasLostOnTheWayIsTakenUpByAnother() {
        assertThat(checks.claim("email", null)).isTrue();
        jdbc.sql("update channel_checks set claimed_at = claimed_at - interval '3 minutes'")
                .update();
        assertThat(checks.claim("email", null)).isTrue();
    }

    @Test
    void theNewestDayCountsAndOldOnesAreForgotten() {
        checks.write("email", false, "Nothing answers.", 1);
        jdbc.sql("update channel_checks set day = day - 31, checked_at = checked_at - interval '31 days'")
                .update();
        assertThat(checks.last("email")).get().extracting(Check::ok).isEqualTo(false);
        checks.write("email", true, "250 ok", 1);
        assertThat(checks.last("email")).get().extracting(Check::ok).isEqualTo(true);
        checks.sweep();
        assertThat(jdbc.sql("select count(*) from channel_checks")
                        .query(Integer.class)
                        .single())
                .isOne();
    }
}
