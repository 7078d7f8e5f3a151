package org.larum.domain.suppression;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.suppression.SuppressionCommand.ReportFailure;
import org.larum.domain.suppression.SuppressionEvent.RuleFailed;

/** What one version of a rule could not answer: told once in an hour, for a storm must not become a storm of these. */
public final class RuleFailures {

    static final Duration QUIET = Duration.ofHours(1);

    @AggregateIdentifier
    private @Nullable UUID id;

    private @Nullable Instant told;

    RuleFailures() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(ReportFailure c) {
        if (told == null || !c.at().isBefore(told.plus(QUIET))) {
            apply(new RuleFailed(c.rule(), c.word(), c.version(), c.why(), c.alert(), c.at()));
        }
    }

    @EventSourcingHandler
    void evolve(RuleFailed e) {
        id = ReportFailure.id(e.rule(), e.version());
        told = e.at();
    }
}
