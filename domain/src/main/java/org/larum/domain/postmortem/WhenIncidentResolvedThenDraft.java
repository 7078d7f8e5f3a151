package org.larum.domain.postmortem;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.postmortem.PostmortemCommand.AskPostmortem;
import org.larum.domain.postmortem.PostmortemKnown.Course;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** A draft is wanted of an incident that was critical, a major one, or later than promised. Of the others only when people ask. */
public final class WhenIncidentResolvedThenDraft implements Reaction<IncidentEvent, PostmortemKnown> {

    @Override
    public Class<IncidentEvent> hears() {
        return IncidentEvent.class;
    }

    @Override
    public List<Command> on(IncidentEvent event, PostmortemKnown known) {
        return event instanceof IncidentResolved e ? ask(e.incident(), e.at(), known) : List.of();
    }

    static List<Command> ask(IncidentId incident, Instant at, PostmortemKnown known) {
        return known.of(incident).stream()
                .mapMulti((Course course, Consumer<Command> into) -> {
                    var cause = course.cause();
                    if (cause != null) {
                        into.accept(new AskPostmortem(
                                PostmortemId.of(incident), incident, cause, course.about(), Actor.LARUM, at));
                    }
                })
                .toList();
    }
}
