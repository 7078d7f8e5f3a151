package org.larum.domain.sla;

import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.NEXT;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Calendar;
import org.larum.domain.directory.Promise;
import org.larum.domain.directory.Promise.Goal;
import org.larum.domain.directory.Schedule.Hours;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;
import org.larum.domain.sla.SlaCommand.MeetClock;
import org.larum.domain.sla.SlaCommand.StartClock;
import org.larum.domain.sla.SlaEvent.Alarm;
import org.larum.domain.sla.SlaEvent.ClockBreached;
import org.larum.domain.sla.SlaEvent.ClockEnd;
import org.larum.domain.sla.SlaEvent.ClockForetold;
import org.larum.domain.sla.SlaEvent.ClockMet;
import org.larum.domain.sla.SlaEvent.ClockPaused;
import org.larum.domain.sla.SlaEvent.ClockRecomputed;
import org.larum.domain.sla.SlaEvent.ClockResumed;
import org.larum.domain.sla.SlaEvent.ClockStarted;
import org.larum.domain.sla.SlaEvent.ClockStopped;
import org.larum.domain.sla.SlaEvent.ClockWentOn;
import org.larum.domain.sla.SlaEvent.Figures;

/** The checkout is answered within 15 minutes by day and night, and resolved within 100 while its people are there. */
public final class SlaExamples {

    public static final ClockId ANSWER = ClockId.of(INCIDENT, ClockKind.ANSWER);
    public static final ClockId RESOLVE = ClockId.of(INCIDENT, ClockKind.RESOLVE);

    /** From nine to five, and not on the Wednesday after the Monday. */
    public static final Calendar OFFICE = new Calendar(
            "office",
            "UTC",
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY).stream()
                    .map(day -> new Hours(day, LocalTime.of(9, 0), day, LocalTime.of(17, 0)))
                    .toList(),
            List.of(LocalDate.of(2026, 11, 25)));

    public static final Promise PROMISE = new Promise(
            List.of(
                    new Goal(Severity.CRITICAL, Duration.ofMinutes(5), Duration.ofMinutes(50)),
                    new Goal(Severity.HIGH, Duration.ofMinutes(15), Duration.ofMinutes(100)),
                    new Goal(Severity.LOW, null, null)),
            OFFICE,
            true,
            false);

    private SlaExamples() {}

    public static StartClock start(ClockKind kind) {
        return new StartClock(
                ClockId.of(INCIDENT, kind), INCIDENT, kind, CHECKOUT, Severity.HIGH, PROMISE, Monday.NINE);
    }

    public static MeetClock meet(ClockId clock, ClockEnd with, int minute) {
        return new MeetClock(clock, with, BY_ADA, Monday.at(minute));
    }

    public static Alarm alarm(int timer, int share, int minute) {
        return new Alarm(timer, share, Monday.at(minute));
    }

    public static ClockStarted started() {
        return new ClockStarted(
                RESOLVE,
                INCIDENT,
                ClockKind.RESOLVE,
                CHECKOUT,
                Severity.HIGH,
                PROMISE,
                Duration.ofMinutes(100),
                Monday.at(100),
                alarm(1, 50, 50),
                Monday.NINE);
    }

    public static ClockPaused paused() {
        return paused(PauseReason.SNOOZED, 20, 20);
    }

    public static ClockPaused paused(PauseReason reason, int used, int minute) {
        return new ClockPaused(
                RESOLVE,
                INCIDENT,
                ClockKind.RESOLVE,
                reason,
                "The supplier has it",
                Duration.ofMinutes(used),
                BY_ADA,
                Monday.at(minute));
    }

    public static ClockResumed resumed() {
        return resumed(PauseReason.SNOOZED, true, 130, alarm(2, 50, 80), 50);
    }

    public static ClockResumed resumed(
            PauseReason reason, boolean runs, @Nullable Integer due, @Nullable Alarm alarm, int minute) {
        return new ClockResumed(
                RESOLVE,
                INCIDENT,
                ClockKind.RESOLVE,
                reason,
                runs,
                due == null ? null : Monday.at(due),
                alarm,
                BY_ADA,
                Monday.at(minute));
    }

    public static ClockForetold foretold() {
        return foretold(80, alarm(3, 100, 100), 80);
    }

    public static ClockForetold foretold(int share, Alarm alarm, int minute) {
        return new ClockForetold(
                RESOLVE,
                INCIDENT,
                ClockKind.RESOLVE,
                CHECKOUT,
                share,
                Duration.ofMinutes(100),
                Monday.at(100),
                alarm,
                Monday.at(minute));
    }

    public static ClockBreached breached() {
        return breached(true, 100);
    }

    public static ClockBreached breached(boolean running, int minute) {
        return new ClockBreached(
                RESOLVE,
                INCIDENT,
                ClockKind.RESOLVE,
                CHECKOUT,
                Duration.ofMinutes(100),
                Monday.at(100),
                running,
                Monday.at(minute));
    }

    public static ClockMet met() {
        return met(false, 90, 90);
    }

    public static ClockMet met(boolean late, int used, int minute) {
        return new ClockMet(
                RESOLVE,
                INCIDENT,
                ClockKind.RESOLVE,
                ClockEnd.RESOLVED,
                Duration.ofMinutes(100),
                Duration.ofMinutes(used),
                late,
                BY_ADA,
                Monday.at(minute));
    }

    public static ClockStopped stopped() {
        return new ClockStopped(
                RESOLVE, INCIDENT, ClockKind.RESOLVE, NEXT, Duration.ofMinutes(30), BY_ADA, Monday.at(30));
    }

    public static ClockWentOn wentOn() {
        return wentOn(false, 130, alarm(2, 50, 50), 120);
    }

    public static ClockWentOn wentOn(boolean counted, int due, @Nullable Alarm alarm, int minute) {
        return new ClockWentOn(
                RESOLVE, INCIDENT, ClockKind.RESOLVE, counted, Monday.at(due), alarm, BY_GRACE, Monday.at(minute));
    }

    public static Figures figures(int target, int due, int used) {
        return new Figures(Monday.NINE, Duration.ofMinutes(target), Monday.at(due), Duration.ofMinutes(used));
    }

    public static ClockRecomputed recomputed() {
        return recomputed(Severity.CRITICAL, figures(100, 100, 10), figures(50, 50, 10), alarm(2, 50, 25), 10);
    }

    public static ClockRecomputed recomputed(
            Severity to, Figures before, Figures now, @Nullable Alarm alarm, int minute) {
        return new ClockRecomputed(
                RESOLVE,
                INCIDENT,
                ClockKind.RESOLVE,
                Correction.SEVERITY,
                CHECKOUT,
                to,
                PROMISE,
                before,
                now,
                alarm,
                BY_ADA,
                Monday.at(minute));
    }
}
