package org.larum.domain.major;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.NEXT;
import static org.larum.domain.major.MajorExamples.CALL_BANK;
import static org.larum.domain.major.MajorExamples.ELSEWHERE;
import static org.larum.domain.major.MajorExamples.HALF_AN_HOUR;
import static org.larum.domain.major.MajorExamples.MAJOR;
import static org.larum.domain.major.MajorExamples.ROOM;
import static org.larum.domain.major.MajorExamples.carried;
import static org.larum.domain.major.MajorExamples.clock;
import static org.larum.domain.major.MajorExamples.commander;
import static org.larum.domain.major.MajorExamples.declare;
import static org.larum.domain.major.MajorExamples.declared;
import static org.larum.domain.major.MajorExamples.ended;
import static org.larum.domain.major.MajorExamples.impactCarried;
import static org.larum.domain.major.MajorExamples.merged;
import static org.larum.domain.major.MajorExamples.noted;
import static org.larum.domain.major.MajorExamples.post;
import static org.larum.domain.major.MajorExamples.posted;
import static org.larum.domain.major.MajorExamples.reason;
import static org.larum.domain.major.MajorExamples.reminded;
import static org.larum.domain.major.MajorExamples.role;
import static org.larum.domain.major.MajorExamples.stoodDown;
import static org.larum.domain.major.MajorExamples.task;
import static org.larum.domain.major.MajorExamples.taskAdded;
import static org.larum.domain.major.MajorExamples.taskAssigned;
import static org.larum.domain.major.MajorExamples.taskDropped;
import static org.larum.domain.major.MajorExamples.taskFinished;
import static org.larum.domain.major.MajorExamples.taskReopened;
import static org.larum.domain.major.MajorExamples.warRoom;
import static org.larum.domain.major.MajorExamples.warRoomMoved;
import static org.larum.domain.shared.Refusal.Kind.CONFLICT;
import static org.larum.domain.shared.Refusal.Kind.INVALID;
import static org.larum.domain.shared.Refusal.Kind.NOT_FOUND;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.IncidentCommand.ConfirmOpen;
import org.larum.domain.major.MajorCommand.AddTask;
import org.larum.domain.major.MajorCommand.AssignRole;
import org.larum.domain.major.MajorCommand.AssignTask;
import org.larum.domain.major.MajorCommand.DeclareMajor;
import org.larum.domain.major.MajorCommand.DropTask;
import org.larum.domain.major.MajorCommand.EndMajor;
import org.larum.domain.major.MajorCommand.FinishTask;
import org.larum.domain.major.MajorCommand.MergeMajor;
import org.larum.domain.major.MajorCommand.NoteImpact;
import org.larum.domain.major.MajorCommand.OpenWarRoom;
import org.larum.domain.major.MajorCommand.PostUpdate;
import org.larum.domain.major.MajorCommand.ReopenTask;
import org.larum.domain.major.MajorCommand.ResumeMajor;
import org.larum.domain.major.MajorCommand.StandDown;
import org.larum.domain.major.MajorCommand.TakeOver;
import org.larum.domain.major.MajorCommand.UpdateDue;
import org.larum.domain.major.MajorEvent.Carried;
import org.larum.domain.major.MajorEvent.Grounds;
import org.larum.domain.major.MajorEvent.MajorIncidentDeclared;
import org.larum.domain.major.MajorEvent.RoleAssigned;
import org.larum.domain.major.MajorEvent.Task;
import org.larum.domain.major.MajorEvent.TaskAdded;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refused;
import org.larum.domain.shared.Severity;

class MajorIncidentTest {

    private final AggregateTestFixture<MajorIncident> major = new AggregateTestFixture<>(MajorIncident.class);

    @Nested
    class NoteIt {

        @Test
        void whatIsNewIsNotedAndAddedUp() {
            major.givenNoPriorActivity()
                    .when(new NoteImpact(MAJOR, INCIDENT, 1001, Severity.CRITICAL, List.of(CHECKOUT), Monday.at(1)))
                    .expectEvents(noted());
            major.given(noted())
                    .when(NoteImpact.of(INCIDENT, List.of(CHECKOUT, SEARCH, SEARCH), Monday.at(2)))
                    .expectEvents(noted(1001, Severity.CRITICAL, 2, List.of(SEARCH), 2));
        }

