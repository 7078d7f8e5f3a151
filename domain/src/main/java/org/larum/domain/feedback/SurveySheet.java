package org.larum.domain.feedback;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.EnumMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.feedback.FeedbackCommand.AnswerSurvey;
import org.larum.domain.feedback.FeedbackEvent.SurveyAnswered;
import org.larum.domain.shared.Refusal;

/** The answers of one person about one incident, each kept by itself: whoever is called away has lost none. */
public final class SurveySheet {

    private static final int MOST = 5;

    @AggregateIdentifier
    private @Nullable RatingId id;

    private final Map<SurveyQuestion, Integer> answers = new EnumMap<>(SurveyQuestion.class);

    SurveySheet() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(AnswerSurvey c) {
        if (c.answer() < 1 || c.answer() > MOST) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "bad_answer",
                    "A question is answered from 1, not at all, to 5, very much. Nothing was kept. Choose one of them.");
        }
        if (!Integer.valueOf(c.answer()).equals(answers.get(c.question()))) {
            apply(new SurveyAnswered(
                    c.rating(),
                    c.incident(),
                    c.person(),
                    c.question(),
                    c.answer(),
                    isCompleteWith(c.question()),
                    c.at()));
        }
    }

    private boolean isCompleteWith(SurveyQuestion question) {
        int known = answers.size() + (answers.containsKey(question) ? 0 : 1);
        return known == SurveyQuestion.values().length;
    }

    @EventSourcingHandler
    void evolve(SurveyAnswered e) {
        id = e.rating();
        answers.put(e.question(), e.answer());
    }
}
