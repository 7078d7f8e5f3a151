package org.larum.app.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ReportPlan.Part;
import org.larum.domain.shared.Severity;
import org.larum.projections.measure.CountedIncident;
import org.larum.projections.measure.MeasureAnswers;
import org.larum.projections.measure.MeasureQuery.Counted;
import org.larum.projections.measure.MeasureQuery.Narrowed;
import org.larum.projections.measure.MeasureQuery.Period;
import org.larum.projections.measure.MeasureQuery.Rules;
import org.larum.projections.measure.MeasureQuery.RulesThat;
import org.larum.projections.measure.MeasureQuery.Which;
import org.larum.projections.measure.RuleMeasure;
import org.larum.projections.shared.Page;
import org.larum.projections.shared.Page.Asked;
import org.larum.reports.report.Block;
import org.larum.reports.report.Block.Column;
import org.larum.reports.report.Block.Column.Kind;
import org.larum.reports.report.Cell;
import org.larum.reports.report.Report.Section;

/** Sections that are lists: read page by page while they are written, never held whole. */
record ListSections(MeasureAnswers measures, Period period, Narrowed narrowed) {

    private static final int PAGE = 1_000;

    private static final List<Column> INCIDENT = List.of(
            new Column("Number", Kind.TEXT),
            new Column("Title", Kind.TEXT),
            new Column("Service", Kind.TEXT),
            new Column("Severity", Kind.TEXT),
            new Column("State", Kind.TEXT),
            new Column("Opened", Kind.MOMENT),
            new Column("Answered after", Kind.DURATION),
            new Column("Repaired after", Kind.DURATION));

    private static final List<Column> RULE = List.of(
            new Column("Rule", Kind.TEXT),
            new Column("Sender", Kind.TEXT),
            new Column("Alerts", Kind.NUMBER),
            new Column("Told", Kind.NUMBER),
            new Column("Idle", Kind.NUMBER),
            new Column("Woken", Kind.NUMBER),
            new Column("Sleep lost", Kind.DURATION),
            new Column("Worth deleting", Kind.TEXT));

    Section of(Part part) {
        return switch (part) {
            case NOISE -> new Section("Noise", List.of(noise()));
            case LOW -> new Section("Low severity", low());
            case INCIDENTS -> new Section("Incidents", List.of(incidents("All incidents", narrowed)));
            default -> throw new IllegalArgumentException("this is not a list");
        };
    }

    /** What nobody is paged for: suggestions, trends, what was scheduled. Here it is read once a week. */
    private List<Block> low() {
        int mark = Severity.LOW.mark();
        if (!narrowed.severities().isEmpty() && !narrowed.severities().contains(mark)) {
            return List.of(new Block.Paragraph("This report is about other severities."));
        }
        var low = new Narrowed(narrowed.services(), narrowed.teams(), Set.of(mark));
        return List.of(
                new Block.Paragraph(
                        "Nobody was paged for these. What stands here again and again wants a lasting cure."),
                incidents("Incidents of low severity", low));
    }

    private Block incidents(String title, Narrowed which) {
        return new Block.Table(
                title,
                INCIDENT,
                () -> all(after -> measures.answer(new Counted(period, which, Which.ALL, null, new Asked(PAGE, after))))
                        .map(ListSections::row));
    }

    private static List<Cell> row(CountedIncident one) {
        return List.of(
                Cell.of("INC-" + one.number()),
                Cell.of(one.title()),
                Cell.of(one.service().name()),
                Cell.of(one.severity()),
                Cell.of(one.state()),
                Cell.of(one.openedAt()),
                Spoken.cell(one.answerSeconds()),
                Spoken.cell(one.repairSeconds()));
    }

    private Block noise() {
        return new Block.Table(
                "Rules of senders, those first that cost the most sleep",
                RULE,
                () -> all(after -> measures.answer(new Rules(period, narrowed, RulesThat.ARE, new Asked(PAGE, after))))
                        .map(ListSections::row));
    }

    private static List<Cell> row(RuleMeasure one) {
        return List.of(
                Cell.of(one.rule()),
                Cell.of(one.sender().name()),
                Cell.of(one.alerts()),
                Cell.of(one.told()),
                Cell.of(one.idle()),
                Cell.of(one.wakes()),
                Spoken.cell(one.sleepSeconds()),
                Cell.of(one.deletable() ? "yes" : ""));
    }

    private static <T> Stream<T> all(Function<@Nullable String, Page<T>> page) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Pages<>(page), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    private static final class Pages<T> implements Iterator<T> {

        private final Function<@Nullable String, Page<T>> page;
        private List<T> items = new ArrayList<>();
        private int at;
        private boolean isBegun;
        private @Nullable String next;

        Pages(Function<@Nullable String, Page<T>> page) {
            this.page = page;
        }

        @Override
        public boolean hasNext() {
            if (at == items.size() && (!isBegun || next != null)) {
                var read = page.apply(next);
                isBegun = true;
                items = read.items();
                next = read.next();
                at = 0;
            }
            return at < items.size();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return items.get(at++);
        }
    }
}
