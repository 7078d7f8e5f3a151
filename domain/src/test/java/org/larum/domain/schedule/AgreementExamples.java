package org.larum.domain.schedule;

import static org.larum.domain.directory.DirectoryExamples.sealed;
import static org.larum.domain.schedule.ScheduleExamples.ADA;
import static org.larum.domain.schedule.ScheduleExamples.GRACE;
import static org.larum.domain.schedule.ScheduleExamples.LINUS;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.schedule.ScheduleCommand.AgreeOverride;
import org.larum.domain.schedule.ScheduleCommand.AskForCover;
import org.larum.domain.schedule.ScheduleCommand.DeclareAbsence;
import org.larum.domain.schedule.ScheduleCommand.TakeCover;
import org.larum.domain.schedule.ScheduleEvent.AbsenceDeclared;
import org.larum.domain.schedule.ScheduleEvent.AbsenceWithdrawn;
import org.larum.domain.schedule.ScheduleEvent.CoverAsked;
import org.larum.domain.schedule.ScheduleEvent.CoverRequestWithdrawn;
import org.larum.domain.schedule.ScheduleEvent.CoverTaken;
import org.larum.domain.schedule.ScheduleEvent.DoNotDisturbBegun;
import org.larum.domain.schedule.ScheduleEvent.DoNotDisturbEnded;
import org.larum.domain.schedule.ScheduleEvent.OverrideAgreed;
import org.larum.domain.schedule.ScheduleEvent.OverrideWithdrawn;
import org.larum.domain.schedule.ScheduleEvent.StandIn;
import org.larum.domain.schedule.ScheduleEvent.Wanted;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

/** Ada would rather not have a shift of ten hours on Monday; Grace and Linus are asked. */
public final class AgreementExamples {

    public static final ScheduleId PAYMENTS = ScheduleId.of("payments");
    public static final AgreementId OVERRIDE = new AgreementId(uuid(1));
    public static final CoverRequestId REQUEST = new CoverRequestId(uuid(2));
    public static final AbsenceId ABSENCE = new AbsenceId(uuid(3));
    public static final Actor BY_ADA = Actor.person(ADA);
    public static final Actor BY_GRACE = Actor.person(GRACE);

    private AgreementExamples() {}

    private static UUID uuid(int n) {
        return UUID.fromString("019ac000-0000-7000-8000-00000000000" + n);
    }

    /** Of Monday, in hours after nine. */
    public static Stretch hours(int from, int until) {
        return new Stretch(Monday.at(60 * from), Monday.at(60 * until));
    }

    public static StandIn graceForAda(Stretch when) {
        return new StandIn(PAYMENTS, GRACE, ADA, when);
    }

    public static AgreeOverride agree(Stretch when, int minute) {
        return new AgreeOverride(
                OVERRIDE, graceForAda(when), sealed("A long flight"), null, BY_GRACE, Monday.at(minute));
    }

    public static OverrideAgreed agreed(Stretch when, int minute) {
        return new OverrideAgreed(
                OVERRIDE, graceForAda(when), sealed("A long flight"), null, BY_GRACE, Monday.at(minute));
    }

    public static OverrideWithdrawn overrideWithdrawn(Stretch when, int minute) {
        return new OverrideWithdrawn(OVERRIDE, graceForAda(when), BY_GRACE, Monday.at(minute));
    }

    public static Wanted wanted(Stretch when) {
        return new Wanted(PAYMENTS, ADA, when);
    }

    public static AskForCover ask(Stretch when, List<PersonId> asked, @Nullable Stretch swap, int minute) {
        return new AskForCover(REQUEST, wanted(when), asked, swap, sealed("A concert"), BY_ADA, Monday.at(minute));
    }

    public static CoverAsked asked(Stretch when, List<PersonId> asked, @Nullable Stretch swap) {
        return new CoverAsked(REQUEST, wanted(when), asked, swap, sealed("A concert"), BY_ADA, Monday.NINE);
    }

    /** From eleven to nine in the evening, of Grace and Linus. */
    public static CoverAsked asked() {
        return asked(hours(2, 12), List.of(GRACE, LINUS), null);
    }

    public static TakeCover take(PersonId person, @Nullable Stretch part, int minute) {
        return new TakeCover(REQUEST, person, part, Actor.person(person), Monday.at(minute));
    }

    public static CoverTaken taken(PersonId person, Stretch part, int minute) {
        return new CoverTaken(
                REQUEST, wanted(hours(2, 12)), person, part, null, Actor.person(person), Monday.at(minute));
    }

    public static CoverRequestWithdrawn requestWithdrawn(int minute) {
        return new CoverRequestWithdrawn(REQUEST, wanted(hours(2, 12)), BY_ADA, Monday.at(minute));
    }

    public static DeclareAbsence declare(Stretch when, int minute) {
        return new DeclareAbsence(ABSENCE, ADA, when, sealed("Vacation"), uuid(4), BY_ADA, Monday.at(minute));
    }

    public static AbsenceDeclared declared(Stretch when, int minute) {
        return new AbsenceDeclared(ABSENCE, ADA, when, sealed("Vacation"), uuid(4), BY_ADA, Monday.at(minute));
    }

    /** Ada wants to be left alone, but for what is critical. */
    public static DoNotDisturbBegun begun(int until, int minute) {
        return new DoNotDisturbBegun(
                DoNotDisturbId.of(ADA), ADA, Monday.at(until), List.of(Severity.CRITICAL), BY_ADA, Monday.at(minute));
    }

    public static DoNotDisturbEnded restEnded(int minute) {
        return new DoNotDisturbEnded(DoNotDisturbId.of(ADA), ADA, BY_ADA, Monday.at(minute));
    }

    public static AbsenceWithdrawn absenceWithdrawn(int minute) {
        return new AbsenceWithdrawn(ABSENCE, ADA, BY_ADA, Monday.at(minute));
    }
}
