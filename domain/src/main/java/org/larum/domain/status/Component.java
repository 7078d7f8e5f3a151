package org.larum.domain.status;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.status.StatusCommand.HideComponent;
import org.larum.domain.status.StatusCommand.ShowComponent;
import org.larum.domain.status.StatusEvent.ComponentHidden;
import org.larum.domain.status.StatusEvent.ComponentShown;

/** What the status page shows of one service. Nothing is shown until somebody shows it, under a name chosen for the public. */
public final class Component {

    @AggregateIdentifier
    private @Nullable ComponentId id;

    private @Nullable ComponentShown shown;

    Component() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(ShowComponent c) {
        if (!isShownAs(c)) {
            apply(new ComponentShown(c.component(), c.service(), c.name(), c.group(), c.place(), c.by(), c.at()));
        }
    }

    private boolean isShownAs(ShowComponent c) {
        return shown != null
                && shown.name().equals(c.name())
                && Objects.equals(shown.group(), c.group())
                && shown.place() == c.place();
    }

    @CommandHandler
    public void decide(HideComponent c) {
        if (shown != null) {
            apply(new ComponentHidden(c.component(), shown.service(), c.by(), c.at()));
        }
    }

    @EventSourcingHandler
    void evolve(ComponentShown e) {
        id = e.component();
        shown = e;
    }

    @EventSourcingHandler
    void evolve(ComponentHidden e) {
        shown = null;
    }
}
