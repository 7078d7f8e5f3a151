package org.larum.app.projection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.larum.app.projection.Rooms.ALL;
import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.SUMMARY;
import static org.larum.domain.correlation.CorrelationExamples.GROUP;
import static org.larum.domain.correlation.CorrelationExamples.suspected;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.PROMETHEUS;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.directory.DirectoryExamples.SHOP_TEAM;
import static org.larum.domain.escalation.EscalationExamples.ADA_FIRST;
import static org.larum.domain.escalation.EscalationExamples.GRACE_FIRST;
import static org.larum.domain.escalation.EscalationExamples.exhausted;
import static org.larum.domain.escalation.EscalationExamples.reached;
import static org.larum.domain.escalation.EscalationExamples.reminded;
import static org.larum.domain.escalation.EscalationExamples.scheduled;
import static org.larum.domain.escalation.EscalationExamples.started;
import static org.larum.domain.escalation.EscalationExamples.startedWithoutPolicy;
import static org.larum.domain.escalation.EscalationExamples.stopped;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.acknowledged;
import static org.larum.domain.incident.IncidentExamples.held;
import static org.larum.domain.incident.IncidentExamples.joined;
import static org.larum.domain.incident.IncidentExamples.noted;
import static org.larum.domain.incident.IncidentExamples.opened;
import static org.larum.domain.incident.IncidentExamples.passedOn;
import static org.larum.domain.incident.IncidentExamples.priorityOverridden;
import static org.larum.domain.incident.IncidentExamples.reopened;
import static org.larum.domain.incident.IncidentExamples.resolved;
import static org.larum.domain.incident.IncidentExamples.settled;
import static org.larum.domain.incident.IncidentExamples.worsened;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertEvent.AlertAttached;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertEvent.Source;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.alert.AlertId;
import org.larum.domain.alert.AlertState;
import org.larum.domain.correlation.CorrelationEvent.RootSuspected;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;
import org.larum.projections.incident.IncidentFilter;
import org.larum.projections.incident.IncidentQuery.Incidents;
import org.larum.projections.incident.IncidentQuery.OneIncident;
import org.larum.projections.incident.IncidentQuery.Order;
import org.larum.projections.incident.IncidentView;
import org.larum.projections.incident.IncidentView.Alerts;
import org.larum.projections.incident.IncidentView.Consideration;
import org.larum.projections.incident.IncidentView.NextStep;
import org.larum.projections.incident.IncidentView.PolicyRef;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Scope;

class IncidentProjectionIT {

    private final Rooms rooms = new Rooms();

    private IncidentView view() {
        return rooms.incidents
                .answer(new OneIncident(INCIDENT.value(), Scope.EVERYTHING))
                .orElseThrow();
    }

    @Test
    void anOpenedIncidentIsShownWhole() {
        rooms.given(opened());
        assertThat(view())
                .isEqualTo(new IncidentView(
                        INCIDENT.value(),
                        1001,
                        SUMMARY,
                        "triggered",
                        "high",
                        PlainNames.of(CHECKOUT),
                        PlainNames.of(SHOP_TEAM),
                        Monday.NINE,
                        null,
                        null,
                        null,
                        null,
                        0,
                        new Alerts(1, 1, 0),
                        "stopped",
                        null,
                        List.of(),
                        null,
                        "https://example.com/runbook",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        view().rating(),
                        1));
    }

    @Test
    void itIsRatedByWhatIsKnownOfIt() {
        rooms.given(opened());
        var rating = requireNonNull(view().rating());
        assertThat(rating.considerations())
                .extracting(Consideration::name, Consideration::points, Consideration::most)
                .containsExactly(
                        tuple("severity", 27, 39),
                        tuple("business", 28, 28),
                        tuple("users", 17, 22),
                        tuple("history", 0, 0),
                        tuple("effort", 0, 11));
        assertThat(rating.score()).isEqualTo(72);
        assertThat(rating.priority()).isEqualTo("P2");
        assertThat(rating.counts()).isEqualTo("P2");
        assertThat(rating.byHand()).isFalse();
    }

    @Test
    void whoKnowsBetterCounts() {
        rooms.given(opened(), priorityOverridden());
        var rating = requireNonNull(view().rating());
        assertThat(rating.priority()).isEqualTo("P2");
        assertThat(rating.counts()).isEqualTo(view().priority()).isEqualTo("P1");
        assertThat(rating.byHand()).isTrue();
    }

