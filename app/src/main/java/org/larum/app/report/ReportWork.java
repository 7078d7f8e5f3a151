package org.larum.app.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.larum.app.bus.Commands;
import org.larum.app.eventstore.EventLog;
import org.larum.domain.directory.ReportPlan.Format;
import org.larum.domain.report.ReportCommand.FailReport;
import org.larum.domain.report.ReportCommand.FinishReport;
import org.larum.domain.report.ReportCommand.MakeFile;
import org.larum.domain.report.ReportEvent;
import org.larum.domain.report.ReportEvent.ReportAsked;
import org.larum.domain.report.ReportRunId;
import org.larum.domain.shared.Time;
import org.larum.reports.report.Report;
import org.larum.reports.report.ReportFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the files of a report and has them mailed, from where whoever had it before has left off. What went wrong is tried again; after
 * the third time the report says why it could not be made. Blocking.
 */
final class ReportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ReportWork.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final int TRIES = 3;
    private static final int LARGEST = 50 * 1024 * 1024;

    private final EventLog log;
    private final Commands commands;
    private final ReportArchiveTable archive;
    private final ReportPaper paper;
    private final ReportMail mail;
    private final Time time;

    ReportWork(
            EventLog log,
            Commands commands,
            ReportArchiveTable archive,
            ReportPaper paper,
            ReportMail mail,
            Time time) {
        this.log = log;
        this.commands = commands;
        this.archive = archive;
        this.paper = paper;
        this.mail = mail;
        this.time = time;
    }

    /** Unless another node has it. */
    void take(ReportRunId run) {
        archive.take(run.value(), LEASE).ifPresent(tries -> {
            try {
                work(run);
            } catch (RuntimeException e) {
                fail(run, tries, e);
            }
        });
    }

    private void fail(ReportRunId run, int tries, RuntimeException e) {
        LOG.warn("a report could not be made, try {} of {}: {}", tries, TRIES, e.toString());
        if (tries < TRIES) {
            archive.putBack(run.value(), AGAIN, true);
        } else {
            var reason = "It could not be made in " + TRIES + " tries: "
                    + e.getClass().getSimpleName()
                    + ". The log of the server says more. Make it again when that is mended.";
            commands.send(new FailReport(run, reason, time.now()));
            archive.forget(run.value());
        }
    }

    private void work(ReportRunId run) {
        var standings = standings(run);
        var asked = standings.asked();
        if (asked == null || standings.isOver()) {
            archive.forget(run.value());
            return;
        }
        make(asked, standings);
        var wait = asked.mailed() ? mail.send(asked, standings(run), () -> archive.hold(run.value(), LEASE)) : null;
        if (wait != null) {
            archive.putBack(run.value(), wait, false);
        } else {
            commands.send(new FinishReport(run, time.now()));
            archive.forget(run.value());
        }
    }

    private ReportStandings standings(ReportRunId run) {
        return ReportStandings.of(log.readEvents(run.toString(), 0)
                .asStream()
                .map(message -> (ReportEvent) message.getPayload())
                .toList());
    }

    private void make(ReportAsked asked, ReportStandings standings) {
        var missing = asked.plan().formats().stream()
                .filter(format -> !standings.isMade(format))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        var report = paper.of(asked);
        for (var format : missing) {
            var bytes = written(report, format);
            archive.put(asked.run().value(), format, bytes);
            commands.send(new MakeFile(asked.run(), format, bytes.length, digest(bytes), time.now()));
            archive.hold(asked.run().value(), LEASE);
        }
    }

    private static byte[] written(Report report, Format format) {
        var out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                if (count + (long) length > LARGEST) {
                    throw new IllegalStateException("The file would have more than 50 MiB");
                }
                super.write(bytes, from, length);
            }
        };
        try {
            ReportFormat.valueOf(format.name()).write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
