package org.larum.domain.reach;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.reach.ReachCommand.ChangeRest;
import org.larum.domain.reach.Resting.Rest;
import org.larum.domain.schedule.ScheduleEvent;
import org.larum.domain.schedule.ScheduleEvent.DoNotDisturbBegun;
import org.larum.domain.schedule.ScheduleEvent.DoNotDisturbEnded;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** Whoever wants to be disturbed again, or earlier or later than they had said, hears then of what waits for them. */
public final class WhenRestChangesThenReach implements Reaction<ScheduleEvent, WhenRestChangesThenReach.Known> {

    public record Known(Directory directory, Resting resting) {}

    @Override
    public Class<ScheduleEvent> hears() {
        return ScheduleEvent.class;
    }

    @Override
    public List<Command> on(ScheduleEvent event, Known known) {
        return switch (event) {
            case DoNotDisturbBegun e -> again(e.person(), e.at(), known);
            case DoNotDisturbEnded e -> again(e.person(), e.at(), known);
            default -> List.of();
        };
    }

    private static List<Command> again(PersonId id, Instant at, Known known) {
        return known.directory().person(id).stream()
                .flatMap(person -> known.resting().of(id).stream().<Command>map(rest -> again(rest, person, at, known)))
                .toList();
    }

    private static ChangeRest again(Rest rest, Person person, Instant at, Known known) {
        var plan = ReachPlan.of(person, rest.severity(), known.directory(), at);
        var turn = Duration.between(at, rest.from());
        return new ChangeRest(rest.reach(), (turn.isPositive() ? plan.after(turn) : plan).quiet(), at);
    }
}
