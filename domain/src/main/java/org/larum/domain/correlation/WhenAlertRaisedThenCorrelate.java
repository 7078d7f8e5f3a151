package org.larum.domain.correlation;

import java.util.ArrayList;
import java.util.List;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;
import org.larum.domain.suppression.Pending;
import org.larum.domain.suppression.Screen;

/** A raised alert goes on to its incident, unless a rule holds it back; a cause begins to mute its consequences. */
public final class WhenAlertRaisedThenCorrelate implements Reaction<AlertRaised, Screen.Known> {

    @Override
    public Class<AlertRaised> hears() {
        return AlertRaised.class;
    }

    @Override
    public List<Command> on(AlertRaised e, Screen.Known known) {
        var passage = known.screen().pass(e);
        var commands = new ArrayList<>(passage.commands());
        if (passage.goesOn()) {
            commands.addAll(new Grouping(known).correlate(Pending.of(e), e.at(), isEcho(e)));
        }
        return List.copyOf(commands);
    }

    /**
     * A budget of our own burns because of what is open already. What other senders say never joins that late: who looked at the incident
     * and put it to rest did not mean a new fault, and nobody would be woken for it.
     */
    private static boolean isEcho(AlertRaised e) {
        return e.source().integration().equals(IntegrationId.BUDGETS);
    }
}
