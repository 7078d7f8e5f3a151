package org.larum.app.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.NEXT;
import static org.larum.domain.incident.IncidentExamples.opened;
import static org.larum.domain.major.MajorExamples.ELSEWHERE;
import static org.larum.domain.major.MajorExamples.NOBODY_CAN_PAY;
import static org.larum.domain.major.MajorExamples.ROOM;
import static org.larum.domain.major.MajorExamples.commander;
import static org.larum.domain.major.MajorExamples.declared;
import static org.larum.domain.major.MajorExamples.declaredByRule;
import static org.larum.domain.major.MajorExamples.ended;
import static org.larum.domain.major.MajorExamples.impactCarried;
import static org.larum.domain.major.MajorExamples.merged;
import static org.larum.domain.major.MajorExamples.noted;
import static org.larum.domain.major.MajorExamples.posted;
import static org.larum.domain.major.MajorExamples.reminded;
import static org.larum.domain.major.MajorExamples.role;
import static org.larum.domain.major.MajorExamples.stoodDown;
import static org.larum.domain.major.MajorExamples.taskAdded;
import static org.larum.domain.major.MajorExamples.taskAssigned;
import static org.larum.domain.major.MajorExamples.taskDropped;
import static org.larum.domain.major.MajorExamples.taskFinished;
import static org.larum.domain.major.MajorExamples.taskReopened;
import static org.larum.domain.major.MajorExamples.warRoom;
import static org.larum.domain.major.MajorExamples.warRoomMoved;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.larum.domain.major.Role;
import org.larum.domain.shared.Monday;
import org.larum.projections.incident.IncidentFilter;
import org.larum.projections.incident.IncidentQuery.Incidents;
import org.larum.projections.incident.IncidentQuery.OneIncident;
import org.larum.projections.incident.IncidentQuery.Order;
import org.larum.projections.incident.IncidentView;
import org.larum.projections.incident.IncidentView.Major;
import org.larum.projections.major.MajorQuery.OneMajor;
import org.larum.projections.major.MajorView;
import org.larum.projections.major.MajorView.MajorCause;
import org.larum.projections.major.MajorView.MajorRole;
import org.larum.projections.major.MajorView.MajorTask;
import org.larum.projections.shared.Scope;

class MajorProjectionIT {

    private final Rooms rooms = new Rooms();

    private MajorView view() {
        return rooms.majors.answer(new OneMajor(INCIDENT.value())).orElseThrow();
    }

    private IncidentView incident() {
        return rooms.incidents
                .answer(new OneIncident(INCIDENT.value(), Scope.EVERYTHING))
                .orElseThrow();
    }

    private int listed() {
        return rooms.incidents
                .answer(new Incidents(
                        new IncidentFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true, null),
                        Order.NEWEST,
                        Scope.EVERYTHING,
                        Rooms.ALL))
                .items()
                .size();
    }

    @Test
    void whatNeverWasOneHasNoView() {
        rooms.given(opened(), noted());
        assertThat(rooms.majors.answer(new OneMajor(INCIDENT.value()))).isEmpty();
        assertThat(incident().major()).isNull();
        assertThat(listed()).isZero();
    }

    @Test
    void whatWasDeclaredIsShownWithWhoDoesWhatAndWhere() {
        rooms.given(opened(), declared(), warRoom(), commander(), role(Role.SCRIBE, GRACE));
        assertThat(view().state()).isEqualTo("declared");
        assertThat(view().why()).isEqualTo(new MajorCause("Nobody can pay", null, 0));
        assertThat(view().warRoom()).isEqualTo(ROOM);
        assertThat(view().updateDueAt()).isEqualTo(Monday.at(34));
        assertThat(view().roles())
                .containsExactly(
                        new MajorRole("commander", PlainNames.of(ADA)),
                        new MajorRole("communications", null),
                        new MajorRole("scribe", PlainNames.of(GRACE)));
        assertThat(incident().major()).isEqualTo(new Major(Monday.at(4), false, Monday.at(34)));
        assertThat(listed()).isOne();
        rooms.given(warRoomMoved(), role(Role.SCRIBE, null));
        assertThat(view().warRoom()).isEqualTo(ELSEWHERE);
        assertThat(view().roles()).contains(new MajorRole("scribe", null));
    }

    @Test
    void theRuleSaysWhatMetIt() {
        rooms.given(opened(), declaredByRule());
        assertThat(view().why()).isEqualTo(new MajorCause(null, "critical", 3));
        assertThat(view().declaredBy().name()).isEqualTo("Larum");
    }

    @Test
    void whatStakeholdersWerePromisedStaysUntilTheyAreTold() {
        rooms.given(opened(), declared(), reminded());
        assertThat(view().updateDueAt()).isEqualTo(Monday.at(34));
        rooms.given(posted());
        assertThat(view().updateDueAt()).isEqualTo(Monday.at(40));
        assertThat(view().updates()).isOne();
        assertThat(view().lastUpdate()).matches(update -> update.text().equals(NOBODY_CAN_PAY));
        assertThat(incident().major()).isEqualTo(new Major(Monday.at(4), false, Monday.at(40)));
    }

    @Test
    void tasksAreListedAsFarAsTheyAreToBeDone() {
        rooms.given(opened(), declared(), taskAdded(), taskAssigned(), taskFinished());
        assertThat(view().tasks()).singleElement().matches(MajorTask::done);
        rooms.given(taskReopened());
        assertThat(view().tasks())
                .singleElement()
                .matches(task -> !task.done() && task.text().equals("Call the bank"));
        rooms.given(taskDropped());
        assertThat(view().tasks()).isEmpty();
    }

    @Test
    void whatIsStoodDownIsNoneAndWhatEndedWasOne() {
        rooms.given(opened(), declared(), stoodDown());
        assertThat(view().state()).isEqualTo("stood_down");
        assertThat(view().over()).matches(over -> "One shop only".equals(over.reason()));
        assertThat(listed()).isZero();
        rooms.given(declared(2, 2, 61), ended());
        assertThat(view().state()).isEqualTo("ended");
        assertThat(incident().major()).isEqualTo(new Major(Monday.at(61), true, null));
        assertThat(listed()).isOne();
    }

    @Test
    void whatWasMergedSaysWhereItGoesOn() {
        rooms.given(opened(), declared(), impactCarried(), merged());
        assertThat(view().over()).matches(over -> NEXT.value().equals(over.into()));
        assertThat(incident().major()).isEqualTo(new Major(Monday.at(4), true, null));
    }

    @Test
    void readTwiceItIsTheSame() {
        rooms.given(
                opened(),
                declared(),
                warRoom(),
                commander(),
                taskAdded(),
                taskAssigned(),
                taskFinished(),
                posted(),
                stoodDown(),
                declared(2, 3, 61),
                ended());
        var rows = rooms.rows();
        assertThat(rooms.replayed().rows()).isEqualTo(rows);
    }
}
