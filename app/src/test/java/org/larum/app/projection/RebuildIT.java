package org.larum.app.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.FILE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.Servers;
import org.larum.app.TestDatabase;
import org.larum.app.bus.Commands;
import org.larum.app.config.SystemTime;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.Freshness;
import org.larum.app.processing.Rebuild;
import org.larum.domain.alert.AlertCommand.RaiseAlert;
import org.larum.domain.alert.AlertCommand.ResolveAlert;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.DirectoryCommand.Define;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.feedback.FeedbackExamples;
import org.larum.domain.feedback.SurveyQuestion;
import org.larum.domain.feedback.Verdict;
import org.larum.domain.improvement.ImprovementCommand.Propose;
import org.larum.domain.improvement.ImprovementExamples;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.major.MajorCommand.AddTask;
import org.larum.domain.major.MajorExamples;
import org.larum.domain.report.ReportCommand.AskReport;
import org.larum.domain.report.ReportExamples;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Place;
import org.larum.domain.status.StatusExamples;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Projector;
import org.larum.projections.shared.Projectors;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A projection is built anew while the server goes on: it ends as if it had read everything from the beginning. */
class RebuildIT {

    @Test
    void aRebuildUnderLoadEndsLikeAStraightReading(@TempDir Path data) throws Exception {
        try (var server = Servers.start(TestDatabase.freshUrl(), data, new SystemTime());
                var writer = Executors.newSingleThreadExecutor()) {
            var commands = server.getBean(Commands.class);
            // Somebody to tell, so that the outbox has rows too.
            var chat = DirectoryExamples.chat();
            commands.send(new Define(chat.id().value(), chat, FILE));
            // Something on the status page.
            commands.send(StatusExamples.show("Paying", "Shop", 10));
            commands.send(StatusExamples.publish(StatusExamples.investigating()));
            commands.send(StatusExamples.update(StatusExamples.monitoring(), 5));
            // A major incident with a task.
            commands.send(IncidentExamples.open());
            commands.send(MajorExamples.declare(BY_ADA, 4));
            commands.send(new AddTask(
                    MajorExamples.MAJOR, MajorExamples.CALL_BANK, "Call the bank", null, BY_ADA, Monday.at(11)));
            commands.send(DirectoryExamples.recordChange());
            commands.send(FeedbackExamples.ratePage(Verdict.NOISE));
            commands.send(new AskReport(
                    ReportExamples.RUN,
                    DirectoryExamples.report(),
                    ReportExamples.FROM,
                    ReportExamples.UNTIL,
                    false,
                    BY_ADA,
                    Monday.at(12)));
            commands.send(new Propose(ImprovementExamples.noise(Monday.NINE), Actor.LARUM, Monday.NINE));
            commands.send(FeedbackExamples.rateIncident(4, "The runbook link is missing"));
            commands.send(FeedbackExamples.answer(SurveyQuestion.HELP, 4));
            var isEnough = new AtomicBoolean();
            var written = new AtomicInteger();
            var writing = writer.submit(() -> {
                while (!isEnough.get()) {
                    commands.send(Map.of(), someOf(written.getAndIncrement()));
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
                return written.get();
            });
            until(() -> written.get() > 10);
            var rooms = server.getBean(Projectors.class);
            try {
                for (var maker : rooms.makers()) {
                    var before = written.get();
                    server.getBean(Rebuild.class).run(maker.apply("public"), maker, (index, of) -> {});
                    until(() -> written.get() > before);
                }
            } finally {
                isEnough.set(true);
            }
            assertThat(writing.get(60, TimeUnit.SECONDS)).isGreaterThan(10);
            var log = server.getBean(EventLog.class);
            awaitQuiet(server, log);
            for (var maker : rooms.makers()) {
                assertSameAsStraight(server, log, maker.apply("public"), maker.apply("straight"));
            }
        }
    }

    private static void assertSameAsStraight(
            ConfigurableApplicationContext server, EventLog log, Projector live, Projector straight) {
        var jdbc = server.getBean(JdbcClient.class);
        jdbc.sql("create schema if not exists straight").update();
        for (var table : live.tables()) {
            jdbc.sql("create table straight." + table + " (like public." + table + " including all)")
                    .update();
        }
        long index = -1;
        while (true) {
            var page = log.after(index, 500);
            if (page.isEmpty()) {
                break;
            }
            for (var message : page) {
                index = message.trackingToken().position().orElseThrow();
                straight.on(List.of(new Logged((Event) message.getPayload(), index)));
            }
        }
        var rows = Rooms.rows(jdbc, "public", live.tables());
        assertThat(rows).as(live.room()).isNotEmpty().isEqualTo(Rooms.rows(jdbc, "straight", live.tables()));
        assertThat(indexes(jdbc, live.tables())).as("indexes of " + live.room()).isPositive();
    }

    private static int indexes(JdbcClient jdbc, List<String> tables) {
        return jdbc.sql("select count(*) from pg_indexes where schemaname = 'public' and tablename = any(?)")
                .param(tables.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /** Each of a service of its own, so that each opens an incident of its own. */
    private static List<Command> someOf(int batch) {
        var commands = new ArrayList<Command>();
        for (int i = 0; i < 3; i++) {
            var key = "fault-" + batch + "-" + i;
            var alert = AlertId.of(DirectoryExamples.PROMETHEUS, key, 1);
            var e = AlertExamples.raised();
            commands.add(new RaiseAlert(
                    alert,
                    AlertExamples.source(key),
                    new Place(ServiceId.of(key), null, null),
                    e.severity(),
                    key,
                    e.labels(),
                    e.links(),
                    Monday.at(batch)));
            commands.add(new ResolveAlert(alert, BY_ADA, Monday.at(batch + 1)));
        }
        return commands;
    }

    /** Until nothing more follows from what was written, and every projection has read it. */
    private static void awaitQuiet(ConfigurableApplicationContext server, EventLog log) {
        var freshness = server.getBean(Freshness.class);
        var last = new long[] {-2, 0};
        until(() -> {
            long head = log.head();
            boolean isRead = List.of(
                            "alert",
                            "incident",
                            "timeline",
                            "outbox",
                            "major",
                            "sla",
                            "slo",
                            "feedback",
                            "change",
                            "postmortem",
                            "improvement")
                    .stream()
                    .allMatch(room -> freshness.position("projection-" + room) >= head);
            last[1] = isRead && head == last[0] ? last[1] + 1 : 0;
            last[0] = head;
            return last[1] > 40;
        });
    }

    private static void until(BooleanSupplier isSo) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
