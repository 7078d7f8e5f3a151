package org.larum.app.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.raised;
import static org.larum.domain.alert.AlertExamples.slowRaised;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.PROMETHEUS;
import static org.larum.domain.incident.IncidentExamples.GROUP;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.NEXT;
import static org.larum.domain.incident.IncidentExamples.acknowledged;
import static org.larum.domain.incident.IncidentExamples.ended;
import static org.larum.domain.incident.IncidentExamples.helpCalled;
import static org.larum.domain.incident.IncidentExamples.merged;
import static org.larum.domain.incident.IncidentExamples.mitigated;
import static org.larum.domain.incident.IncidentExamples.noted;
import static org.larum.domain.incident.IncidentExamples.opened;
import static org.larum.domain.incident.IncidentExamples.reopened;
import static org.larum.domain.incident.IncidentExamples.resolved;
import static org.larum.domain.incident.IncidentExamples.withdrawn;
import static org.larum.domain.notification.NotificationExamples.requested;
import static org.larum.domain.notification.NotificationExamples.sent;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.DirectoryEvent.PersonDefined;
import org.larum.domain.directory.Sealed;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationEvent.NotificationSent;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;
import org.larum.projections.measure.CountedPage;
import org.larum.projections.measure.MeasureQuery.Counted;
import org.larum.projections.measure.MeasureQuery.Measures;
import org.larum.projections.measure.MeasureQuery.Narrowed;
import org.larum.projections.measure.MeasureQuery.Outages;
import org.larum.projections.measure.MeasureQuery.Pages;
import org.larum.projections.measure.MeasureQuery.Period;
import org.larum.projections.measure.MeasureQuery.RuleOf;
import org.larum.projections.measure.MeasureQuery.Rules;
import org.larum.projections.measure.MeasureQuery.RulesThat;
import org.larum.projections.measure.MeasureQuery.Which;
import org.larum.projections.measure.MeasuresView;
import org.larum.projections.measure.MeasuresView.MeasureFigures;
import org.larum.projections.measure.MeasuresView.MeasureSpread;
import org.larum.projections.measure.MeasuresView.PageHour;
import org.larum.projections.measure.MeasuresView.PersonMeasure;
import org.larum.projections.measure.OutageMeasure;
import org.larum.projections.measure.RuleMeasure;

class MeasureProjectionIT {

    private static final Narrowed ALL = new Narrowed(Set.of(), Set.of(), Set.of());
    private static final Period WEEK =
            new Period(Instant.parse("2026-11-22T23:00:00Z"), Instant.parse("2026-11-29T23:00:00Z"));

    private final Rooms rooms = new Rooms();

    private MeasuresView measures() {
        return measures(ALL);
    }

    private MeasuresView measures(Narrowed narrowed) {
        return rooms.measures.answer(new Measures(WEEK, ZoneId.of("Europe/Berlin"), narrowed, Monday.at(600)));
    }

    private MeasureFigures figures() {
        return measures().figures();
    }

    private RuleMeasure rule() {
        return rooms.measures
                .answer(new Rules(WEEK, ALL, RulesThat.ARE, Rooms.ALL))
                .items()
                .getFirst();
    }

    /** Where it is 18:00 when it is nine o'clock in the examples. */
    private static PersonDefined ada(String zone) {
        return new PersonDefined(
                new Definition.Person(ADA, "ada", new Sealed("key", "name"), null, zone, false, null, null, null),
                1,
                "api");
    }

    private static NotificationRequested page(String turn, UUID person, int minute) {
        var request = requested();
        return new NotificationRequested(
                new NotificationId(UUID.nameUUIDFromBytes(turn.getBytes(StandardCharsets.UTF_8))),
                request.incident(),
                request.run(),
                new Recipient(ChannelKind.SMS, person),
                request.kind(),
                request.occasion(),
                null,
                Monday.at(minute));
    }

    private static NotificationSent gone(String turn, int minute) {
        return new NotificationSent(
                new NotificationId(UUID.nameUUIDFromBytes(turn.getBytes(StandardCharsets.UTF_8))),
                INCIDENT,
                1,
                null,
                Monday.at(minute),
                null);
    }

    @Test
    void nothingIsNoughtAndNotAMistake() {
        assertThat(figures())
                .returns(0L, MeasureFigures::incidents)
                .returns(0L, MeasureFigures::alerts)
                .returns(null, MeasureFigures::between)
                .returns(new MeasureSpread(0, null, null, null, null), MeasureFigures::answer);
        assertThat(measures().series()).hasSize(7).allMatch(point -> point.incidents() == 0);
    }

