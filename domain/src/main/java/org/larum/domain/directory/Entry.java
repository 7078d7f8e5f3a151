package org.larum.domain.directory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.DirectoryCommand.AppointAdministrator;
import org.larum.domain.directory.DirectoryCommand.Define;
import org.larum.domain.directory.DirectoryCommand.Retire;
import org.larum.domain.directory.DirectoryEvent.AdministratorAppointed;
import org.larum.domain.directory.DirectoryEvent.Defined;
import org.larum.domain.directory.DirectoryEvent.Retired;
import org.larum.domain.shared.Refusal;

/** One thing of the organisation, through all its versions; who defined it owns it. */
public final class Entry {

    /** The origin of what people define in the application; every other origin is a file. */
    public static final String API = "api";

    @AggregateIdentifier
    private @Nullable UUID id;

    private @Nullable Definition definition;
    private int version;
    private boolean isRetired;
    private boolean isAppointed;
    private String origin = API;

    Entry() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(Define c) {
        refuseIfFileOwns(c.origin());
        boolean isSame = definition != null && definition.isSameAs(c.definition());
        if (!isSame || isRetired || !origin.equals(c.origin())) {
            apply(c.definition().defined(version + 1, c.origin()));
        }
    }

    @CommandHandler
    public void decide(Retire c) {
        refuseIfFileOwns(c.origin());
        if (id != null && definition != null && !isRetired) {
            var kind = definition.getClass().getSimpleName();
            apply(new Retired(id, kind, definition.word(), c.origin(), c.ending()));
        }
    }

    @CommandHandler
    public void decide(AppointAdministrator c) {
        if (definition instanceof Definition.Person person && !isAppointed) {
            apply(new AdministratorAppointed(person.id()));
        }
    }

    private void refuseIfFileOwns(String asking) {
        if (definition != null && !isRetired && !origin.equals(API) && asking.equals(API)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "owned_by_file",
                    "\"" + definition.word() + "\" is described in " + origin
                            + ". Nothing was changed. Change it there and apply the file again.");
        }
    }

    @EventSourcingHandler
    void evolve(Defined e) {
        id = e.definition().id().value();
        definition = e.definition();
        version = e.version();
        origin = e.origin();
        isRetired = false;
    }

    @EventSourcingHandler
    void evolve(AdministratorAppointed e) {
        isAppointed = true;
    }

    @EventSourcingHandler
    void evolve(Retired e) {
        isRetired = true;
    }
}