        @Test
        void whatIsKnownIsNotNotedAgain() {
            major.given(noted())
                    .when(new NoteImpact(MAJOR, INCIDENT, 1001, Severity.CRITICAL, List.of(CHECKOUT), Monday.at(3)))
                    .expectNoEvents();
        }

        @Test
        void anotherSeverityAndALateNumberAreNoted() {
            major.given(noted())
                    .when(new NoteImpact(MAJOR, INCIDENT, null, Severity.LOW, List.of(), Monday.at(3)))
                    .expectEvents(noted(1001, Severity.LOW, 1, List.of(), 3));
            major.given(noted(null, null, 1, List.of(CHECKOUT), 1))
                    .when(new NoteImpact(MAJOR, INCIDENT, 1001, null, List.of(), Monday.at(3)))
                    .expectEvents(noted(1001, null, 1, List.of(), 3));
        }

        @Test
        void aStormIsNotedAtOnce() {
            var first = NoteImpact.of(INCIDENT, List.of(CHECKOUT), Monday.at(1));
            var opening = new NoteImpact(MAJOR, INCIDENT, 1001, Severity.HIGH, List.of(CHECKOUT), Monday.at(1));
            var second = NoteImpact.of(INCIDENT, List.of(SEARCH), Monday.at(2));
            assertThat(opening.and(second))
                    .isEqualTo(new NoteImpact(
                            MAJOR, INCIDENT, 1001, Severity.HIGH, List.of(CHECKOUT, SEARCH), Monday.at(2)));
            assertThat(first.and(opening)).isEqualTo(opening);
            assertThat(first.and(declare(BY_ADA, 3))).isNull();
        }
    }

    @Nested
    class DeclareIt {

        @Test
        void itIsDeclaredAndTheWarRoomOpens() {
            var wish = new DeclareMajor(MAJOR, INCIDENT, reason(), HALF_AN_HOUR, ROOM, BY_ADA, Monday.at(4));
            major.givenNoPriorActivity().when(wish).expectEvents(declared(), warRoom());
            assertThat(wish.before()).isEqualTo(new ConfirmOpen(INCIDENT));
        }

        @Test
        void itIsDeclaredOnce() {
            major.given(declared()).when(declare(BY_GRACE, 5)).expectNoEvents();
        }

        @Test
        void afterItWasStoodDownOnlyPeopleDeclareItAgain() {
            major.given(declared(), stoodDown()).when(declare(BY_ADA, 61)).expectEvents(declared(2, 2, 61));
            major.given(declared(), stoodDown()).when(declare(Actor.LARUM, 61)).expectNoEvents();
        }

        @Test
        void theRuleDeclaresWhatWasOnlyNoted() {
            var grounds = new Grounds(null, Severity.CRITICAL, 3);
            major.given(noted())
                    .when(new DeclareMajor(MAJOR, INCIDENT, grounds, HALF_AN_HOUR, null, Actor.LARUM, Monday.at(4)))
                    .expectEvents(MajorExamples.declaredByRule());
        }

        @Test
        void theWarRoomOfBeforeStays() {
            major.given(declared(), warRoom(), stoodDown())
                    .when(new DeclareMajor(MAJOR, INCIDENT, reason(), HALF_AN_HOUR, ELSEWHERE, BY_ADA, Monday.at(61)))
                    .expectEvents(declared(2, 2, 61));
        }
    }

    @Nested
    class EndIt {

        private static final StandDown STAND_DOWN = new StandDown(MAJOR, "One shop only", BY_ADA, Monday.at(60));
        private static final EndMajor END = new EndMajor(MAJOR, BY_GRACE, Monday.at(90));

        @Test
        void itIsStoodDownOnce() {
            major.given(declared()).when(STAND_DOWN).expectEvents(stoodDown());
            major.given(declared(), stoodDown()).when(STAND_DOWN).expectNoEvents();
        }

