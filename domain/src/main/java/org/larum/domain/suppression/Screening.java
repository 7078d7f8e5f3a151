package org.larum.domain.suppression;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.larum.domain.alert.AlertId;
import org.larum.domain.suppression.SuppressionCommand.AdmitAlert;
import org.larum.domain.suppression.SuppressionCommand.LapseSuppression;
import org.larum.domain.suppression.SuppressionCommand.SuppressAlert;
import org.larum.domain.suppression.SuppressionEvent.AlertAdmitted;
import org.larum.domain.suppression.SuppressionEvent.AlertSuppressed;
import org.larum.domain.suppression.SuppressionEvent.SuppressionLapsed;

/** One alert that was held back, from the first reason to its end: let through, or over by itself. */
public final class Screening {

    @AggregateIdentifier
    private ScreeningId id;

    private AlertId alert;
    private Suppressor by;
    private boolean isOver;

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    Screening() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(SuppressAlert c) {
        // An event that is read twice, after a crash, must not hold back again what was let through meanwhile.
        if (!isOver && !c.by().equals(by)) {
            apply(new AlertSuppressed(
                    c.screening(),
                    c.pending().joining().alert(),
                    c.by(),
                    c.pending(),
                    c.inhibition(),
                    c.until(),
                    c.at()));
        }
    }

    @CommandHandler
    public void decide(AdmitAlert c) {
        if (!isOver) {
            apply(new AlertAdmitted(id, c.pending().joining().alert(), by, c.pending(), c.at()));
        }
    }

    @CommandHandler
    public void decide(LapseSuppression c) {
        if (!isOver) {
            apply(new SuppressionLapsed(id, alert, by, c.at()));
        }
    }

    @EventSourcingHandler
    void evolve(AlertSuppressed e) {
        id = e.screening();
        alert = e.alert();
        by = e.by();
    }

    @EventSourcingHandler
    void evolve(AlertAdmitted e) {
        isOver = true;
    }

    @EventSourcingHandler
    void evolve(SuppressionLapsed e) {
        isOver = true;
    }
}
