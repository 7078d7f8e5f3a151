package org.larum.app.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.sla.SlaExamples.alarm;
import static org.larum.domain.sla.SlaExamples.breached;
import static org.larum.domain.sla.SlaExamples.foretold;
import static org.larum.domain.sla.SlaExamples.met;
import static org.larum.domain.sla.SlaExamples.paused;
import static org.larum.domain.sla.SlaExamples.recomputed;
import static org.larum.domain.sla.SlaExamples.resumed;
import static org.larum.domain.sla.SlaExamples.started;
import static org.larum.domain.sla.SlaExamples.stopped;
import static org.larum.domain.sla.SlaExamples.wentOn;

import org.junit.jupiter.api.Test;
import org.larum.domain.shared.Monday;
import org.larum.domain.sla.PauseReason;
import org.larum.projections.sla.ClocksView.SlaClockView;
import org.larum.projections.sla.ClocksView.SlaFigures;
import org.larum.projections.sla.SlaQuery.Clocks;

class SlaProjectionIT {

    private final Rooms rooms = new Rooms();

    private SlaClockView clock() {
        return rooms.slas.answer(new Clocks(INCIDENT.value())).clocks().getFirst();
    }

    @Test
    void whatWasPromisedIsShownUntilItIsLateAndAfterwards() {
        assertThat(rooms.slas.answer(new Clocks(INCIDENT.value())).clocks()).isEmpty();
        rooms.given(started(), foretold());
        assertThat(clock())
                .returns("resolve", SlaClockView::kind)
                .returns("running", SlaClockView::state)
                .returns("office", SlaClockView::calendar)
                .returns(6000L, SlaClockView::targetSeconds)
                .returns(Monday.at(100), SlaClockView::dueAt)
                .returns(80, SlaClockView::foretold)
                .returns(null, SlaClockView::breachedAt);
        rooms.given(breached(), met(true, 101, 101));
        assertThat(clock())
                .returns("met", SlaClockView::state)
                .returns(true, SlaClockView::late)
                .returns(Monday.at(100), SlaClockView::breachedAt)
                .returns(Monday.at(101), SlaClockView::endedAt)
                .returns(6060L, SlaClockView::usedSeconds);
    }

    @Test
    void whileItStandsStillNothingIsDue() {
        rooms.given(started(), paused(), paused(PauseReason.BY_HAND, 20, 30));
        assertThat(clock())
                .returns("paused", SlaClockView::state)
                .returns(null, SlaClockView::dueAt)
                .returns(1200L, SlaClockView::usedSeconds);
        assertThat(clock().pausedBecause()).containsExactly("snoozed", "by_hand");
        rooms.given(resumed(PauseReason.BY_HAND, false, null, null, 40));
        assertThat(clock().state()).isEqualTo("paused");
        rooms.given(resumed());
        assertThat(clock()).returns("running", SlaClockView::state).returns(Monday.at(130), SlaClockView::dueAt);
        assertThat(clock().pausedBecause()).isEmpty();
    }

    @Test
    void itStopsAndGoesOn() {
        rooms.given(started(), stopped());
        assertThat(clock()).returns("stopped", SlaClockView::state).returns(null, SlaClockView::dueAt);
        rooms.given(wentOn(true, 100, alarm(2, 50, 50), 40));
        assertThat(clock())
                .returns("running", SlaClockView::state)
                .returns(null, SlaClockView::endedAt)
                .returns(Monday.at(100), SlaClockView::dueAt);
    }

    @Test
    void bothNumbersStandBesideEachOther() {
        rooms.given(started(), recomputed());
        assertThat(clock())
                .returns(3000L, SlaClockView::targetSeconds)
                .returns(Monday.at(50), SlaClockView::dueAt)
                .returns(new SlaFigures("severity", Monday.NINE, 6000L, Monday.at(100), 600), SlaClockView::before);
    }

    @Test
    void readAgainItIsTheSame() {
        rooms.given(
                started(), paused(), resumed(), foretold(), recomputed(), breached(), met(true, 101, 101), wentOn());
        var rows = rooms.rows();
        assertThat(rooms.replayed().rows()).isEqualTo(rows);
    }
}