    @Test
    void whatItTookBeforeCounts() {
        rooms.given(opened(), resolved());
        var next = IncidentExamples.NEXT;
        rooms.given(new IncidentOpened(
                next,
                1002,
                IncidentExamples.GROUP,
                DirectoryExamples.checkout(),
                Severity.HIGH,
                SUMMARY,
                DISK,
                null,
                Monday.at(20)));
        var rating = requireNonNull(rooms.incidents
                .answer(new OneIncident(next.value(), Scope.EVERYTHING))
                .orElseThrow()
                .rating());
        assertThat(rating.considerations())
                .extracting(Consideration::sentence)
                .contains("The one incident of the service before took 8 min.");
    }

    @Test
    void whoSeesOneSendersAlertsIsNotToldWhatServicesAreWorth() {
        rooms.given(opened(), AlertExamples.raised(), AlertExamples.attached());
        var scope = new Scope(PROMETHEUS.value());
        assertThat(rooms.incidents
                        .answer(new OneIncident(INCIDENT.value(), scope))
                        .orElseThrow()
                        .rating())
                .isNull();
    }

    @Test
    void itsLikelyRootIsNamedAlsoWhenItWasSuspectedBeforeItWasOpen() {
        rooms.given(suspected(), opened());
        assertThat(view().root()).isEqualTo(PlainNames.of(SEARCH));
        rooms.given(new RootSuspected(GROUP, INCIDENT, DirectoryExamples.checkout(), List.of(SEARCH), Monday.at(4)));
        assertThat(view().root()).isEqualTo(PlainNames.of(CHECKOUT));
        rooms.replayed();
        assertThat(view().root()).isEqualTo(PlainNames.of(CHECKOUT));
    }

    @Test
    void itSaysWhoIsAskedNextAndWhen() {
        rooms.given(opened(), started(), reached(ADA_FIRST, 0), scheduled(GRACE_FIRST, 1, 0, 5));
        assertThat(view().escalation()).isEqualTo("running");
        assertThat(view().nextStep()).isEqualTo(new NextStep(Monday.at(5), List.of("Grace", "Chat")));
        assertThat(view().policy()).isEqualTo(new PolicyRef("shop-on-call", 3));
    }

    @Test
    void whenNobodyIsLeftNobodyIsNext() {
        rooms.given(opened(), startedWithoutPolicy(), exhausted(0), scheduled(null, 1, 0, 30), reminded(1, 30));
        assertThat(view().escalation()).isEqualTo("exhausted");
        assertThat(view().nextStep()).isNull();
        assertThat(view().policy()).isNull();
    }

    @Test
    void whoHoldsItStopsTheCalling() {
        rooms.given(opened(), started(), scheduled(GRACE_FIRST, 1, 0, 5), acknowledged(), stopped(6));
        assertThat(view().state()).isEqualTo("acknowledged");
        assertThat(view().acknowledgedAt()).isEqualTo(Monday.at(6));
        assertThat(view().acknowledgedBy()).isEqualTo(new ActorView("person", ADA.toString(), "Ada"));
        assertThat(view().escalation()).isEqualTo("stopped");
        assertThat(view().nextStep()).isNull();
    }

    @Test
    void itCountsItsAlerts() {
        rooms.given(opened(), joined(), worsened());
        assertThat(view().alerts()).isEqualTo(new Alerts(2, 2, 0));
        assertThat(view().severity()).isEqualTo("critical");
        rooms.given(settled(DISK));
        assertThat(view().alerts()).isEqualTo(new Alerts(2, 1, 0));
        rooms.given(resolved());
        assertThat(view().alerts()).isEqualTo(new Alerts(2, 0, 0));
    }

    @Test
    void itCountsWhatWasDetected() {
        rooms.given(opened(), AlertExamples.raised(), AlertExamples.attached());
        rooms.jdbc
                .sql("insert into alert_counts (alert, count, last_seen) values (?, 40, now())")
                .param(DISK.value())
                .update();
        assertThat(view().alerts().detections()).isEqualTo(40);
    }

