package org.larum.app.improvement;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.improvement.Criterion;
import org.larum.domain.shared.Identifier;
import org.larum.projections.feedback.FeedbackAnswers;
import org.larum.projections.feedback.FeedbackQuery.Figures;
import org.larum.projections.feedback.FeedbackQuery.Within;
import org.larum.projections.measure.MeasureAnswers;
import org.larum.projections.measure.MeasureQuery.Measures;
import org.larum.projections.measure.MeasureQuery.Narrowed;
import org.larum.projections.measure.MeasureQuery.Period;
import org.larum.projections.measure.MeasuresView.MeasureFigures;

/** What a criterion comes to in a period. Blocking. */
final class Measuring {

    private static final double MINUTE = 60;
    private static final double WEEK = Duration.ofDays(7).toMillis();

    private final MeasureAnswers measures;
    private final FeedbackAnswers feedback;

    Measuring(MeasureAnswers measures, FeedbackAnswers feedback) {
        this.measures = measures;
        this.feedback = feedback;
    }

    /** Null when nothing happened that it could be measured by: silence is no proof of speed. */
    @Nullable
    Double of(Criterion criterion, Instant from, Instant until) {
        var services = ids(criterion.service());
        var teams = ids(criterion.team());
        double weeks = Duration.between(from, until).toMillis() / WEEK;
        return switch (criterion.measure()) {
            case STARS ->
                feedback.answer(new Figures(new Within(from, until, teams, services)))
                        .incidents()
                        .mean();
            default -> of(criterion, figures(new Period(from, until), new Narrowed(services, teams, Set.of())), weeks);
        };
    }

    private static @Nullable Double of(Criterion criterion, MeasureFigures figures, double weeks) {
        return switch (criterion.measure()) {
            case ANSWER_MINUTES -> minutes(figures.answer().p50());
            case REPAIR_MINUTES -> minutes(figures.repair().p50());
            case LATE_ANSWERS_PERCENT -> percent(figures.answersLate(), figures.answersPromised());
            case LATE_REPAIRS_PERCENT -> percent(figures.repairsLate(), figures.repairsPromised());
            case INCIDENTS_A_WEEK -> figures.incidents() / weeks;
            case WAKES_A_WEEK -> figures.wakes() / weeks;
            case NIGHTS_A_WEEK -> figures.nights() / weeks;
            case IDLE_PERCENT -> percent(figures.judged() - figures.useful(), figures.judged());
            case STARS -> null;
        };
    }

    private MeasureFigures figures(Period period, Narrowed narrowed) {
        return measures.answer(new Measures(period, ZoneOffset.UTC, narrowed, period.until()))
                .figures();
    }

    private static @Nullable Double minutes(@Nullable Double seconds) {
        return seconds == null ? null : seconds / MINUTE;
    }

    private static @Nullable Double percent(long part, long all) {
        return all == 0 ? null : 100.0 * part / all;
    }

    private static Set<UUID> ids(@Nullable Identifier id) {
        return id == null ? Set.of() : Set.of(id.value());
    }
}
