package org.larum.domain.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Sealed;
import org.larum.domain.schedule.ScheduleEvent.StandIn;
import org.larum.domain.schedule.ScheduleEvent.Wanted;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Severity;

/** Everything that people can ask for beside a schedule. Asking for what already is changes nothing. */
public sealed interface ScheduleCommand extends Command {

    record AgreeOverride(
            @TargetAggregateIdentifier AgreementId agreement,
            StandIn standIn,
            @Nullable Sealed reason,
            @Nullable CoverRequestId request,
            Actor by,
            Instant at)
            implements ScheduleCommand {

        @Override
        public UUID target() {
            return agreement.value();
        }
    }

    record WithdrawOverride(@TargetAggregateIdentifier AgreementId agreement, Actor by, Instant at)
            implements ScheduleCommand {

        @Override
        public UUID target() {
            return agreement.value();
        }
    }

    record AskForCover(
            @TargetAggregateIdentifier CoverRequestId request,
            Wanted wanted,
            List<PersonId> asked,
            @Nullable Stretch swap,
            @Nullable Sealed reason,
            Actor by,
            Instant at)
            implements ScheduleCommand {

        @Override
        public UUID target() {
            return request.value();
        }
    }

    /** {@code part}: null for all that nobody has taken yet. */
    record TakeCover(
            @TargetAggregateIdentifier CoverRequestId request,
            PersonId person,
            @Nullable Stretch part,
            Actor by,
            Instant at)
            implements ScheduleCommand {

        @Override
        public UUID target() {
            return request.value();
        }
    }

    record WithdrawCoverRequest(@TargetAggregateIdentifier CoverRequestId request, Actor by, Instant at)
            implements ScheduleCommand {

        @Override
        public UUID target() {
            return request.value();
        }
    }

    record DeclareAbsence(
            @TargetAggregateIdentifier AbsenceId absence,
            PersonId person,
            Stretch when,
            @Nullable Sealed reason,
            @Nullable UUID series,
            Actor by,
            Instant at)
            implements ScheduleCommand {

        @Override
        public UUID target() {
            return absence.value();
        }
    }

    record WithdrawAbsence(@TargetAggregateIdentifier AbsenceId absence, Actor by, Instant at)
            implements ScheduleCommand {

        @Override
        public UUID target() {
            return absence.value();
        }
    }

    record BeginDoNotDisturb(
            @TargetAggregateIdentifier DoNotDisturbId doNotDisturb,
            PersonId person,
            Instant until,
            List<Severity> except,
            Actor by,
            Instant at)
            implements ScheduleCommand {

        @Override
        public UUID target() {
            return doNotDisturb.value();
        }
    }

    record EndDoNotDisturb(@TargetAggregateIdentifier DoNotDisturbId doNotDisturb, Actor by, Instant at)
            implements ScheduleCommand {

        @Override
        public UUID target() {
            return doNotDisturb.value();
        }
    }
}
