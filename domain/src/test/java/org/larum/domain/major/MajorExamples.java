package org.larum.domain.major;

import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.NEXT;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.major.MajorCommand.DeclareMajor;
import org.larum.domain.major.MajorCommand.PostUpdate;
import org.larum.domain.major.MajorEvent.Carried;
import org.larum.domain.major.MajorEvent.Clock;
import org.larum.domain.major.MajorEvent.Grounds;
import org.larum.domain.major.MajorEvent.Holding;
import org.larum.domain.major.MajorEvent.ImpactCarried;
import org.larum.domain.major.MajorEvent.ImpactNoted;
import org.larum.domain.major.MajorEvent.MajorIncidentDeclared;
import org.larum.domain.major.MajorEvent.MajorIncidentEnded;
import org.larum.domain.major.MajorEvent.MajorIncidentMerged;
import org.larum.domain.major.MajorEvent.MajorIncidentStoodDown;
import org.larum.domain.major.MajorEvent.RoleAssigned;
import org.larum.domain.major.MajorEvent.Task;
import org.larum.domain.major.MajorEvent.TaskAdded;
import org.larum.domain.major.MajorEvent.TaskAssigned;
import org.larum.domain.major.MajorEvent.TaskDropped;
import org.larum.domain.major.MajorEvent.TaskFinished;
import org.larum.domain.major.MajorEvent.TaskReopened;
import org.larum.domain.major.MajorEvent.UpdatePosted;
import org.larum.domain.major.MajorEvent.UpdateReminded;
import org.larum.domain.major.MajorEvent.WarRoomMoved;
import org.larum.domain.major.MajorEvent.WarRoomOpened;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

/** Nobody can pay, Ada declares a major incident and commands it, Grace writes the updates. */
public final class MajorExamples {

    public static final MajorId MAJOR = MajorId.of(INCIDENT);
    public static final UUID CALL_BANK = UUID.fromString("00000000-0000-7000-8000-0000000000f1");
    public static final String ROOM = "https://meet.example.com/larum-1001";
    public static final String ELSEWHERE = "https://chat.example.com/room/7";
    public static final String NOBODY_CAN_PAY = "Nobody can pay. We know why and are at work on it.";
    public static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private MajorExamples() {}

    public static ImpactNoted noted() {
        return noted(1001, Severity.CRITICAL, 1, List.of(CHECKOUT), 1);
    }

    public static ImpactNoted noted(
            @Nullable Integer number, @Nullable Severity severity, int total, List<ServiceId> fresh, int minute) {
        return new ImpactNoted(MAJOR, INCIDENT, number, severity, fresh, total, Monday.at(minute));
    }

    public static ImpactCarried impactCarried() {
        return new ImpactCarried(MAJOR, INCIDENT, NEXT, List.of(CHECKOUT, SEARCH), Monday.at(18));
    }

    public static DeclareMajor declare(Actor by, int minute) {
        return new DeclareMajor(MAJOR, INCIDENT, reason(), HALF_AN_HOUR, null, by, Monday.at(minute));
    }

    public static Grounds reason() {
        return Grounds.of("Nobody can pay");
    }

    public static Clock clock(int timer, int pause, int minute) {
        return new Clock(timer, Duration.ofMinutes(pause), Monday.at(minute + pause));
    }

    public static MajorIncidentDeclared declared() {
        return declared(1, 1, 4);
    }

    public static MajorIncidentDeclared declared(int round, int timer, int minute) {
        return new MajorIncidentDeclared(
                MAJOR, INCIDENT, round, reason(), clock(timer, 30, minute), BY_ADA, Monday.at(minute));
    }

    public static MajorIncidentDeclared declaredByRule() {
        return new MajorIncidentDeclared(
                MAJOR,
                INCIDENT,
                1,
                new Grounds(null, Severity.CRITICAL, 3),
                clock(1, 30, 4),
                Actor.LARUM,
                Monday.at(4));
    }

    public static MajorIncidentStoodDown stoodDown() {
        return new MajorIncidentStoodDown(MAJOR, INCIDENT, 1, "One shop only", BY_ADA, Monday.at(60));
    }

    public static MajorIncidentEnded ended() {
        return new MajorIncidentEnded(MAJOR, INCIDENT, 1, BY_GRACE, Monday.at(90));
    }

    public static MajorIncidentMerged merged() {
        return new MajorIncidentMerged(MAJOR, INCIDENT, NEXT, carried(), BY_ADA, Monday.at(18));
    }

    public static Carried carried() {
        return new Carried(
                1001,
                HALF_AN_HOUR,
                ROOM,
                List.of(new Holding(Role.COMMANDER, ADA), new Holding(Role.COMMUNICATIONS, GRACE)),
                List.of(task()));
    }

    public static RoleAssigned role(Role role, @Nullable PersonId to) {
        return new RoleAssigned(MAJOR, INCIDENT, role, to, BY_ADA, Monday.at(5));
    }

    public static RoleAssigned commander() {
        return role(Role.COMMANDER, ADA);
    }

    public static WarRoomOpened warRoom() {
        return new WarRoomOpened(MAJOR, INCIDENT, ROOM, BY_ADA, Monday.at(4));
    }

    public static WarRoomMoved warRoomMoved() {
        return new WarRoomMoved(MAJOR, INCIDENT, ROOM, ELSEWHERE, BY_ADA, Monday.at(7));
    }

    public static PostUpdate post(@Nullable Duration next, int minute) {
        return new PostUpdate(MAJOR, NOBODY_CAN_PAY, next, BY_GRACE, Monday.at(minute));
    }

    public static UpdatePosted posted() {
        return posted(1, clock(2, 30, 10), 10);
    }

    public static UpdatePosted posted(int count, @Nullable Clock clock, int minute) {
        return new UpdatePosted(MAJOR, INCIDENT, count, NOBODY_CAN_PAY, clock, BY_GRACE, Monday.at(minute));
    }

    public static UpdateReminded reminded() {
        return reminded(GRACE);
    }

    public static UpdateReminded reminded(@Nullable PersonId to) {
        return new UpdateReminded(MAJOR, INCIDENT, 1, to, clock(2, 10, 34), Monday.at(34));
    }

    public static Task task() {
        return new Task(CALL_BANK, "Call the bank", GRACE);
    }

    public static TaskAdded taskAdded() {
        return new TaskAdded(MAJOR, INCIDENT, task(), BY_ADA, Monday.at(11));
    }

    public static TaskAssigned taskAssigned() {
        return taskGiven(ADA);
    }

    public static TaskAssigned taskGiven(@Nullable PersonId to) {
        return new TaskAssigned(MAJOR, INCIDENT, CALL_BANK, "Call the bank", to, BY_ADA, Monday.at(12));
    }

    public static TaskFinished taskFinished() {
        return new TaskFinished(MAJOR, INCIDENT, CALL_BANK, "Call the bank", BY_ADA, Monday.at(13));
    }

    public static TaskReopened taskReopened() {
        return new TaskReopened(MAJOR, INCIDENT, CALL_BANK, "Call the bank", BY_ADA, Monday.at(14));
    }

    public static TaskDropped taskDropped() {
        return new TaskDropped(MAJOR, INCIDENT, CALL_BANK, "Call the bank", BY_ADA, Monday.at(15));
    }
}
