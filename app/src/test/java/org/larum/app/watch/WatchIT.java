package org.larum.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.axonframework.config.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.Reactions;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.shared.Time;

/** Rows are deleted at random: the standing check mends what it can, and tells of the rest within its round. */
class WatchIT {

    private static final String KEY = "the-key-of-the-standing-check-with-32-characters";
    private static final int SERVICES = 9;
    private static final Duration A_ROUND = Duration.ofSeconds(31);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Nobody can be written to, so every message waits. */
    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, organisation());

    private static String organisation() {
        var text = new StringBuilder("""
                people: {ada: {name: Ada, email: ada@example.test}}
                teams: {payments: {name: Payments, members: [ada]}}
                policies: {oncall: {steps: [{notify: ["person:ada"], wait: 30m}]}}
                integrations: {native: {type: native, key: %s, service: s0}}
                services:
                """.formatted(KEY));
        for (int n = 0; n < SERVICES; n++) {
            text.append("  s%d: {name: Service %d, team: payments, policy: oncall}%n".formatted(n, n));
        }
        return text.toString();
    }

    @Test
    void whateverRowIsDeletedIsMendedOrToldWithinARound() {
        var random = new Random(6);
        var now = new AtomicReference<>(Instant.now());
        var watch = watch(now::get);
        detect();
        await("a timer for each").atMost(PATIENCE).until(() -> runs().size() == SERVICES);
        await("a message for each").atMost(PATIENCE).until(() -> waiting().size() == SERVICES);
        var runs = runs();
        twoMinutesLater();
        watch.look();
        assertThat(told()).isEmpty();

        var readers = some(random, running().stream().sorted().toList());
        delete("escalation_timers where run::text", some(random, runs));
        delete("notification_attempts where notification::text", some(random, waiting()));
        delete("processor_tokens where processor", readers);

        watch.look();
        await("both are told")
                .atMost(PATIENCE)
                .until(() -> told().containsAll(List.of("forgotten-incidents", "unattempted-messages")));
        await("every run has a timer again").atMost(PATIENCE).until(() -> runs().containsAll(runs));
        now.updateAndGet(before -> before.plus(A_ROUND));
        watch.look();
        await("readers without a place are told")
                .atMost(PATIENCE)
                .until(() -> told().containsAll(readers.stream()
                        .map(reader -> "reader/" + reader)
                        .toList()));
    }

    /** The same as the server's, but for its clock. */
    private static Watch watch(Time time) {
        return new Watch(
                new WatchTable(SERVER.jdbc()),
                SERVER.bean(EventLog.class),
                SERVER.bean(Reactions.class),
                SERVER.bean(OwnFaults.class),
                SERVER.bean(HushCheck.class),
                WatchIT::running,
                time);
    }

    private static Set<String> running() {
        return SERVER.bean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessors()
                .keySet();
    }

    private static void detect() {
        var body = IntStream.range(0, SERVICES)
                .mapToObj(
                        n -> Map.of("key", "fault-" + n, "severity", "high", "summary", "It fails", "service", "s" + n))
                .toList();
        var answer = SERVER.caller().post("/api/detections", body, bearer(KEY));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(202);
    }

    /** What is younger than a minute is passed over. */
    private static void twoMinutesLater() {
        SERVER.jdbc().sql("""
                create or replace function larum_now() returns timestamptz language sql volatile as
                $$ select clock_timestamp() + interval '2 minutes' $$""").update();
    }

    private static List<String> some(Random random, List<String> all) {
        var mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, random);
        return List.copyOf(mixed.subList(0, all.size() / 3));
    }

    private static void delete(String where, List<String> which) {
        int deleted = SERVER.jdbc()
                .sql("delete from " + where + " = any(?)")
                .param(which.toArray(String[]::new))
                .update();
        assertThat(deleted).as(where).isEqualTo(which.size());
    }

    private static List<String> runs() {
        return texts("select run from escalation_timers");
    }

    private static List<String> waiting() {
        return texts("select m.id from outbox_messages m join notification_attempts a on a.notification = m.id"
                + " where m.state = 'waiting' and a.state in ('waiting', 'sending')");
    }

    /** The keys of the faults that Larum has raised of its own. */
    private static List<String> told() {
        return texts("select key from alert_identities where integration = '" + IntegrationId.of("larum") + "'");
    }

    private static List<String> texts(String sql) {
        return SERVER.jdbc()
                .sql(sql)
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }
}
