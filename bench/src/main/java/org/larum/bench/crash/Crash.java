package org.larum.bench.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.larum.bench.Driver;
import org.larum.bench.Run;
import org.larum.bench.larum.Api;
import org.larum.bench.larum.ConfigFile;
import org.larum.bench.larum.LarumServer;
import org.larum.bench.ledger.Ledger;
import org.larum.bench.machine.Pause;
import org.larum.bench.report.Report;
import org.larum.bench.sink.MailSink;
import org.larum.bench.sink.WebhookSink;

/** CRASH-1 and CRASH-2: what was answered 2xx is there, and whoever was to be paged is, whatever is killed when. */
public final class Crash implements Driver {

    /** From one kill to the next, a restart included: how many services the pressure may need. */
    private static final int SECONDS_A_KILL = 20;

    /** Life before the first kill and after the last. */
    private static final Duration AROUND = Duration.ofSeconds(8);

    private static final Duration QUIET = Duration.ofMinutes(5);

    private volatile @Nullable Api api;

    @Override
    public String about() {
        return "kill -9 of server and database under load: nothing lost, nobody forgotten [--kills N] [--seed N]";
    }

    @Override
    public void run(Run run) throws Exception {
        int kills = run.number("kills", 6, 40);
        int seed = run.number("seed", (int) (System.nanoTime() % 1_000_000), (int) (System.nanoTime() % 1_000_000));
        var report = run.report();
        report.remark("--seed " + seed + " kills at the same moments again.");
        int services = Pressure.services((long) kills * 2 * SECONDS_A_KILL);
        var random = new Random(seed);
        try (var ledger = new Ledger(run.home().resolve("ledger"));
                var acks = new Acknowledging(new Random(seed), ledger)) {
            var mailbox = new Mailbox((service, incident) -> {
                var now = api;
                if (now != null) {
                    acks.opened(now, service, incident);
                }
            });
            try (var webhooks = WebhookSink.telling(mailbox);
                    var mails = new MailSink(mailbox);
                    var server = new LarumServer(run.home().resolve("larum"), config(services, webhooks, mails))) {
                api = server.api();
                var pressure = new Pressure(server.port(), services, ledger);
                var killing = new Kills(server, kills, random, report);
                Pause.of(AROUND);
                killing.run();
                Pause.of(AROUND);
                pressure.stop();
                killing.tell();
                report.progress("waiting until all is quiet");
                quiet(server, report);
                acks.finish();
                quiet(server, report);
                judge(run, server, ledger, mailbox, acks, kills * 2);
            }
        }
    }

    private static ConfigFile config(int services, WebhookSink webhooks, MailSink mails) {
        var config = new ConfigFile()
                .person("ada")
                .person("grace")
                .webhook("first", webhooks.url("first"))
                .webhook("second", webhooks.url("second"))
                .mail(mails.port())
                .policy(
                        "both",
                        "{notify: [\"webhook:first\", \"person:ada\"], wait: 2s}",
                        "{notify: [\"webhook:second\", \"person:grace\"], wait: 7d}");
        for (int i = 0; i < services; i++) {
            config.service(Pressure.service(i), "both");
        }
        return config;
    }

    /** Everybody has read the log, no step is due in the next days only, and nothing is on its way. */
    private static void quiet(LarumServer server, Report report) {
        boolean isQuiet = Pause.until(
                QUIET, () -> server.database().lag("%") <= 0 && unsent(server).isEmpty());
        // A step may have been due just then; what it asks for takes two looks of the outbox.
        Pause.of(Duration.ofSeconds(5));
        isQuiet &= Pause.until(
                QUIET, () -> server.database().lag("%") <= 0 && unsent(server).isEmpty());
        if (!isQuiet) {
            report.broken("After " + QUIET.toMinutes() + " minutes something was still on its way.");
        }
    }

    private static List<String> unsent(LarumServer server) {
        var waiting = new ArrayList<String>();
        server.api()
                .each(
                        "/api/outbox?state=waiting,pending",
                        item -> waiting.add(item.path("id").asString("")));
        return waiting;
    }

    private static void judge(
            Run run, LarumServer server, Ledger ledger, Mailbox mailbox, Acknowledging acks, int crashes) {
        Set<String> stored = new HashSet<>();
        server.api().each("/api/alerts", alert -> stored.add(alert.path("key").asString("")));
        var incidents = new TreeSet<String>();
        server.api()
                .each(
                        "/api/incidents",
                        one -> incidents.add(one.path("service").path("word").asString("")));
        var accepted = ledger.accepted();
        accepted.removeIf(id -> id.startsWith("ack-"));
        var lost = accepted.stream().filter(id -> !stored.contains(id)).toList();
        var verdict = new Verdict(run.report(), mailbox.all(), acks);
        run.report()
                .table("After " + crashes + " kills", "what", "count")
                .row("requests sent", ledger.lines())
                .row("alerts accepted", accepted.size())
                .row("alerts stored", stored.size())
                .row("accepted but lost", verdict.none("accepted alerts are not stored", lost))
                .row("incidents", incidents.size())
                .row("acknowledged", acks.answered().size())
                .row("messages received", mailbox.all().size())
                .row("messages missing", verdict.none("messages never came", verdict.missingPages(incidents)))
                .row("copies, at most " + 8 * crashes, verdict.copies(crashes))
                .row(
                        "pages after an acknowledgement",
                        verdict.none("pages came after an acknowledgement", verdict.pagesAfterAcknowledgement()));
    }
}