    @Test
    void anIncidentIsMeasuredFromItsOpeningToItsAnswerAndItsEnd() {
        rooms.given(raised(), opened(), acknowledged(), noted(), resolved(DISK));
        var began = opened().at();
        var figures = figures();
        assertThat(figures.incidents()).isOne();
        assertThat(figures.over()).isOne();
        assertThat(figures.answer().p50())
                .isEqualTo((double) Duration.between(began, acknowledged().at()).toSeconds());
        assertThat(figures.repair().mean())
                .isEqualTo((double) Duration.between(began, resolved().at()).toSeconds());
        assertThat(figures.triggeredSeconds() + figures.acknowledgedSeconds())
                .isEqualTo(figures.repair().mean());
        assertThat(figures.handless()).isZero();
        assertThat(measures().series().getFirst().incidents()).isOne();
        assertThat(measures().services().getFirst())
                .returns(PlainNames.of(CHECKOUT), MeasuresView.PlaceMeasure::place)
                .returns(figures.repair().mean(), MeasuresView.PlaceMeasure::brokenSeconds);
    }

    @Test
    void whatEndsByItselfAndNobodyTouchedNeededNoHand() {
        rooms.given(raised(), opened(), ended());
        assertThat(figures())
                .returns(1L, MeasureFigures::handless)
                .returns(0L, MeasureFigures::judged)
                .returns(0L, figures -> figures.answer().count());
    }

    @Test
    void whatIsTakenBackWasNeverSo() {
        rooms.given(raised(), opened(), acknowledged(), withdrawn());
        assertThat(figures().answer().count()).isZero();
        assertThat(figures().open()).isOne();
    }

    @Test
    void whatIsOpenedAgainIsNotOver() {
        rooms.given(raised(), opened(), resolved(DISK), reopened(), helpCalled());
        assertThat(figures())
                .returns(0L, MeasureFigures::over)
                .returns(1L, MeasureFigures::reopened)
                .returns(1L, MeasureFigures::escalated);
    }

    @Test
    void aPartOfAnotherIncidentIsNotCountedTwice() {
        rooms.given(raised(), opened(), merged());
        assertThat(figures().incidents()).isZero();
    }

    @Test
    void aPageWakesWhoeverWasNotPagedJustBefore() {
        rooms.given(ada("Asia/Tokyo"), raised(), opened());
        rooms.given(page("first", ADA.value(), 1), gone("first", 1), page("second", ADA.value(), 2), gone("second", 2));
        rooms.given(
                page("grace", GRACE.value(), 2), gone("grace", 2), page("later", ADA.value(), 40), gone("later", 40));
        assertThat(figures())
                .returns(4L, MeasureFigures::messages)
                .returns(3L, MeasureFigures::wakes)
                .returns(0L, MeasureFigures::nights)
                .returns(1L, MeasureFigures::told);
        assertThat(measures().pageHours()).containsExactly(new PageHour(1, 9, 1), new PageHour(1, 18, 2));
        assertThat(measures().people())
                .extracting(one -> one.person().name(), PersonMeasure::wakes)
                .containsExactly(tuple("Ada", 2L), tuple("Grace", 1L));
    }

    @Test
    void sleepIsLostWhereItIsNight() {
        // Nine o'clock of the examples is one in the morning there.
        rooms.given(ada("America/Los_Angeles"), raised(), opened(), page("first", ADA.value(), 1), gone("first", 1));
        assertThat(figures()).returns(1L, MeasureFigures::nights).returns(1800.0, MeasureFigures::sleepSeconds);
        rooms.given(acknowledged());
        long awake = Duration.between(Monday.at(1), acknowledged().at()).toSeconds();
        assertThat(figures().sleepSeconds()).isEqualTo(1800.0 + awake);
        assertThat(rule().sleepSeconds()).isEqualTo(1800.0 + awake);
    }

    @Test
    void whereSomebodyOnlyAcknowledgedTheRuleWasIdle() {
        rooms.given(raised(), slowRaised(), opened(), requested(), sent(1), acknowledged(), ended());
        assertThat(figures()).returns(1L, MeasureFigures::judged).returns(0L, MeasureFigures::useful);
        assertThat(rule())
                .returns("Disk of cart-# is # % full", RuleMeasure::rule)
                .returns(1L, RuleMeasure::idle)
                .returns(1L, RuleMeasure::alerts)
                .returns(false, RuleMeasure::deletable);
        assertThat(figures().alerts()).isEqualTo(2);
    }

