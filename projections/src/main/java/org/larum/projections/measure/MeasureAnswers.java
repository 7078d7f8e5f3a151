package org.larum.projections.measure;

import java.time.Duration;
import java.util.List;
import org.larum.projections.measure.MeasureQuery.Counted;
import org.larum.projections.measure.MeasureQuery.Measures;
import org.larum.projections.measure.MeasureQuery.Outages;
import org.larum.projections.measure.MeasureQuery.Pages;
import org.larum.projections.measure.MeasureQuery.PagesSent;
import org.larum.projections.measure.MeasureQuery.Period;
import org.larum.projections.measure.MeasureQuery.Rules;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;

/** Answers how things stand, in numbers. */
public final class MeasureAnswers {

    private static final Duration BY_DAY = Duration.ofDays(62);
    private static final Duration BY_WEEK = Duration.ofDays(400);

    private final FigureTable table;
    private final CountedTable counted;
    private final OutageTable outages;
    private final Names names;

    public MeasureAnswers(FigureTable table, CountedTable counted, OutageTable outages, Names names) {
        this.table = table;
        this.counted = counted;
        this.outages = outages;
        this.names = names;
    }

    public MeasuresView answer(Measures q) {
        var period = q.period();
        var narrowed = q.narrowed();
        var unit = unit(period);
        return new MeasuresView(
                period.from(),
                period.until(),
                table.figures(period, narrowed, q.now()),
                table.figures(period.before(), narrowed, q.now()),
                unit,
                table.series(period, q.zone(), unit, narrowed),
                table.severities(period, narrowed),
                table.services(period, narrowed, names),
                table.teams(period, narrowed, names),
                table.people(period, narrowed, names),
                table.pageHours(period, narrowed),
                table.serviceHours(period, q.zone(), narrowed, names));
    }

    public List<OutageMeasure> answer(Outages q) {
        return outages.outages(q.period(), q.narrowed(), q.now(), names);
    }

    public long answer(PagesSent q) {
        return table.pages(q.period(), q.narrowed());
    }

    public Page<RuleMeasure> answer(Rules q) {
        return Page.of(table.rules(q, names), q.page());
    }

    public Page<CountedIncident> answer(Counted q) {
        return Page.of(counted.incidents(q, names), q.page());
    }

    public Page<CountedPage> answer(Pages q) {
        return Page.of(counted.pages(q, names), q.page());
    }

    private static String unit(Period period) {
        var length = Duration.between(period.from(), period.until());
        return length.compareTo(BY_DAY) <= 0 ? "day" : length.compareTo(BY_WEEK) <= 0 ? "week" : "month";
    }
}