        @Test
        void whatNeverWasOneIsNotStoodDown() {
            major.given(noted()).when(STAND_DOWN).expectException(Refused.with(CONFLICT, "not_major"));
        }

        @Test
        void itGoesOnWhenTheEndWasAMistake() {
            var resume = new ResumeMajor(MAJOR, INCIDENT, BY_GRACE, Monday.at(91));
            var grounds = Grounds.of("The end of the incident was taken back");
            major.given(declared(), ended())
                    .when(resume)
                    .expectEvents(new MajorIncidentDeclared(
                            MAJOR, INCIDENT, 2, grounds, clock(2, 30, 91), BY_GRACE, Monday.at(91)));
            major.given(declared(), ended(), declared(2, 2, 91)).when(resume).expectNoEvents();
            major.given(declared(), stoodDown()).when(resume).expectNoEvents();
            major.givenNoPriorActivity().when(resume).expectNoEvents();
            assertThat(resume.before()).isEqualTo(new ConfirmOpen(INCIDENT));
        }

        @Test
        void itEndsWithItsIncident() {
            major.given(declared()).when(END).expectEvents(ended());
            major.given(declared(), ended()).when(END).expectNoEvents();
            major.givenNoPriorActivity().when(END).expectNoEvents();
        }
    }

    @Nested
    class MergeIt {

        private static final MergeMajor MERGE = new MergeMajor(MAJOR, NEXT, BY_ADA, Monday.at(18));

        @Test
        void whatGoesOnIsCarriedWithIt() {
            major.given(
                            noted(1001, Severity.CRITICAL, 2, List.of(CHECKOUT, SEARCH), 1),
                            declared(),
                            warRoom(),
                            commander(),
                            role(Role.COMMUNICATIONS, GRACE),
                            taskAdded())
                    .when(MERGE)
                    .expectEvents(impactCarried(), merged());
        }

        @Test
        void whatIsDoneStaysBehind() {
            major.given(declared(), taskAdded(), taskFinished())
                    .when(MERGE)
                    .expectEvents(new MajorEvent.MajorIncidentMerged(
                            MAJOR,
                            INCIDENT,
                            NEXT,
                            new Carried(null, HALF_AN_HOUR, null, List.of(), List.of()),
                            BY_ADA,
                            Monday.at(18)));
        }

        @Test
        void whatNobodyDeclaredIsNotCarried() {
            major.givenNoPriorActivity().when(MERGE).expectNoEvents();
            major.given(declared(), merged()).when(MERGE).expectNoEvents();
        }
    }

    @Nested
    class TakeItOver {

        private static final TakeOver TAKE_OVER = new TakeOver(MAJOR, INCIDENT, carried(), BY_ADA, Monday.at(4));

        private static MajorIncidentDeclared taken(String which) {
            var grounds = Grounds.of(which + ", a major incident, was merged into this one");
            return new MajorIncidentDeclared(MAJOR, INCIDENT, 1, grounds, clock(1, 30, 4), BY_ADA, Monday.at(4));
        }

        @Test
        void itBecomesOneWithRolesRoomAndTasks() {
            major.givenNoPriorActivity()
                    .when(TAKE_OVER)
                    .expectEvents(
                            taken("INC-1001"),
                            warRoom(),
                            new RoleAssigned(MAJOR, INCIDENT, Role.COMMANDER, ADA, BY_ADA, Monday.at(4)),
                            new RoleAssigned(MAJOR, INCIDENT, Role.COMMUNICATIONS, GRACE, BY_ADA, Monday.at(4)),
                            new TaskAdded(MAJOR, INCIDENT, task(), BY_ADA, Monday.at(4)));
            assertThat(TAKE_OVER.before()).isEqualTo(new ConfirmOpen(INCIDENT));
        }

        @Test
        void whatIsHereStays() {
            major.given(declared(), warRoom(), commander(), role(Role.COMMUNICATIONS, ADA), taskAdded(), taskDropped())
                    .when(TAKE_OVER)
                    .expectNoEvents();
        }

