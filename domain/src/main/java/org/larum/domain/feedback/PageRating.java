package org.larum.domain.feedback;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.feedback.FeedbackCommand.RatePage;
import org.larum.domain.feedback.FeedbackEvent.PageRated;

/** What one person says of one page. They may think better of it: the last word counts. */
public final class PageRating {

    @AggregateIdentifier
    private @Nullable RatingId id;

    private @Nullable Verdict verdict;

    PageRating() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(RatePage c) {
        if (c.verdict() != verdict) {
            apply(new PageRated(c.rating(), c.page(), c.run(), c.incident(), c.person(), c.verdict(), c.via(), c.at()));
        }
    }

    @EventSourcingHandler
    void evolve(PageRated e) {
        id = e.rating();
        verdict = e.verdict();
    }
}
