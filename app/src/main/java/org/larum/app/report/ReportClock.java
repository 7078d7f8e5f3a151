package org.larum.app.report;

import java.time.Duration;
import java.time.Instant;
import org.larum.app.beat.Beat;
import org.larum.app.bus.Commands;
import org.larum.app.report.ReportArchiveTable.Next;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.ReportPlan;
import org.larum.domain.report.ReportCalendar;
import org.larum.domain.report.ReportCommand.AskReport;
import org.larum.domain.report.ReportRunId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Time;
import org.larum.projections.report.ReportAnswers;
import org.larum.projections.report.ReportQuery.OpenRuns;

/**
 * Asks for what is due, and has what was asked for made. When nobody was there at the time, the last one is made late, those before it
 * are not. Every node looks: a report of a period has one id, and one node at a time works on it.
 */
final class ReportClock {

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int EACH_LOOK = 20;

    private final ReportArchiveTable archive;
    private final ReportAnswers answers;
    private final ReportWork work;
    private final Commands commands;
    private final RuleBook rules;
    private final Time time;
    private final Beat beat = new Beat("report-clock", EVERY, this::look);

    ReportClock(
            ReportArchiveTable archive,
            ReportAnswers answers,
            ReportWork work,
            Commands commands,
            RuleBook rules,
            Time time) {
        this.archive = archive;
        this.answers = answers;
        this.work = work;
        this.commands = commands;
        this.rules = rules;
        this.time = time;
    }

    void start() {
        beat.start();
    }

    /** A mail that is under way is waited for: what is not known to be sent is not sent again. */
    void stop() {
        beat.stop(PATIENCE);
    }

    private void look() {
        var now = time.now();
        rules.inUse()
                .map(version -> version.definition())
                .filter(ReportPlan.class::isInstance)
                .map(ReportPlan.class::cast)
                .forEach(plan -> ask(plan, now));
        answers.answer(new OpenRuns(EACH_LOOK)).forEach(run -> work.take(new ReportRunId(run)));
    }

    /** What is new or changed is due from now on, not for the time before. */
    private void ask(ReportPlan plan, Instant now) {
        var calendar = ReportCalendar.of(plan);
        var id = plan.id().value();
        var next = archive.next(id).filter(known -> known.rhythm().equals(calendar.toString()));
        if (next.isPresent() && next.get().at().isAfter(now)) {
            return;
        }
        if (next.isPresent()) {
            var due = calendar.last(now);
            commands.send(new AskReport(
                    ReportRunId.of(plan.id(), due), plan, due.from(), due.until(), true, Actor.LARUM, now));
        }
        archive.keep(id, new Next(calendar.toString(), calendar.next(now).at()));
    }
}
