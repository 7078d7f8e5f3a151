package org.larum.domain.feedback;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.feedback.FeedbackCommand.RateIncident;
import org.larum.domain.feedback.FeedbackEvent.IncidentRated;
import org.larum.domain.shared.Refusal;

/** What one person says of how one incident went. The last word counts. */
public final class IncidentRating {

    public static final int LONGEST_COMMENT = 2000;

    private static final int MOST_STARS = 5;

    @AggregateIdentifier
    private @Nullable RatingId id;

    private int stars;
    private @Nullable String comment;

    IncidentRating() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(RateIncident c) {
        if (c.stars() < 1 || c.stars() > MOST_STARS) {
            throw invalid("bad_stars", "An incident has 1 star to 5. Nothing was kept. Choose one of them.");
        }
        var said = said(c.comment());
        if (said != null && said.length() > LONGEST_COMMENT) {
            throw invalid(
                    "comment_too_long",
                    "A comment has " + LONGEST_COMMENT + " characters at most, and this one has " + said.length()
                            + ". Nothing was kept. Shorten it, or write a note in the incident.");
        }
        if (c.stars() != stars || !Objects.equals(said, comment)) {
            apply(new IncidentRated(c.rating(), c.incident(), c.person(), c.stars(), said, c.via(), c.at()));
        }
    }

    private @Nullable String said(@Nullable String given) {
        if (given == null) {
            return comment;
        }
        return given.isBlank() ? null : given.strip();
    }

    private static Refusal invalid(String code, String sentence) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence);
    }

    @EventSourcingHandler
    void evolve(IncidentRated e) {
        id = e.rating();
        stars = e.stars();
        comment = e.comment();
    }
}
