package org.larum.app.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.incident.IncidentEvent.AlertSettled;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.shared.Monday;
import org.larum.domain.slo.ErrorBudget;
import org.larum.domain.slo.SloExamples;
import org.larum.projections.slo.SloQuery.AllSounding;
import org.larum.projections.slo.SloQuery.Costliest;
import org.larum.projections.slo.SloQuery.Seen;

class SloProjectionIT {

    private final Rooms rooms = new Rooms();

    private long downSeconds(int minute) {
        var slo = SloExamples.checkoutUp();
        Instant now = Monday.at(minute);
        return Math.round(new ErrorBudget(slo, rooms.slos.answer(new Seen(slo, now)), now)
                .share()
                .bad());
    }

    @Test
    void anIncidentIsDowntimeUntilItsEndAndAReopenedOneFromThenOn() {
        var opened = IncidentExamples.opened();
        rooms.given(AlertExamples.raised(), opened);
        var begin = opened.at();
        assertThat(downSeconds(60))
                .isEqualTo(Duration.between(begin, Monday.at(60)).toSeconds());
        var resolved = IncidentExamples.resolved();
        rooms.given(resolved);
        var first = Duration.between(begin, resolved.at()).toSeconds();
        assertThat(downSeconds(600)).isEqualTo(first);
        var reopened = IncidentExamples.reopened();
        rooms.given(reopened);
        assertThat(downSeconds(600))
                .isEqualTo(
                        first + Duration.between(reopened.at(), Monday.at(600)).toSeconds());
        var before = rooms.rows();
        assertThat(rooms.replayed().rows()).isEqualTo(before);
        assertThat(rooms.slos.answer(new Costliest(SloExamples.checkoutUp(), Monday.at(600), 5)))
                .singleElement()
                .matches(one -> one.ongoing() && one.number() == opened.number());
    }

    @Test
    void whatOnlyTheAlertOfABudgetKeepsOpenIsNoDowntime() {
        var opened = IncidentExamples.opened();
        rooms.given(AlertExamples.raised(), opened);
        rooms.jdbc
                .sql("insert into slo_own_alerts (alert) values (gen_random_uuid())")
                .update();
        rooms.jdbc
                .sql("insert into slo_alerts (alert, incident, is_open) select alert, ?, true from slo_own_alerts")
                .param(opened.incident().value())
                .update();
        assertThat(downSeconds(600)).isGreaterThan(3600);
        rooms.given(new AlertSettled(opened.incident(), opened.first(), Monday.at(30)));
        var down = downSeconds(600);
        assertThat(down).isLessThanOrEqualTo(1800);
        assertThat(downSeconds(900)).isEqualTo(down);
    }

    @Test
    void countsAreAddedReplacedAndReadByTheHourAndByTheMinute() {
        rooms.given(SloExamples.told());
        var slo = SloExamples.orders(99);
        for (int minute : new int[] {5, 60 * 24}) {
            var now = Monday.at(minute);
            var share = new ErrorBudget(slo, rooms.slos.answer(new Seen(slo, now)), now).share();
            assertThat(share.bad()).isEqualTo(10);
            assertThat(share.total()).isEqualTo(2000);
        }
        var before = rooms.rows();
        assertThat(rooms.replayed().rows()).isEqualTo(before);
    }

    @Test
    void whatBurnsIsKnownUntilItIsCalm() {
        rooms.given(SloExamples.burned());
        assertThat(rooms.slos.answer(new AllSounding()))
                .singleElement()
                .matches(one -> one.sounds() && String.valueOf(one.asks()).contains("Halt deployments"));
        rooms.given(SloExamples.calmed());
        assertThat(rooms.slos.answer(new AllSounding())).isEmpty();
    }
}
