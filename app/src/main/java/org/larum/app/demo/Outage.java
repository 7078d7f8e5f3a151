package org.larum.app.demo;

import static org.larum.app.demo.Alarm.Dialect.ALERTMANAGER;
import static org.larum.app.demo.Alarm.Dialect.NATIVE;
import static org.larum.app.demo.Alarm.Dialect.PAGERDUTY;

import java.util.ArrayList;
import java.util.List;

/** The script: what breaks, who answers, and when, in seconds after the curtain. Says nothing about how it is sent. */
final class Outage {

    /** One thing that happens. */
    sealed interface Act {}

    record Burns(Alarm alarm) implements Act {}

    record IsOver(Alarm alarm) implements Act {}

    /** Grace acknowledges the newest open incident of the service. */
    record Acknowledges(String service) implements Act {}

    /** Grace writes about the newest incident of the service. */
    record Notes(String service, String text) implements Act {}

    record Cue(int second, Act act) {}

    private static final int END = 3600;
    private static final int CALM = 300;
    private static final int EACH = 180;

    private static final Alarm PAYMENTS = new Alarm(
            NATIVE,
            "card-payments",
            "critical",
            "checkout",
            "card-gateway",
            "Card payments fail: 38 % of attempts time out");
    private static final Alarm ORDERS = new Alarm(
            NATIVE, "order-queue", "high", "checkout", "orders", "Order queue grows: 4,100 waiting, oldest 6 minutes");
    private static final Alarm SEARCH = new Alarm(
            PAGERDUTY, "search-latency", "error", "search", "query-api", "Search answers slowly: p99 is 4.2 s");
    private static final Alarm DISK = new Alarm(
            ALERTMANAGER,
            "DiskWillFillIn4Hours",
            "warning",
            "storage",
            "node-7",
            "Disk of node-7 will be full in 4 hours");
    private static final Alarm INVOICES = new Alarm(
            ALERTMANAGER,
            "InvoiceRunLate",
            "high",
            "invoices",
            "nightly-run",
            "The nightly invoice run is 40 minutes late");

    private static final List<Alarm> SMALL = List.of(
            new Alarm(
                    PAGERDUTY,
                    "search-errors",
                    "warning",
                    "search",
                    "query-api",
                    "Search errors rise: 2.1 % of queries"),
            new Alarm(ALERTMANAGER, "BackupSlow", "info", "storage", "backup", "The backup takes longer than usual"),
            new Alarm(NATIVE, "fraud-check", "high", "checkout", "fraud-check", "The fraud check answers after 3 s"),
            new Alarm(
                    ALERTMANAGER,
                    "InvoiceMailQueue",
                    "warning",
                    "invoices",
                    "mailer",
                    "320 invoices wait to be mailed"),
            new Alarm(PAGERDUTY, "search-index", "error", "search", "indexer", "The search index is 20 minutes behind"),
            new Alarm(NATIVE, "session-cache", "medium", "checkout", "session-cache", "The session cache misses 30 %"));

    private Outage() {}

    /** Everything that a script of before may have left open. */
    static List<Alarm> alarms() {
        var all = new ArrayList<>(SMALL);
        all.addAll(List.of(PAYMENTS, ORDERS, SEARCH, DISK, INVOICES));
        return all;
    }

    static List<Cue> script() {
        var script = new ArrayList<Cue>();
        script.add(new Cue(0, new Burns(PAYMENTS)));
        script.add(new Cue(1, new Burns(SEARCH)));
        script.add(new Cue(2, new Burns(DISK)));
        for (int second : List.of(3, 6, 9, 15, 30, 45)) {
            script.add(new Cue(second, new Burns(PAYMENTS)));
        }
        script.add(new Cue(7, new Burns(ORDERS)));
        script.add(new Cue(14, new Acknowledges("checkout")));
        script.add(new Cue(16, new Notes("checkout", """
                The certificate of the first card gateway expired at the top of the hour. Switching to the second gateway; \
                orders that wait are kept and will be charged once.""")));
        script.add(new Cue(20, new IsOver(DISK)));
        script.add(new Cue(30, new Burns(INVOICES)));
        script.add(new Cue(45, new IsOver(SEARCH)));
        script.add(new Cue(60, new Notes("checkout", "Second gateway takes all cards now. The queue shrinks.")));
        script.add(new Cue(75, new IsOver(ORDERS)));
        script.add(new Cue(90, new IsOver(PAYMENTS)));
        script.add(new Cue(600, new IsOver(INVOICES)));
        afterwards(script);
        return script;
    }

    /** A small thing each three minutes; most are over by themselves, each fourth waits for somebody. */
    private static void afterwards(List<Cue> script) {
        int count = 0;
        for (int second = CALM; second < END - EACH; second += EACH) {
            var alarm = SMALL.get(count % SMALL.size());
            script.add(new Cue(second, new Burns(alarm)));
            script.add(new Cue(second + 20, new Burns(alarm)));
            script.add(new Cue(second + (count % 4 == 3 ? 900 : 75), new IsOver(alarm)));
            count++;
        }
        script.removeIf(cue -> cue.second() > END);
    }
}
