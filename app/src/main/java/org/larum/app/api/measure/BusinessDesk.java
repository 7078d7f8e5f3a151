package org.larum.app.api.measure;

import java.time.Instant;
import java.util.List;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition.Service;
import org.larum.projections.feedback.FeedbackAnswers;
import org.larum.projections.feedback.FeedbackFiguresView.IncidentFigures;
import org.larum.projections.feedback.FeedbackQuery.Figures;
import org.larum.projections.feedback.FeedbackQuery.Within;
import org.larum.projections.measure.MeasureAnswers;
import org.larum.projections.measure.MeasureQuery.Narrowed;
import org.larum.projections.measure.MeasureQuery.Outages;
import org.larum.projections.measure.MeasureQuery.Period;

/** Works out what outages cost, from the log and from the catalogue of today. Blocking. */
public final class BusinessDesk {

    private final MeasureAnswers answers;
    private final FeedbackAnswers feedback;
    private final RuleBook rules;

    BusinessDesk(MeasureAnswers answers, FeedbackAnswers feedback, RuleBook rules) {
        this.answers = answers;
        this.feedback = feedback;
        this.rules = rules;
    }

    public BusinessView answer(Period period, Narrowed narrowed, Instant now) {
        var business = new Business(services(narrowed), now);
        var outages = answers.answer(new Outages(period, narrowed, now));
        var before = answers.answer(new Outages(period.before(), narrowed, now));
        return new BusinessView(
                period.from(),
                period.until(),
                business.figures(period, outages, said(period, narrowed)),
                business.figures(period.before(), before, said(period.before(), narrowed)),
                business.costs(period, outages));
    }

    /** Those in use that somebody asks about. */
    public List<Service> services(Narrowed narrowed) {
        return rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(Service.class::isInstance)
                .map(Service.class::cast)
                .filter(one -> narrowed.services().isEmpty()
                        || narrowed.services().contains(one.id().value()))
                .filter(one -> {
                    var team = one.team();
                    return narrowed.teams().isEmpty()
                            || (team != null && narrowed.teams().contains(team.value()));
                })
                .toList();
    }

    private IncidentFigures said(Period period, Narrowed narrowed) {
        return feedback.answer(
                        new Figures(new Within(period.from(), period.until(), narrowed.teams(), narrowed.services())))
                .incidents();
    }
}
