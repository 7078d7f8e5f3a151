package org.larum.domain.major;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Severity;

/** Everything that can happen to a major incident. {@code round} counts how often the incident was declared one, from 1. */
public sealed interface MajorEvent extends Event {

    MajorId major();

    IncidentId incident();

    Instant at();

    /** Why it was declared: the reason that a person gave, or how bad it was and how many services it hit. */
    record Grounds(@Nullable String reason, @Nullable Severity severity, int services) {

        public static Grounds of(String reason) {
            return new Grounds(reason, null, 0);
        }
    }

    /**
     * When the next update is due. {@code timer} counts the timers of the major incident; an older one that fires is stale. The
     * time is measured by the database's clock; {@code due} is when it ends as the deciding node saw it.
     */
    record Clock(int timer, Duration pause, Instant due) {}

    record Holding(Role role, PersonId person) {}

    record Task(UUID task, String text, @Nullable PersonId assignee) {}

    /** What goes on in the incident that this one was merged into. {@code number}: that of the merged one, if it is known. */
    record Carried(
            @Nullable Integer number,
            Duration every,
            @Nullable String warRoom,
            List<Holding> roles,
            List<Task> tasks) {}

    /**
     * What the rule looks at has grown. {@code services}: those that are new; {@code total}: how many there are now; {@code
     * number} and {@code severity}: what is known by now.
     */
    @Revision("1")
    record ImpactNoted(
            MajorId major,
            IncidentId incident,
            @Nullable Integer number,
            @Nullable Severity severity,
            List<ServiceId> services,
            int total,
            Instant at)
            implements MajorEvent {}

    /** The incident was merged into another one, which now hits these services too. */
    @Revision("1")
    record ImpactCarried(MajorId major, IncidentId incident, IncidentId into, List<ServiceId> services, Instant at)
            implements MajorEvent {}

    @Revision("1")
    record MajorIncidentDeclared(
            MajorId major, IncidentId incident, int round, Grounds grounds, Clock clock, Actor by, Instant at)
            implements MajorEvent {}

    /** By hand, while the incident goes on. */
    @Revision("1")
    record MajorIncidentStoodDown(MajorId major, IncidentId incident, int round, String reason, Actor by, Instant at)
            implements MajorEvent {}

    /** The incident is resolved; who did that is {@code by}. */
    @Revision("1")
    record MajorIncidentEnded(MajorId major, IncidentId incident, int round, Actor by, Instant at)
            implements MajorEvent {}

    /** The incident is a part of another one, which is the major incident from now on. */
    @Revision("1")
    record MajorIncidentMerged(
            MajorId major, IncidentId incident, IncidentId into, Carried carried, Actor by, Instant at)
            implements MajorEvent {}

    /** {@code to}: nobody, when null. */
    @Revision("1")
    record RoleAssigned(
            MajorId major,
            IncidentId incident,
            Role role,
            @Nullable PersonId to,
            Actor by,
            Instant at) implements MajorEvent {}

    @Revision("1")
    record WarRoomOpened(MajorId major, IncidentId incident, String link, Actor by, Instant at) implements MajorEvent {}

    @Revision("1")
    record WarRoomMoved(MajorId major, IncidentId incident, String from, String to, Actor by, Instant at)
            implements MajorEvent {}

    /** For stakeholders; {@code count} counts them from 1. Without a {@code clock} it is the last one: none is due after it. */
    @Revision("1")
    record UpdatePosted(
            MajorId major,
            IncidentId incident,
            int count,
            String text,
            @Nullable Clock clock,
            Actor by,
            Instant at) implements MajorEvent {}

    /** An update is due. {@code to}: who has to write it; null when nobody has a role that does. */
    @Revision("1")
    record UpdateReminded(
            MajorId major,
            IncidentId incident,
            int count,
            @Nullable PersonId to,
            Clock clock,
            Instant at) implements MajorEvent {}

    @Revision("1")
    record TaskAdded(MajorId major, IncidentId incident, Task task, Actor by, Instant at) implements MajorEvent {}

    /** {@code to}: nobody, when null. */
    @Revision("1")
    record TaskAssigned(
            MajorId major,
            IncidentId incident,
            UUID task,
            String text,
            @Nullable PersonId to,
            Actor by,
            Instant at) implements MajorEvent {}

    @Revision("1")
    record TaskFinished(MajorId major, IncidentId incident, UUID task, String text, Actor by, Instant at)
            implements MajorEvent {}

    @Revision("1")
    record TaskReopened(MajorId major, IncidentId incident, UUID task, String text, Actor by, Instant at)
            implements MajorEvent {}

    /** It need not be done after all. */
    @Revision("1")
    record TaskDropped(MajorId major, IncidentId incident, UUID task, String text, Actor by, Instant at)
            implements MajorEvent {}
}