        @Test
        void oneWhoseNumberIsNotKnownIsAnother() {
            major.givenNoPriorActivity()
                    .when(new TakeOver(
                            MAJOR,
                            INCIDENT,
                            new Carried(null, HALF_AN_HOUR, null, List.of(), List.of()),
                            BY_ADA,
                            Monday.at(4)))
                    .expectEvents(taken("Another incident"));
        }
    }

    @Nested
    class GiveRoles {

        private static AssignRole give(PersonId to) {
            return new AssignRole(MAJOR, Role.COMMANDER, to, BY_ADA, Monday.at(5));
        }

        @Test
        void aRoleIsTakenAndLeft() {
            major.given(declared()).when(give(ADA)).expectEvents(commander());
            major.given(declared(), commander()).when(give(ADA)).expectNoEvents();
            major.given(declared(), commander())
                    .when(new AssignRole(MAJOR, Role.COMMANDER, null, BY_ADA, Monday.at(5)))
                    .expectEvents(role(Role.COMMANDER, null));
            major.given(declared(), commander(), role(Role.COMMANDER, null))
                    .when(new AssignRole(MAJOR, Role.COMMANDER, null, BY_ADA, Monday.at(5)))
                    .expectNoEvents();
        }

        @Test
        void whatIsNoMajorIncidentHasNoRoles() {
            major.givenNoPriorActivity().when(give(ADA)).expectException(Refused.with(CONFLICT, "not_major"));
            major.given(declared(), ended()).when(give(ADA)).expectException(Refused.with(CONFLICT, "not_major"));
        }
    }

    @Nested
    class OpenTheWarRoom {

        @Test
        void itIsOpenedAndMoved() {
            major.given(declared())
                    .when(new OpenWarRoom(MAJOR, ROOM, BY_ADA, Monday.at(4)))
                    .expectEvents(warRoom());
            major.given(declared(), warRoom())
                    .when(new OpenWarRoom(MAJOR, ELSEWHERE, BY_ADA, Monday.at(7)))
                    .expectEvents(warRoomMoved());
            major.given(declared(), warRoom(), warRoomMoved())
                    .when(new OpenWarRoom(MAJOR, ELSEWHERE, BY_ADA, Monday.at(8)))
                    .expectNoEvents();
        }

        @Test
        void onlyAMajorIncidentHasOne() {
            major.given(noted())
                    .when(new OpenWarRoom(MAJOR, ROOM, BY_ADA, Monday.at(4)))
                    .expectException(Refused.with(CONFLICT, "not_major"));
        }
    }

    @Nested
    class TellStakeholders {

        @Test
        void eachUpdatePromisesTheNext() {
            major.given(declared()).when(post(null, 10)).expectEvents(posted());
            major.given(declared(), posted())
                    .when(post(Duration.ofMinutes(5), 20))
                    .expectEvents(posted(2, clock(3, 5, 20), 20));
        }

        @Test
        void aSecondTapPostsNothing() {
            major.given(declared(), posted()).when(post(null, 11)).expectNoEvents();
            major.given(declared(), posted())
                    .when(new PostUpdate(MAJOR, "Paying works again.", null, BY_GRACE, Monday.at(11)))
                    .expectSuccessfulHandlerExecution();
            major.given(declared(), posted()).when(post(null, 12)).expectEvents(posted(2, clock(3, 30, 12), 12));
        }

        @ParameterizedTest
        @ValueSource(ints = {4, 24 * 60 + 1})
        void aPromiseThatNobodyCanKeepIsRefused(int minutes) {
            major.given(declared())
                    .when(post(Duration.ofMinutes(minutes), 10))
                    .expectException(Refused.with(INVALID, "bad_next_update"));
        }

        @Test
        void theLastWordPromisesNothing() {
            major.given(declared(), ended()).when(post(null, 91)).expectEvents(posted(1, null, 91));
            major.given(declared(), ended(), posted(1, null, 91))
                    .when(new UpdateDue(MAJOR, 1, Monday.at(120)))
                    .expectNoEvents();
        }

