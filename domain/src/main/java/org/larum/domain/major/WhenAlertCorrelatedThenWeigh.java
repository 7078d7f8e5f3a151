package org.larum.domain.major;

import java.util.List;
import org.larum.domain.correlation.CorrelationEvent;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.directory.Directory;
import org.larum.domain.major.MajorCommand.NoteImpact;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** Which services an incident hits, as alerts join it. */
public final class WhenAlertCorrelatedThenWeigh implements Reaction<CorrelationEvent, Directory> {

    @Override
    public Class<CorrelationEvent> hears() {
        return CorrelationEvent.class;
    }

    @Override
    public List<Command> on(CorrelationEvent event, Directory directory) {
        if (!(event instanceof AlertCorrelated e) || directory.majorRule().severity() == null) {
            return List.of();
        }
        var services = e.joining().stream()
                .map(one -> one.place().service())
                .distinct()
                .toList();
        // The opening of the incident tells of its one service; most incidents never have another.
        return e.first() && services.size() == 1 ? List.of() : List.of(NoteImpact.of(e.incident(), services, e.at()));
    }
}
