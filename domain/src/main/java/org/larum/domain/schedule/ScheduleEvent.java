package org.larum.domain.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.directory.Sealed;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Severity;

/**
 * Everything that people can agree on beside a schedule. Nothing here changes what has been: a time begins at the moment of the event at
 * the earliest, and what is withdrawn ends at that moment. What people wrote is sealed with the key of the person it is about.
 */
public sealed interface ScheduleEvent extends Event {

    /** Somebody is on call by a schedule, for everybody or for {@code instead} alone. */
    record StandIn(
            ScheduleId schedule, PersonId person, @Nullable PersonId instead, Stretch when) {}

    /** {@code request}: the request for cover whose answer it is; null when nobody asked. */
    @Revision("1")
    record OverrideAgreed(
            AgreementId agreement,
            StandIn standIn,
            @Nullable Sealed reason,
            @Nullable CoverRequestId request,
            Actor by,
            Instant at)
            implements ScheduleEvent {}

    /** It ends now; when it has not begun, it never will. */
    @Revision("1")
    record OverrideWithdrawn(AgreementId agreement, StandIn standIn, Actor by, Instant at) implements ScheduleEvent {}

    /** A shift, or a part of it, that somebody would rather not have. */
    record Wanted(ScheduleId schedule, PersonId person, Stretch when) {}

    /** {@code asked}: those who may say yes; {@code swap}: what the person takes over from them in return. */
    @Revision("1")
    record CoverAsked(
            CoverRequestId request,
            Wanted wanted,
            List<PersonId> asked,
            @Nullable Stretch swap,
            @Nullable Sealed reason,
            Actor by,
            Instant at)
            implements ScheduleEvent {}

    /** Somebody said yes, first, to a part or to all of it. */
    @Revision("1")
    record CoverTaken(
            CoverRequestId request,
            Wanted wanted,
            PersonId person,
            Stretch part,
            @Nullable Stretch swap,
            Actor by,
            Instant at)
            implements ScheduleEvent {}

    /** What was taken of it stays taken. */
    @Revision("1")
    record CoverRequestWithdrawn(CoverRequestId request, Wanted wanted, Actor by, Instant at)
            implements ScheduleEvent {}

    /** {@code series}: what the calendar it was read from calls it, whatever its time; null when it was made here. */
    @Revision("1")
    record AbsenceDeclared(
            AbsenceId absence,
            PersonId person,
            Stretch when,
            @Nullable Sealed reason,
            @Nullable UUID series,
            Actor by,
            Instant at)
            implements ScheduleEvent {}

    /** They are back. */
    @Revision("1")
    record AbsenceWithdrawn(AbsenceId absence, PersonId person, Actor by, Instant at) implements ScheduleEvent {}

    /** From now on, and instead of what was said of it before. {@code except}: what disturbs them all the same. */
    @Revision("1")
    record DoNotDisturbBegun(
            DoNotDisturbId doNotDisturb, PersonId person, Instant until, List<Severity> except, Actor by, Instant at)
            implements ScheduleEvent {}

    /** Before its time. */
    @Revision("1")
    record DoNotDisturbEnded(DoNotDisturbId doNotDisturb, PersonId person, Actor by, Instant at)
            implements ScheduleEvent {}
}
