package org.larum.domain.directory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.DirectoryCommand.RecordChange;
import org.larum.domain.directory.DirectoryEvent.ChangeRecorded;

/** Something deployed or changed: the first suspect when a fault follows. */
public final class ServiceChange {

    @AggregateIdentifier
    private @Nullable UUID id;

    ServiceChange() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(RecordChange c) {
        if (id == null) {
            apply(new ChangeRecorded(
                    c.change(), c.integration(), c.service(), c.summary(), c.source(), c.links(), c.raw(), c.at()));
        }
    }

    @EventSourcingHandler
    void evolve(ChangeRecorded e) {
        id = e.change();
    }
}
