package org.larum.domain.directory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.DirectoryCommand.RegisterDevice;
import org.larum.domain.directory.DirectoryCommand.RemoveDevice;
import org.larum.domain.directory.DirectoryEvent.DeviceRegistered;
import org.larum.domain.directory.DirectoryEvent.DeviceRemoved;

/** A browser that takes messages. It belongs to whoever registered it last: of one that is passed on, only the new owner is told. */
public final class Device {

    @AggregateIdentifier
    private @Nullable DeviceId id;

    /** Both null while it is removed. */
    private @Nullable PersonId person;

    private @Nullable Sealed subscription;

    Device() {}

    /** A browser registers at each visit: what is known already is no news. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(RegisterDevice c) {
        boolean isKnown = c.person().equals(person) && subscription != null && subscription.isSameAs(c.subscription());
        if (!isKnown) {
            apply(new DeviceRegistered(c.device(), c.person(), c.subscription(), c.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(RemoveDevice c) {
        if (person != null) {
            apply(new DeviceRemoved(c.device(), person, c.gone(), c.at()));
        }
    }

    @EventSourcingHandler
    void evolve(DeviceRegistered e) {
        id = e.device();
        person = e.person();
        subscription = e.subscription();
    }

    @EventSourcingHandler
    void evolve(DeviceRemoved e) {
        person = null;
        subscription = null;
    }
}
