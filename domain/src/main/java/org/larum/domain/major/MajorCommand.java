package org.larum.domain.major;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentCommand.ConfirmOpen;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.major.MajorEvent.Carried;
import org.larum.domain.major.MajorEvent.Grounds;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Severity;

/** Everything that can be asked of a major incident. Asking for what already is changes nothing. */
public sealed interface MajorCommand extends Command {

    MajorId major();

    @Override
    default UUID target() {
        return major().value();
    }

    /** What the rule looks at; null is not known from here. */
    record NoteImpact(
            @TargetAggregateIdentifier MajorId major,
            IncidentId incident,
            @Nullable Integer number,
            @Nullable Severity severity,
            List<ServiceId> services,
            Instant at)
            implements MajorCommand {

        public static NoteImpact of(IncidentId incident, List<ServiceId> services, Instant at) {
            return new NoteImpact(MajorId.of(incident), incident, null, null, services, at);
        }

        /** A storm that comes at once is noted at once. */
        @Override
        public @Nullable Command and(Command next) {
            return next instanceof NoteImpact more
                    ? new NoteImpact(
                            major,
                            incident,
                            number == null ? more.number : number,
                            more.severity == null ? severity : more.severity,
                            Stream.concat(services.stream(), more.services.stream())
                                    .distinct()
                                    .toList(),
                            more.at)
                    : null;
        }
    }

    /** {@code every}: how often stakeholders are to hear of it. By Larum it is done once in the life of an incident. */
    record DeclareMajor(
            @TargetAggregateIdentifier MajorId major,
            IncidentId incident,
            Grounds grounds,
            Duration every,
            @Nullable String warRoom,
            Actor by,
            Instant at)
            implements MajorCommand {

        @Override
        public Command before() {
            return new ConfirmOpen(incident);
        }
    }

    record StandDown(@TargetAggregateIdentifier MajorId major, String reason, Actor by, Instant at)
            implements MajorCommand {}

    /** Its incident is resolved. */
    record EndMajor(@TargetAggregateIdentifier MajorId major, Actor by, Instant at) implements MajorCommand {}

    /** The end of its incident was a mistake that was undone. */
    record ResumeMajor(@TargetAggregateIdentifier MajorId major, IncidentId incident, Actor by, Instant at)
            implements MajorCommand {

        @Override
        public Command before() {
            return new ConfirmOpen(incident);
        }
    }

    /** Its incident is a part of another one. */
    record MergeMajor(@TargetAggregateIdentifier MajorId major, IncidentId into, Actor by, Instant at)
            implements MajorCommand {}

    /** Goes on with what was a major incident before it was merged into this one; what is here already stays. */
    record TakeOver(
            @TargetAggregateIdentifier MajorId major, IncidentId incident, Carried carried, Actor by, Instant at)
            implements MajorCommand {

        @Override
        public Command before() {
            return new ConfirmOpen(incident);
        }
    }

    /** {@code to}: nobody, when null. */
    record AssignRole(
            @TargetAggregateIdentifier MajorId major,
            Role role,
            @Nullable PersonId to,
            Actor by,
            Instant at) implements MajorCommand {}

    record OpenWarRoom(@TargetAggregateIdentifier MajorId major, String link, Actor by, Instant at)
            implements MajorCommand {}

    /** {@code next}: when the next one follows; as often as before when null. */
    record PostUpdate(
            @TargetAggregateIdentifier MajorId major,
            String text,
            @Nullable Duration next,
            Actor by,
            Instant at) implements MajorCommand {}

    /** A timer fired. */
    record UpdateDue(@TargetAggregateIdentifier MajorId major, int timer, Instant at) implements MajorCommand {}

    record AddTask(
            @TargetAggregateIdentifier MajorId major,
            UUID task,
            String text,
            @Nullable PersonId assignee,
            Actor by,
            Instant at)
            implements MajorCommand {}

    /** {@code to}: nobody, when null. */
    record AssignTask(
            @TargetAggregateIdentifier MajorId major,
            UUID task,
            @Nullable PersonId to,
            Actor by,
            Instant at) implements MajorCommand {}

    record FinishTask(@TargetAggregateIdentifier MajorId major, UUID task, Actor by, Instant at)
            implements MajorCommand {}

    record ReopenTask(@TargetAggregateIdentifier MajorId major, UUID task, Actor by, Instant at)
            implements MajorCommand {}

    record DropTask(@TargetAggregateIdentifier MajorId major, UUID task, Actor by, Instant at)
            implements MajorCommand {}
}
