package org.larum.app.report;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.Freshness;
import org.larum.domain.directory.ReportPlan;
import org.larum.domain.directory.ReportPlan.Format;
import org.larum.domain.directory.ReportPlan.Part;
import org.larum.domain.report.ReportEvent.ReportAsked;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Severity;
import org.larum.domain.shared.Time;
import org.larum.projections.measure.MeasureAnswers;
import org.larum.projections.measure.MeasureQuery.Measures;
import org.larum.projections.measure.MeasureQuery.Narrowed;
import org.larum.projections.shared.Names;
import org.larum.reports.report.Brand;
import org.larum.reports.report.Period;
import org.larum.reports.report.Report;
import org.larum.reports.report.Report.Section;
import org.larum.reports.report.ReportFormat;

/** Makes what is written down of the figures of a period. Blocking. */
final class ReportPaper {

    /** Those whose figures are only counted when they are wanted. */
    private static final Set<Part> LISTS = EnumSet.of(Part.NOISE, Part.LOW, Part.INCIDENTS);

    private final MeasureAnswers measures;
    private final Names names;
    private final Freshness freshness;
    private final EventLog log;
    private final Time time;

    ReportPaper(MeasureAnswers measures, Names names, Freshness freshness, EventLog log, Time time) {
        this.measures = measures;
        this.names = names;
        this.freshness = freshness;
        this.log = log;
        this.time = time;
    }

    Report of(ReportAsked asked) {
        freshness.await("measure", log.head());
        var plan = asked.plan();
        var span = new org.larum.projections.measure.MeasureQuery.Period(asked.from(), asked.until());
        var narrowed = narrowed(plan);
        var found = measures.answer(new Measures(span, ZoneId.of(plan.timeZone()), narrowed, time.now()));
        var figures = new FigureSections(found, ZoneId.of(plan.timeZone()));
        var lists = new ListSections(measures, span, narrowed);
        List<Section> sections = plan.sections().stream()
                .map(part -> LISTS.contains(part) ? lists.of(part) : figures.of(part))
                .toList();
        return report(asked, sections);
    }

    private Report report(ReportAsked asked, List<Section> sections) {
        var plan = asked.plan();
        return new Report(
                plan.title(),
                subtitle(plan),
                period(asked),
                Brand.of(plan.brand().name(), plan.brand().color()),
                sections);
    }

    Period period(ReportAsked asked) {
        return new Period(asked.from(), asked.until(), ZoneId.of(asked.plan().timeZone()));
    }

    String fileName(ReportAsked asked, Format format) {
        return report(asked, List.of()).fileName(ReportFormat.valueOf(format.name()));
    }

    private static Narrowed narrowed(ReportPlan plan) {
        var filters = plan.filters();
        return new Narrowed(
                ids(filters.services()),
                ids(filters.teams()),
                filters.severities().stream().map(Severity::mark).collect(Collectors.toSet()));
    }

    private static Set<UUID> ids(List<? extends Identifier> some) {
        return some.stream().map(Identifier::value).collect(Collectors.toSet());
    }

    /** Whoever reads it must see that it is not about all. */
    private String subtitle(ReportPlan plan) {
        var filters = plan.filters();
        var said = Stream.of(
                        filters.teams().stream()
                                .map(team -> names.team(team.value()).name()),
                        filters.services().stream()
                                .map(service -> names.service(service.value()).name()),
                        filters.severities().stream()
                                .map(severity -> severity.name().toLowerCase(Locale.ROOT) + " severity"))
                .flatMap(words -> words)
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? "" : "Only " + said;
    }
}
