package org.larum.domain.correlation;

import java.util.ArrayList;
import java.util.List;
import org.larum.domain.alert.AlertEvent.AlertRaised;
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
            commands.addAll(new Grouping(known).correlate(Pending.of(e), e.at()));
        }
        return List.copyOf(commands);
    }
}
