package org.larum.domain.suppression;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.LinkedHashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.RuleId;
import org.larum.domain.suppression.SuppressionCommand.BeginInhibition;
import org.larum.domain.suppression.SuppressionCommand.EndInhibition;
import org.larum.domain.suppression.SuppressionCommand.ScreenTarget;
import org.larum.domain.suppression.SuppressionEvent.InhibitionBegan;
import org.larum.domain.suppression.SuppressionEvent.InhibitionEnded;
import org.larum.domain.suppression.SuppressionEvent.TargetMuted;
import org.larum.domain.suppression.SuppressionEvent.TargetPassed;

/** The open causes of one rule for one set of equal values; while there is one, consequences are muted. */
public final class Inhibition {

    @AggregateIdentifier
    private @Nullable InhibitionId id;

    private @Nullable RuleId rule;
    private final Set<AlertId> sources = new LinkedHashSet<>();

    /** Those that were asked about lately: one that is asked about again, after a crash or by another node, has its answer. */
    private final Lately answered = new Lately();

    /** Causes that are over: one that begins again would mute for ever. */
    private final Lately over = new Lately();

    Inhibition() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(BeginInhibition c) {
        if (!sources.contains(c.source()) && !over.has(c.source())) {
            apply(new InhibitionBegan(c.inhibition(), c.rule(), c.source(), c.at()));
        }
    }

    @CommandHandler
    public void decide(EndInhibition c) {
        if (rule != null && sources.contains(c.source())) {
            apply(new InhibitionEnded(c.inhibition(), rule, c.source(), sources.size() - 1, c.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(ScreenTarget c) {
        var asked = c.asked().pending().joining().alert();
        if (answered.has(asked)) {
            return;
        }
        // What is a cause itself is never its own consequence.
        var cause =
                sources.contains(asked) ? null : sources.stream().findFirst().orElse(null);
        apply(
                cause == null
                        ? new TargetPassed(c.inhibition(), c.asked(), c.at())
                        : new TargetMuted(c.inhibition(), c.asked(), cause, c.at()));
    }

    @EventSourcingHandler
    void evolve(InhibitionBegan e) {
        id = e.inhibition();
        rule = e.rule();
        sources.add(e.source());
    }

    @EventSourcingHandler
    void evolve(InhibitionEnded e) {
        sources.remove(e.source());
        over.remember(e.source(), e.at());
    }

    @EventSourcingHandler
    void evolve(TargetPassed e) {
        id = e.inhibition();
        answered.remember(e.target().pending().joining().alert(), e.at());
    }

    @EventSourcingHandler
    void evolve(TargetMuted e) {
        id = e.inhibition();
        answered.remember(e.target().pending().joining().alert(), e.at());
    }
}