    @Test
    void itEndsAndComesBack() {
        rooms.given(opened(), acknowledged(), resolved());
        assertThat(view().state()).isEqualTo("resolved");
        assertThat(view().resolvedAt()).isEqualTo(Monday.at(8));
        assertThat(view().resolvedBy()).isEqualTo(new ActorView("person", GRACE.toString(), "Grace"));
        rooms.given(reopened());
        assertThat(view().state()).isEqualTo("triggered");
        assertThat(view().reopened()).isEqualTo(1);
        assertThat(view().acknowledgedBy()).isNull();
        assertThat(view().acknowledgedAt()).isNull();
        assertThat(view().resolvedBy()).isNull();
        assertThat(view().resolvedAt()).isNull();
    }

    @Test
    void everyEventOfItMovesItsIndex() {
        rooms.given(opened(), held(DISK), passedOn(), noted());
        assertThat(view().index()).isEqualTo(4);
    }

    @Test
    void everyFilterFinds() {
        rooms.given(opened(), AlertExamples.raised(), AlertExamples.attached());
        assertThat(found(Set.of(), null, Set.of(), null)).isEqualTo(1);
        assertThat(found(Set.of("triggered", "resolved"), CHECKOUT.value(), Set.of(2), PROMETHEUS.value()))
                .isEqualTo(1);
        assertThat(found(Set.of("resolved"), null, Set.of(), null)).isZero();
        assertThat(found(Set.of(), UUID.randomUUID(), Set.of(), null)).isZero();
        assertThat(found(Set.of(), null, Set.of(1, 3, 4), null)).isZero();
        assertThat(found(Set.of(), null, Set.of(), UUID.randomUUID())).isZero();
    }