    @Test
    void eachFigureHasItsList() {
        rooms.given(ada("America/Los_Angeles"), raised(), opened(), page("first", ADA.value(), 1), gone("first", 1));
        for (var which : Which.values()) {
            var found = rooms.measures.answer(new Counted(WEEK, ALL, which, null, Rooms.ALL));
            boolean isIn = Set.of(Which.ALL, Which.OPEN, Which.TOLD).contains(which);
            assertThat(found.items()).describedAs(which.name()).hasSize(isIn ? 1 : 0);
        }
        var ofRule = new RuleOf(PROMETHEUS.value(), "Disk of cart-# is # % full");
        assertThat(rooms.measures
                        .answer(new Counted(WEEK, ALL, Which.ALL, ofRule, Rooms.ALL))
                        .items())
                .hasSize(1);
        var ofNone = new RuleOf(PROMETHEUS.value(), "another");
        assertThat(rooms.measures
                        .answer(new Counted(WEEK, ALL, Which.ALL, ofNone, Rooms.ALL))
                        .items())
                .isEmpty();
        var nights = rooms.measures
                .answer(new Pages(WEEK, ALL, true, true, ADA.value(), Rooms.ALL))
                .items();
        assertThat(nights).hasSize(1);
        assertThat(nights.getFirst()).returns(1, CountedPage::hour).returns(true, CountedPage::night);
        assertThat(rooms.measures
                        .answer(new Pages(WEEK, ALL, true, true, GRACE.value(), Rooms.ALL))
                        .items())
                .isEmpty();
    }

    @Test
    void otherPlacesAndOtherTimesAreLeftOut() {
        rooms.given(raised(), opened());
        assertThat(measures(new Narrowed(Set.of(CHECKOUT.value()), Set.of(), Set.of()))
                        .figures()
                        .incidents())
                .isOne();
        assertThat(measures(new Narrowed(Set.of(new UUID(0, 7)), Set.of(), Set.of()))
                        .figures()
                        .incidents())
                .isZero();
        assertThat(measures(new Narrowed(Set.of(), Set.of(), Set.of(4)))
                        .figures()
                        .incidents())
                .isZero();
        var before = rooms.measures.answer(new Measures(WEEK.before(), ZoneId.of("UTC"), ALL, Monday.at(600)));
        assertThat(before.figures().incidents()).isZero();
    }

    private List<OutageMeasure> outages(int until) {
        var period = new Period(WEEK.from(), Monday.at(until));
        return rooms.measures.answer(new Outages(period, ALL, Monday.at(600)));
    }

    @Test
    void twoIncidentsAtOnceAreOneOutage() {
        var other = new IncidentOpened(
                NEXT, 1002, GROUP, opened().place(), Severity.CRITICAL, "It fails", DISK, null, Monday.at(4));
        rooms.given(raised(), opened(), other, resolved(DISK));
        assertThat(outages(20)).containsExactly(new OutageMeasure(PlainNames.of(CHECKOUT), 2, 20 * 60));
        assertThat(outages(6)).containsExactly(new OutageMeasure(PlainNames.of(CHECKOUT), 2, 6 * 60));
    }

    @Test
    void anOutageEndsWhenItIsMitigated() {
        rooms.given(raised(), opened(), mitigated());
        assertThat(outages(20)).containsExactly(new OutageMeasure(PlainNames.of(CHECKOUT), 1, 13 * 60));
    }

    @Test
    void whatIsNotSevereTakesNothingOut() {
        var low = new IncidentOpened(
                NEXT, 1002, GROUP, opened().place(), Severity.LOW, "It is slow", DISK, null, Monday.at(4));
        rooms.given(raised(), low);
        assertThat(outages(20)).isEmpty();
    }

    @Test
    void toReadTheLogAgainChangesNoFigure() {
        rooms.given(ada("Asia/Tokyo"), raised(), slowRaised(), opened(), requested(), sent(1), acknowledged(), noted());
        rooms.given(resolved(DISK), reopened(), helpCalled());
        var before = rooms.rows();
        assertThat(rooms.replayed().rows()).isEqualTo(before);
    }
}