        @Test
        void whatNeverWasOneHasNoUpdates() {
            major.given(noted()).when(post(null, 5)).expectException(Refused.with(CONFLICT, "not_major"));
        }

        @Test
        void whoeverHasToWriteIsReminded() {
            var due = new UpdateDue(MAJOR, 1, Monday.at(34));
            major.given(declared()).when(due).expectEvents(reminded(null));
            major.given(declared(), commander()).when(due).expectEvents(reminded(ADA));
            major.given(declared(), commander(), role(Role.COMMUNICATIONS, GRACE))
                    .when(due)
                    .expectEvents(reminded(GRACE));
        }

        @Test
        void aTimerThatCountsNoMoreRemindsNobody() {
            major.given(declared(), reminded())
                    .when(new UpdateDue(MAJOR, 1, Monday.at(35)))
                    .expectNoEvents();
            major.given(declared(), posted())
                    .when(new UpdateDue(MAJOR, 1, Monday.at(35)))
                    .expectNoEvents();
            major.givenNoPriorActivity()
                    .when(new UpdateDue(MAJOR, 0, Monday.at(35)))
                    .expectNoEvents();
        }
    }

    @Nested
    class KeepTasks {

        private static final AddTask ADD = new AddTask(MAJOR, CALL_BANK, "Call the bank", GRACE, BY_ADA, Monday.at(11));

        @Test
        void aTaskIsAddedOnce() {
            major.given(declared()).when(ADD).expectEvents(taskAdded());
            major.given(declared(), taskAdded()).when(ADD).expectNoEvents();
            major.given(noted()).when(ADD).expectException(Refused.with(CONFLICT, "not_major"));
        }

        @Test
        void itIsAssignedFinishedReopenedAndDropped() {
            var give = new AssignTask(MAJOR, CALL_BANK, ADA, BY_ADA, Monday.at(12));
            var finish = new FinishTask(MAJOR, CALL_BANK, BY_ADA, Monday.at(13));
            var reopen = new ReopenTask(MAJOR, CALL_BANK, BY_ADA, Monday.at(14));
            var drop = new DropTask(MAJOR, CALL_BANK, BY_ADA, Monday.at(15));
            major.given(declared(), taskAdded()).when(give).expectEvents(taskAssigned());
            major.given(declared(), taskAdded(), taskAssigned()).when(give).expectNoEvents();
            major.given(declared(), taskAdded()).when(finish).expectEvents(taskFinished());
            major.given(declared(), taskAdded(), taskFinished()).when(finish).expectNoEvents();
            major.given(declared(), taskAdded(), taskFinished()).when(reopen).expectEvents(taskReopened());
            major.given(declared(), taskAdded(), taskFinished(), taskReopened())
                    .when(reopen)
                    .expectNoEvents();
            major.given(declared(), taskAdded()).when(drop).expectEvents(taskDropped());
            major.given(declared(), taskAdded(), taskDropped())
                    .when(drop)
                    .expectException(Refused.with(NOT_FOUND, "no_such_task"));
        }

        @Test
        void nobodyKeepsMoreInViewThanTwoHundred() {
            var given = new ArrayList<Object>(List.of(declared()));
            for (int n = 0; n < Tasks.MOST; n++) {
                given.add(new TaskAdded(
                        MAJOR, INCIDENT, new Task(new UUID(7, n), "Task " + n, null), BY_ADA, Monday.at(11)));
            }
            major.given(given).when(ADD).expectException(Refused.with(CONFLICT, "too_many_tasks"));
            major.given(given)
                    .when(new AddTask(MAJOR, new UUID(7, 0), "Task 0", null, BY_ADA, Monday.at(11)))
                    .expectNoEvents();
        }
    }

    @Test
    void anIdIsWrittenAsItsBareUuid() {
        assertThat(MAJOR).hasToString(MAJOR.value().toString());
        assertThat(declare(BY_ADA, 1).target()).isEqualTo(MAJOR.value());
    }
}
