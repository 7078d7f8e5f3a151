package org.larum.app.api.report;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.Freshness;
import org.larum.app.processing.NotShownYet;
import org.larum.app.report.ReportArchiveTable;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ReportId;
import org.larum.domain.directory.ReportPlan;
import org.larum.domain.directory.ReportPlan.Format;
import org.larum.domain.report.ReportCalendar;
import org.larum.domain.report.ReportCommand.AskReport;
import org.larum.domain.report.ReportRunId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.projections.report.ReportAnswers;
import org.larum.projections.report.ReportQuery.Run;
import org.larum.projections.report.ReportQuery.Runs;
import org.larum.projections.report.ReportRunView;
import org.larum.projections.shared.Page.Asked;
import org.larum.reports.report.ReportFormat;

/** Which reports there are, one made now, and what was made. Blocking. */
final class ReportDesk {

    private final Commands commands;
    private final Idempotency idempotency;
    private final EventLog log;
    private final Freshness freshness;
    private final ReportAnswers answers;
    private final ReportArchiveTable archive;
    private final RuleBook rules;
    private final Ids ids;
    private final Time time;

    ReportDesk(
            Commands commands,
            Idempotency idempotency,
            EventLog log,
            Freshness freshness,
            ReportAnswers answers,
            ReportArchiveTable archive,
            RuleBook rules,
            Ids ids,
            Time time) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.log = log;
        this.freshness = freshness;
        this.answers = answers;
        this.archive = archive;
        this.rules = rules;
        this.ids = ids;
        this.time = time;
    }

    private record Begun(UUID run) {}

    /** A file of the archive. */
    record FileOfReport(String name, String mediaType, byte[] bytes) {}

    List<ReportPlanView> plans() {
        return rules.inUse()
                .map(version -> version.definition())
                .filter(ReportPlan.class::isInstance)
                .map(plan -> view((ReportPlan) plan))
                .toList();
    }

    private ReportPlanView view(ReportPlan plan) {
        var last =
                answers.answer(new Runs(plan.id().value(), new Asked(1, null))).items();
        return new ReportPlanView(
                plan.word(),
                plan.title(),
                word(plan.rhythm()),
                plan.timeZone(),
                ReportCalendar.of(plan).next(time.now()).at(),
                plan.sections().stream().map(ReportDesk::word).toList(),
                plan.formats().stream().map(ReportDesk::word).toList(),
                readers(plan),
                last.isEmpty() ? null : last.getFirst());
    }

    private int readers(ReportPlan plan) {
        var people = new HashSet<PersonId>(plan.recipients().people());
        plan.recipients()
                .teams()
                .forEach(team -> rules.now().team(team).ifPresent(known -> people.addAll(known.members())));
        return people.size() + plan.recipients().addresses().size();
    }

    /** Of the last whole period. */
    ReportRunView run(String word, boolean isMailed, Actor by, Write write) {
        var plan = plan(word);
        var begun = commands.inOneUnit(() -> idempotency.once(write, Begun.class, () -> {
            var now = time.now();
            var due = ReportCalendar.of(plan).last(now);
            var run = new ReportRunId(ids.next());
            commands.within(Map.of(), new AskReport(run, plan, due.from(), due.until(), isMailed, by, now));
            return new Begun(run.value());
        }));
        return one(begun.run(), log.headOf(begun.run().toString()));
    }

    ReportRunView one(UUID run, long index) {
        freshness.await("report", index);
        return answers.answer(new Run(run)).orElseThrow(() -> NotShownYet.or(index, unknownRun()));
    }

    FileOfReport file(String run, String word) {
        var format = List.of(Format.values()).stream()
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "no_such_format",
                        "Reports are made as html, pdf, xlsx and pptx. Write one of them at the end of the address."));
        var id = id(run).orElseThrow(ReportDesk::unknownRun);
        var found = answers.answer(new Run(id)).orElseThrow(ReportDesk::unknownRun);
        var bytes = archive.bytes(id, format)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "no_such_file",
                        "This report has no such file, or not yet. Those that it has stand in \"files\" of"
                                + " /api/reports/runs."));
        var kind = ReportFormat.valueOf(format.name());
        return new FileOfReport(
                found.report() + "-"
                        + found.from()
                                .atZone(java.time.ZoneId.of(found.timeZone()))
                                .toLocalDate() + "." + kind.ending(),
                kind.mediaType(),
                bytes);
    }

    ReportPlan plan(String word) {
        return rules.latest(ReportId.of(word).value())
                .filter(version -> !version.isRetired())
                .map(version -> (ReportPlan) version.definition())
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "no_such_report",
                        "There is no report of this name. Nothing was begun. The list is at /api/reports; reports are described"
                                + " under \"reports\" in the configuration."));
    }

    static Optional<UUID> id(String text) {
        return Optional.ofNullable(org.larum.app.api.Asking.uuid(text));
    }

    static Refusal unknownRun() {
        return new Refusal(
                Refusal.Kind.NOT_FOUND,
                "no_such_run",
                "No report was made with this id. The list is at /api/reports/runs.");
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
