package org.larum.app.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.projection.Rooms.ALL;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.NEXT;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.EventExamples;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.correlation.CorrelationExamples;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.EscalationExamples;
import org.larum.domain.escalation.StopReason;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.notification.NotificationExamples;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Monday;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.timeline.LanesView.Lane;
import org.larum.projections.timeline.LanesView.Mark;
import org.larum.projections.timeline.TimelineQuery.Lanes;
import org.larum.projections.timeline.TimelineQuery.Latest;
import org.larum.projections.timeline.TimelineQuery.Timeline;
import org.larum.projections.timeline.TimelineView;

class TimelineProjectionIT {

    private final Rooms rooms = new Rooms();

    private Rooms story() {
        return rooms.given(
                AlertExamples.raised(),
                CorrelationExamples.first(),
                IncidentExamples.opened(),
                EscalationExamples.started(),
                EscalationExamples.reached(EscalationExamples.GRACE_FIRST, 5),
                NotificationExamples.requested(),
                NotificationExamples.sent(2),
                IncidentExamples.acknowledged(),
                EscalationExamples.stopped(6),
                AlertExamples.resolved(INCIDENT),
                IncidentExamples.resolved());
    }

    @Test
    void anIncidentIsToldInSentences() {
        story();
        assertThat(rooms.timelines
                        .answer(new Timeline(INCIDENT.value(), Set.of(), ALL))
                        .items())
                .extracting(TimelineView::sentence)
                .containsExactly(
                        "Alert: Disk of cart-1 is 95 % full",
                        "INC-1001 opened for Checkout.",
                        "Policy shop-on-call runs.",
                        "Grace and Chat are asked.",
                        "E-mail to Ada was sent.",
                        "Ada acknowledged.",
                        "Escalation stopped. Nobody else is paged.",
                        "The alert has ended: Disk of cart-1 is 95 % full",
                        "Grace resolved it.");
    }

    @Test
    void anEntrySaysWhenWhoAndWhere() {
        story();
        assertThat(rooms.timelines
                        .answer(new Timeline(INCIDENT.value(), Set.of(), ALL))
                        .items()
                        .get(5))
                .isEqualTo(new TimelineView(
                        8,
                        Monday.at(6),
                        "person",
                        "incident.IncidentAcknowledged",
                        "Ada acknowledged.",
                        "By web",
                        new ActorView("person", ADA.toString(), "Ada"),
                        null,
                        List.of()));
    }

    @Test
    void theNewestComeFirstWhenOnlyFewAreAskedFor() {
        story();
        assertThat(rooms.timelines.answer(new Latest(INCIDENT.value(), 2)))
                .extracting(TimelineView::sentence)
                .containsExactly("Grace resolved it.", "The alert has ended: Disk of cart-1 is 95 % full");
    }

    @Test
    void theStoryIsToldInFourLanesOverOneAxis() {
        story();
        var lanes = rooms.timelines
                .answer(new Lanes(INCIDENT.value(), null, null, 120))
                .orElseThrow();
        assertThat(lanes.lanes())
                .extracting(Lane::lane)
                .containsExactly("alerts", "notifications", "people", "changes");
        long all = rooms.timelines
                .answer(new Timeline(INCIDENT.value(), Set.of(), ALL))
                .items()
                .size();
        assertThat(lanes.lanes().stream().mapToLong(Lane::total).sum()).isEqualTo(all);
        assertThat(lanes.lanes().get(2).marks())
                .extracting(Mark::sentence)
                .contains("Ada acknowledged.", "Grace resolved it.");
        for (var lane : lanes.lanes()) {
            assertThat(lane.marks()).allSatisfy(mark -> assertThat(mark.at()).isBetween(lanes.from(), lanes.until()));
        }
    }

    @Test
    void whatIsCloseTogetherIsOneMark() {
        story();
        var whole = rooms.timelines
                .answer(new Lanes(INCIDENT.value(), null, null, 1))
                .orElseThrow();
        assertThat(whole.lanes()).allSatisfy(lane -> assertThat(lane.marks()).hasSizeLessThanOrEqualTo(1));
        var alerts = whole.lanes().getFirst().marks().getFirst();
        assertThat(alerts.count()).isGreaterThan(1);
        assertThat(alerts.severity()).isNotNull();
        var beginning = rooms.timelines
                .answer(new Lanes(INCIDENT.value(), Monday.at(6), Monday.at(6), 10))
                .orElseThrow();
        assertThat(beginning.lanes().get(2).marks()).extracting(Mark::sentence).containsExactly("Ada acknowledged.");
        assertThat(rooms.timelines.answer(new Lanes(new UUID(0, 0), null, null, 10)))
                .isEmpty();
    }

    @Test
    void aLongStoryIsReadPageByPage() {
        story();
        var first = rooms.timelines.answer(new Timeline(INCIDENT.value(), Set.of(), new Asked(8, null)));
        assertThat(first.items()).hasSize(8);
        var second = rooms.timelines.answer(new Timeline(INCIDENT.value(), Set.of(), new Asked(8, first.next())));
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isNull();
    }

    @Test
    void anotherIncidentIsAnotherStory() {
        story();
        assertThat(rooms.timelines
                        .answer(new Timeline(UUID.randomUUID(), Set.of(), ALL))
                        .items())
                .isEmpty();
    }

    @Test
    void readTwiceTheRowsAreTheSame() {
        story().given(EventExamples.all().toArray(Event[]::new));
        var once = rooms.rows();
        assertThat(rooms.replayed().rows()).isEqualTo(once);
    }

    @Test
    void aMergeIsToldInBothIncidentsAndKindsAreChosen() {
        var other = new IncidentEvent.IncidentOpened(
                NEXT,
                1002,
                IncidentExamples.GROUP,
                IncidentExamples.opened().place(),
                IncidentExamples.opened().severity(),
                "Another",
                AlertExamples.SLOW,
                null,
                Monday.NINE);
        rooms.given(IncidentExamples.opened(), other, IncidentExamples.noted(), IncidentExamples.merged());
        assertThat(sentences(INCIDENT.value(), Set.of("person")))
                .containsExactly("Ada merged it into INC-1002. It is answered there now.");
        assertThat(sentences(NEXT.value(), Set.of("person", "note")))
                .containsExactly("Ada merged INC-1001 into this one.");
        assertThat(sentences(INCIDENT.value(), Set.of("note"))).containsExactly("Ada noted: Logs are deleted");
        var rows = rooms.rows();
        assertThat(rooms.replayed().rows()).isEqualTo(rows);
    }

    @Test
    void whyNobodyElseIsAskedIsTold() {
        rooms.given(IncidentExamples.opened());
        assertThat(told(null)).isEqualTo("Escalation stopped. Nobody else is paged.");
        assertThat(told(StopReason.RESOLVED)).isEqualTo("Escalation stopped. Nobody else is paged.");
        assertThat(told(StopReason.MERGED))
                .isEqualTo("Escalation stopped. The incident that it is a part of goes on by itself.");
        assertThat(told(StopReason.REROUTED)).isEqualTo("Those who were asked so far are left alone.");
    }

    private String told(@Nullable StopReason reason) {
        rooms.given(
                new EscalationStopped(EscalationExamples.RUN, INCIDENT, Actor.LARUM, reason, Monday.at(9), List.of()));
        return rooms.timelines
                .answer(new Latest(INCIDENT.value(), 1))
                .getFirst()
                .sentence();
    }

    private List<String> sentences(UUID incident, Set<String> kinds) {
        return rooms.timelines.answer(new Timeline(incident, kinds, ALL)).items().stream()
                .map(TimelineView::sentence)
                .toList();
    }
}
