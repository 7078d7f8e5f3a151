package org.larum.domain.correlation;

import java.util.List;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;
import org.larum.domain.suppression.Screen;
import org.larum.domain.suppression.SuppressionEvent;
import org.larum.domain.suppression.SuppressionEvent.AlertAdmitted;
import org.larum.domain.suppression.SuppressionEvent.TargetPassed;

/** What nothing holds back any more goes on to its incident. */
public final class WhenAlertAdmittedThenCorrelate implements Reaction<SuppressionEvent, Screen.Known> {

    @Override
    public Class<SuppressionEvent> hears() {
        return SuppressionEvent.class;
    }

    @Override
    public List<Command> on(SuppressionEvent event, Screen.Known known) {
        return switch (event) {
            case AlertAdmitted e -> new Grouping(known).correlate(e.pending(), e.at(), false);
            case TargetPassed e ->
                e.target().isLast() ? new Grouping(known).correlate(e.target().pending(), e.at(), false) : List.of();
            default -> List.of();
        };
    }
}
