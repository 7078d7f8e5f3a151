package org.larum.projections.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.projections.feedback.FeedbackFigureTable.PageCell;
import org.larum.projections.feedback.FeedbackFigureTable.StarCell;
import org.larum.projections.feedback.FeedbackFiguresView.FeedbackWeek;
import org.larum.projections.feedback.FeedbackFiguresView.IncidentFigures;
import org.larum.projections.feedback.FeedbackFiguresView.PageFigures;
import org.larum.projections.feedback.FeedbackQuery.Figures;
import org.larum.projections.feedback.FeedbackQuery.OfIncident;
import org.larum.projections.feedback.FeedbackQuery.OfQuarter;
import org.larum.projections.feedback.FeedbackQuery.Said;
import org.larum.projections.feedback.FeedbackQuery.Unasked;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;

/** Answers what people said, and how many did. */
public final class FeedbackAnswers {

    /** Percent of the pages that ought to be rated. */
    static final int TARGET = 15;

    private static final int MOST_STARS = 5;

    private final FeedbackTable table;
    private final FeedbackFigureTable figures;
    private final FeedbackSurveyTable surveys;
    private final FeedbackQuarterTable quarters;
    private final Names names;

    public FeedbackAnswers(
            FeedbackTable table,
            FeedbackFigureTable figures,
            FeedbackSurveyTable surveys,
            FeedbackQuarterTable quarters,
            Names names) {
        this.table = table;
        this.figures = figures;
        this.surveys = surveys;
        this.quarters = quarters;
        this.names = names;
    }

    public Page<FeedbackView> answer(Said query) {
        return Page.of(table.find(query, names), query.asked());
    }

    public IncidentFeedbackView answer(OfIncident query) {
        return table.of(query.incident(), query.person(), surveys.of(query.incident(), query.person()));
    }

    public Optional<QuarterView> answer(OfQuarter query) {
        return quarters.last(query.person(), query.since());
    }

    public List<UUID> answer(Unasked query) {
        return quarters.unasked(query.quarter());
    }

    public FeedbackFiguresView answer(Figures query) {
        var pages = figures.pages(query.within());
        var stars = figures.stars(query.within());
        var weeks = Stream.concat(
                        pages.stream().map(PageCell::week), stars.stream().map(StarCell::week))
                .distinct()
                .sorted()
                .map(week -> week(week, pages, stars))
                .toList();
        return new FeedbackFiguresView(
                query.within().from(),
                query.within().to(),
                pages(pages),
                incidents(stars),
                surveys.figures(query.within()),
                quarters.figures(),
                figures.categories(query.within()),
                figures.themes(query.within()),
                weeks);
    }

    private static PageFigures pages(List<PageCell> cells) {
        int told = count(cells, cell -> true);
        int rated = count(cells, cell -> cell.verdict() != null);
        return new PageFigures(
                told,
                rated,
                told == 0 ? null : rounded(100.0 * rated / told),
                TARGET,
                count(cells, is("useful")),
                count(cells, is("noise")),
                count(cells, is("wrong_person")));
    }

    private static IncidentFigures incidents(List<StarCell> cells) {
        var counts = IntStream.rangeClosed(1, MOST_STARS)
                .map(stars -> cells.stream()
                        .filter(cell -> cell.stars() == stars)
                        .mapToInt(StarCell::count)
                        .sum())
                .boxed()
                .toList();
        return new IncidentFigures(cells.stream().mapToInt(StarCell::count).sum(), mean(cells), counts);
    }

    private static FeedbackWeek week(LocalDate week, List<PageCell> allPages, List<StarCell> allStars) {
        var pages = allPages.stream().filter(cell -> cell.week().equals(week)).toList();
        var stars = allStars.stream().filter(cell -> cell.week().equals(week)).toList();
        return new FeedbackWeek(
                week,
                count(pages, cell -> true),
                count(pages, cell -> cell.verdict() != null),
                count(pages, is("useful")),
                count(pages, is("noise")),
                count(pages, is("wrong_person")),
                stars.stream().mapToInt(StarCell::count).sum(),
                mean(stars));
    }

    private static int count(List<PageCell> cells, Predicate<PageCell> which) {
        return cells.stream().filter(which).mapToInt(PageCell::count).sum();
    }

    private static Predicate<PageCell> is(String verdict) {
        return cell -> verdict.equals(cell.verdict());
    }

    private static @Nullable Double mean(List<StarCell> cells) {
        int rated = cells.stream().mapToInt(StarCell::count).sum();
        int sum = cells.stream().mapToInt(cell -> cell.stars() * cell.count()).sum();
        return rated == 0 ? null : rounded((double) sum / rated);
    }

    private static double rounded(double value) {
        return Math.round(10 * value) / 10.0;
    }
}
