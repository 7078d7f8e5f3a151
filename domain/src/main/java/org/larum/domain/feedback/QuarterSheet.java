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
import org.larum.domain.feedback.FeedbackCommand.AnswerQuarter;
import org.larum.domain.feedback.FeedbackCommand.AskQuarter;
import org.larum.domain.feedback.FeedbackEvent.QuarterAnswered;
import org.larum.domain.feedback.FeedbackEvent.QuarterAsked;
import org.larum.domain.shared.Refusal;

/** What one person is asked about one quarter, once, and what they answered. */
public final class QuarterSheet {

    private static final int MOST = 5;

    @AggregateIdentifier
    private @Nullable RatingId id;

    private final Map<QuarterQuestion, Integer> answers = new EnumMap<>(QuarterQuestion.class);

    QuarterSheet() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(AskQuarter c) {
        if (id == null) {
            apply(new QuarterAsked(c.rating(), c.quarter().toString(), c.person(), c.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(AnswerQuarter c) {
        if (id == null) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "not_asked",
                    "You were not asked about this quarter. Nothing was kept. What you are asked stands at /api/survey.");
        }
        if (c.answer() < 1 || c.answer() > MOST) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "bad_answer",
                    "A question is answered from 1, not at all, to 5, very much. Nothing was kept. Choose one of them.");
        }
        if (!Integer.valueOf(c.answer()).equals(answers.get(c.question()))) {
            boolean completes =
                    answers.size() + (answers.containsKey(c.question()) ? 0 : 1) == QuarterQuestion.values().length;
            apply(new QuarterAnswered(
                    c.rating(), c.quarter().toString(), c.person(), c.question(), c.answer(), completes, c.at()));
        }
    }

    @EventSourcingHandler
    void evolve(QuarterAsked e) {
        id = e.rating();
    }

    @EventSourcingHandler
    void evolve(QuarterAnswered e) {
        answers.put(e.question(), e.answer());
    }
}
