package org.larum.app.projection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.correlation.CorrelationExamples.GROUP;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.PROMETHEUS;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertEvent.AlertAttached;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.alert.AlertId;
import org.larum.domain.alert.AlertState;
import org.larum.domain.correlation.CorrelationEvent.RootSuspected;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentEvent.IncidentNoted;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;
import org.larum.projections.incident.HealthQuery.Health;
import org.larum.projections.incident.HealthQuery.Involved;
import org.larum.projections.incident.HealthView;
import org.larum.projections.incident.SimilarQuery.Similar;
import org.larum.projections.incident.SimilarView;
import org.larum.projections.shared.Scope;
import org.larum.projections.timeline.TimelineQuery.LastNotes;

/** How services are, and which incidents are like one another. */
class SurroundingsProjectionIT {

    private final Rooms rooms = new Rooms();

    private static IncidentId incident(int number) {
        return IncidentId.of(GROUP.value(), number);
    }

    private IncidentId opened(int number, String title, ServiceId service) {
        var id = incident(number);
        rooms.given(new IncidentOpened(
                id,
                1000 + number,
                GROUP.value(),
                new Place(service, null, null),
                Severity.HIGH,
                title,
                AlertId.of(PROMETHEUS, title, number),
                null,
                Monday.at(number)));
        return id;
    }

    private void resolved(IncidentId incident, int minute) {
        rooms.given(new IncidentResolved(
                incident, IncidentExamples.GROUP, 1, DirectoryExamples.BY_GRACE, null, List.of(), Monday.at(minute)));
    }

    private void alert(
            IncidentId incident, String key, ServiceId service, Severity severity, Map<String, String> labels) {
        var alert = AlertId.of(PROMETHEUS, key, 1);
        rooms.given(
                new AlertRaised(
                        alert,
                        AlertExamples.source(key),
                        new Place(service, null, null),
                        severity,
                        key,
                        labels,
                        List.of(),
                        Monday.NINE),
                new AlertAttached(alert, incident, AlertState.TRIGGERED, null, severity, Monday.at(1)));
    }

    private List<SimilarView> like(IncidentId incident) {
        return rooms.similar.answer(new Similar(incident.value(), Scope.EVERYTHING));
    }

    @Test
    void aServiceIsAsBadAsTheWorstThatIsOpenOfIt() {
        var first = opened(1, "It is slow", CHECKOUT);
        alert(first, "slow", CHECKOUT, Severity.MEDIUM, Map.of());
        alert(first, "down", SEARCH, Severity.CRITICAL, Map.of());
        var health = rooms.healths.answer(new Health(null, Scope.EVERYTHING));
        assertThat(health)
                .isEqualTo(Map.of(
                        CHECKOUT.value(), new HealthView(1, 1, "high"),
                        SEARCH.value(), new HealthView(0, 1, "critical")));
        assertThat(rooms.healths.answer(new Health(Set.of(SEARCH.value()), Scope.EVERYTHING)))
                .containsOnlyKeys(SEARCH.value());
        assertThat(rooms.healths.answer(new Involved(first.value(), Scope.EVERYTHING, 10)))
                .containsExactlyInAnyOrder(CHECKOUT.value(), SEARCH.value());
    }

    @Test
    void whatIsResolvedOrInNoIncidentMakesNobodyIll() {
        rooms.given(AlertExamples.raised());
        resolved(opened(1, "It is slow", SEARCH), 9);
        assertThat(rooms.healths.answer(new Health(null, Scope.EVERYTHING))).isEmpty();
    }

    @Test
    void whoSeesOneSenderSeesTheHealthOfItsAlertsAlone() {
        alert(opened(1, "It is slow", CHECKOUT), "slow", CHECKOUT, Severity.MEDIUM, Map.of());
        assertThat(rooms.healths.answer(
                        new Health(null, new Scope(IntegrationId.of("another").value()))))
                .isEmpty();
        assertThat(rooms.healths.answer(new Health(null, new Scope(PROMETHEUS.value()))))
                .containsOnlyKeys(CHECKOUT.value());
    }

    @Test
    void whatWasLikeItIsFoundWithHowItEnded() {
        var past = opened(1, "Checkout: 7.2 % of payments fail", CHECKOUT);
        rooms.given(new IncidentNoted(
                past, IncidentExamples.NOTE, DirectoryExamples.BY_ADA, "Rolled the pool back", Monday.at(3), null));
        resolved(past, 15);
        opened(2, "Certificate of the wiki expires", SEARCH);
        var now = opened(3, "Checkout: 9.8 % of payments fail", CHECKOUT);
        assertThat(like(now)).hasSize(1);
        var found = like(now).getFirst();
        assertThat(found.id()).isEqualTo(past.value());
        assertThat(found.score()).isBetween(50, 70);
        assertThat(found.because()).containsExactly("The titles are much alike.", "The same service.");
        assertThat(found.mayBeOne()).isFalse();
        var ended = requireNonNull(found.ended());
        assertThat(ended.afterSeconds()).isEqualTo(14 * 60);
        assertThat(ended.at()).isEqualTo(Monday.at(15));
        assertThat(requireNonNull(ended.by()).name()).isEqualTo("Grace");
        var notes = rooms.timelines.answer(new LastNotes(Set.of(past.value(), now.value())));
        assertThat(notes).containsOnlyKeys(past.value());
        assertThat(notes.get(past.value())).extracting("sentence").isEqualTo("Ada noted: Rolled the pool back");
    }

    @Test
    void twoThatAreOpenAndAlikeMayBeOne() {
        var other = opened(1, "Payments fail in eu", CHECKOUT);
        var now = opened(2, "Payments fail in eu", CHECKOUT);
        var found = like(now).getFirst();
        assertThat(found.id()).isEqualTo(other.value());
        assertThat(found.mayBeOne()).isTrue();
        assertThat(found.ended()).isNull();
        assertThat(found.because()).startsWith("The same title.");
    }

    @Test
    void theSameRootAndTheSameLabelsCount() {
        var past = opened(1, "Queue of the ledger grows", SEARCH);
        alert(past, "queue", SEARCH, Severity.HIGH, Map.of("region", "eu", "host", "a"));
        var now = opened(2, "Queue of the mailer grows", CHECKOUT);
        alert(now, "mail", CHECKOUT, Severity.HIGH, Map.of("region", "eu", "host", "b"));
        rooms.given(
                new RootSuspected(GROUP, past, DirectoryExamples.search(), List.of(CHECKOUT), Monday.at(2)),
                new RootSuspected(GROUP, now, DirectoryExamples.search(), List.of(CHECKOUT), Monday.at(3)));
        assertThat(like(now).getFirst().because()).contains("The same likely root, Search.", "Alerts with region=eu.");
    }

    @Test
    void whatIsOnlyOfTheSameServiceIsNotLikeIt() {
        opened(1, "Certificate expires", CHECKOUT);
        assertThat(like(opened(2, "Disk is full", CHECKOUT))).isEmpty();
        assertThat(like(INCIDENT)).isEmpty();
    }

    @Test
    void readTwiceTheRowsAreTheSame() {
        var now = opened(1, "Queue grows", SEARCH);
        alert(now, "queue", SEARCH, Severity.HIGH, Map.of("region", "eu"));
        rooms.given(new RootSuspected(GROUP, now, DirectoryExamples.search(), List.of(CHECKOUT), Monday.at(2)));
        resolved(now, 9);
        var once = rooms.rows();
        assertThat(rooms.replayed().rows()).isEqualTo(once);
    }
}
