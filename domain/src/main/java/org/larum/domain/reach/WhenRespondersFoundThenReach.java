package org.larum.domain.reach;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.EscalationEvent;
import org.larum.domain.escalation.EscalationEvent.AnswerCounted;
import org.larum.domain.escalation.EscalationEvent.EscalationRaised;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.reach.ReachCommand.ChangePlan;
import org.larum.domain.reach.ReachCommand.StartReach;
import org.larum.domain.reach.ReachCommand.StopReach;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;
import org.larum.domain.shared.Severity;

/** Those whom a step means are reached as they want to be, and left alone when the run stops. */
public final class WhenRespondersFoundThenReach implements Reaction<EscalationEvent, Directory> {

    @Override
    public Class<EscalationEvent> hears() {
        return EscalationEvent.class;
    }

    @Override
    public List<Command> on(EscalationEvent event, Directory directory) {
        return switch (event) {
            case RespondersFound e ->
                e.responders().stream()
                        .<Command>map(one -> new StartReach(
                                ReachId.of(e.run(), one.person()),
                                e.run(),
                                e.incident(),
                                one.person(),
                                e.position(),
                                plan(one.person(), e.severity(), e.at(), directory)
                                        .after(one.later()),
                                e.at()))
                        .toList();
            case EscalationRaised e
            when e.plan() == null ->
                e.asked().stream()
                        .<Command>map(person -> new ChangePlan(
                                ReachId.of(e.run(), person), plan(person, e.severity(), e.at(), directory), e.at()))
                        .toList();
            case AnswerCounted e -> List.of(new StopReach(ReachId.of(e.run(), e.person()), e.at()));
            case EscalationStopped e ->
                Stream.ofNullable(e.asked())
                        .flatMap(List::stream)
                        .<Command>map(person -> new StopReach(ReachId.of(e.run(), person), e.at()))
                        .toList();
            default -> List.of();
        };
    }

    private static ReachPlan plan(PersonId id, @Nullable Severity severity, Instant at, Directory directory) {
        return directory
                .person(id)
                .map(person -> ReachPlan.of(person, severity, directory, at))
                .orElse(ReachPlan.UNKNOWN);
    }
}