    @Test
    void whoMayNotSeeItDoesNotFindIt() {
        rooms.given(opened(), AlertExamples.raised(), AlertExamples.attached());
        assertThat(rooms.incidents.answer(new OneIncident(INCIDENT.value(), new Scope(PROMETHEUS.value()))))
                .isPresent();
        assertThat(rooms.incidents.answer(new OneIncident(INCIDENT.value(), new Scope(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void whoSeesOneSendersAlertsAloneSeesTheTotalsOfThoseAlone() {
        var other = new IntegrationId(UUID.randomUUID());
        var theirs = AlertId.of(other, "queue", 1);
        var source = new Source(other, "queue", 1, AlertExamples.RAW, AlertExamples.DETAILS, null, null);
        var raised = AlertExamples.raised();
        rooms.given(
                opened(),
                AlertExamples.raised(),
                AlertExamples.attached(),
                new AlertRaised(
                        theirs,
                        source,
                        raised.place(),
                        raised.severity(),
                        "Their queue is full",
                        raised.labels(),
                        raised.links(),
                        Monday.at(2)),
                new AlertAttached(theirs, INCIDENT, AlertState.TRIGGERED, null, null, Monday.at(2)),
                new AlertsJoined(INCIDENT, List.of(theirs), Monday.at(2)),
                AlertExamples.resolved(INCIDENT),
                settled(DISK));
        assertThat(view().alerts()).isEqualTo(new Alerts(2, 1, 2));
        assertThat(seenBy(PROMETHEUS.value())).isEqualTo(new Alerts(1, 0, 1));
        assertThat(seenBy(other.value())).isEqualTo(new Alerts(1, 1, 1));
    }

    private Alerts seenBy(UUID integration) {
        var scope = new Scope(integration);
        var listed = rooms.incidents.answer(new Incidents(IncidentFilter.ANY, Order.NEWEST, scope, ALL));
        var one =
                rooms.incidents.answer(new OneIncident(INCIDENT.value(), scope)).orElseThrow();
        assertThat(listed.items()).containsExactly(one);
        return one.alerts();
    }

    @Test
    void readTwiceTheRowsAreTheSame() {
        rooms.given(
                opened(),
                started(),
                reached(ADA_FIRST, 0),
                scheduled(GRACE_FIRST, 1, 0, 5),
                joined(),
                worsened(),
                held(DISK),
                acknowledged(),
                stopped(6),
                settled(DISK),
                resolved(),
                reopened(),
                noted());
        var once = rooms.rows();
        assertThat(rooms.replayed().rows()).isEqualTo(once);
    }

    private int found(Set<String> states, @Nullable UUID service, Set<Integer> severities, @Nullable UUID integration) {
        var services = service == null ? Set.<UUID>of() : Set.of(service);
        var filter = new IncidentFilter(states, services, severities, Set.of(), Set.of(), false, null);
        return rooms.incidents
                .answer(new Incidents(filter, Order.NEWEST, new Scope(integration), ALL))
                .items()
                .size();
    }

    @Test
    void itIsQuietWhileRulesSilenceItsAlerts() {
        rooms.given(opened(), IncidentExamples.hushed());
        var by = new IncidentView.Quieting("silence", "one", 2, "Cart is moved", Monday.at(60), 1);
        assertThat(view().quiet()).isEqualTo(new IncidentView.Quiet(Monday.at(10), Monday.at(60), List.of(by)));
        rooms.given(IncidentExamples.hushed(1, 20, DISK));
        assertThat(requireNonNull(view().quiet()).since()).isEqualTo(Monday.at(10));
        rooms.given(IncidentExamples.hushEnded());
        assertThat(view().quiet()).isNull();
        rooms.given(IncidentExamples.hushed(2, 70, DISK), IncidentExamples.resolved(DISK));
        assertThat(view().quiet()).isNull();
    }

    @Test
    void itsLifeIsShown() {
        rooms.given(opened(), started(), acknowledged());
        assertThat(view().heldUntil()).isEqualTo(Monday.at(36));
        rooms.given(IncidentExamples.renewed(), IncidentExamples.assigned());
        assertThat(view().heldUntil()).isEqualTo(Monday.at(50));
        assertThat(view().assignee()).isEqualTo(PlainNames.of(DirectoryExamples.GRACE));
        rooms.given(IncidentExamples.handedOver(), IncidentExamples.severityChanged());
        assertThat(view().assignee()).isEqualTo(PlainNames.of(DirectoryExamples.ADA));
        assertThat(view().severity()).isEqualTo("low");
        rooms.given(IncidentExamples.priorityOverridden(), IncidentExamples.impactCorrected());
        assertThat(view().priority()).isEqualTo("P1");
        assertThat(view().impactBegan()).isEqualTo(Monday.at(-20));
        rooms.given(IncidentExamples.snoozed());
        assertThat(view().snooze()).isEqualTo(new IncidentView.Snooze(Monday.at(120), "Waits for the disk"));
        rooms.given(IncidentExamples.mitigated());
        assertThat(view().state()).isEqualTo("mitigated");
        assertThat(view().snooze()).isNull();
        assertThat(view().mitigatedAt()).isEqualTo(Monday.at(13));
        assertThat(rooms.replayed().incidents.answer(new OneIncident(INCIDENT.value(), Scope.EVERYTHING)))
                .contains(view());
    }

    @Test
    void nobodyHoldsWhatHasExpired() {
        rooms.given(opened(), acknowledged(), IncidentExamples.expired());
        assertThat(view().state()).isEqualTo("triggered");
        assertThat(view().acknowledgedBy()).isNull();
        assertThat(view().heldUntil()).isNull();
    }

    @Test
    void aMergedOneAndItsWholeLinkEachOther() {
        var whole = new IncidentEvent.IncidentOpened(
                IncidentExamples.NEXT,
                1002,
                IncidentExamples.GROUP,
                opened().place(),
                opened().severity(),
                "The whole",
                DISK,
                null,
                Monday.NINE);
        rooms.given(opened(), whole, IncidentExamples.mergeSuggested());
        assertThat(view().mergeSuggested())
                .isEqualTo(new IncidentView.Related(IncidentExamples.NEXT.value(), 1002, "The whole"));
        rooms.given(IncidentExamples.merged());
        assertThat(view().state()).isEqualTo("merged");
        assertThat(view().partOf())
                .isEqualTo(new IncidentView.Related(IncidentExamples.NEXT.value(), 1002, "The whole"));
        assertThat(view().mergeSuggested()).isNull();
        assertThat(view().alerts()).isEqualTo(new Alerts(0, 0, 0));
        assertThat(rooms.incidents
                        .answer(new OneIncident(IncidentExamples.NEXT.value(), Scope.EVERYTHING))
                        .orElseThrow()
                        .parts())
                .containsExactly(new IncidentView.Related(INCIDENT.value(), 1001, SUMMARY));
        rooms.given(IncidentExamples.unmerged());
        assertThat(view().state()).isEqualTo("triggered");
        assertThat(view().partOf()).isNull();
    }
}
