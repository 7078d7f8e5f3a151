package org.larum.domain.postmortem;

import java.util.List;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;
import org.larum.domain.sla.SlaEvent;
import org.larum.domain.sla.SlaEvent.ClockBreached;

/** That it was late is sometimes known only when it is over. While it goes on, its end asks. */
public final class WhenClockIsLateThenDraft implements Reaction<SlaEvent, PostmortemKnown> {

    @Override
    public Class<SlaEvent> hears() {
        return SlaEvent.class;
    }

    @Override
    public List<Command> on(SlaEvent event, PostmortemKnown known) {
        boolean isOver = event instanceof ClockBreached
                && known.of(event.incident())
                        .filter(PostmortemKnown.Course::over)
                        .isPresent();
        return isOver ? WhenIncidentResolvedThenDraft.ask(event.incident(), event.at(), known) : List.of();
    }
}
