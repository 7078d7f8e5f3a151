package org.larum.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.larum.app.api.config.OrganisationFile;
import org.larum.app.simulation.Foresight.Finding;
import org.larum.app.simulation.Foresight.Kind;
import org.larum.app.simulation.Foresight.Rota;
import org.larum.app.simulation.Foresight.Rotas;
import org.larum.app.simulation.Foresight.Sight;
import org.larum.app.simulation.Sweep.Instants;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.PolicyId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.schedule.Away;
import org.larum.domain.schedule.OnCallCalendar;
import org.larum.domain.schedule.Stretch;

/** Nights of the coming weeks in which a step would find nobody. */
class ForesightTest {

    /** A Monday, seven weeks before the clocks of Europe go forward. */
    private static final Instant MONDAY = Instant.parse("2026-02-09T09:00:00Z");

    private static final Instants EIGHT_WEEKS = new Instants(MONDAY, Duration.ofMinutes(10), Duration.ofDays(56));

    /** Those in which the office is empty: all, less eight hours of forty days and the one that the clocks give it at the end. */
    private static final int AWAY = 8064 - (8 * 5 * 8 + 1) * 6;

    private static final String HOUSE = """
            people:
              ada: {name: Ada Lovelace, email: ada@example.test, roles: [architect]}
              grace: {name: Grace Hopper, email: grace@example.test}
              linus: {name: Linus, email: linus@example.test}
            teams:
              payments: {name: Payments, members: [ada, grace]}
            schedules:
              office:
                name: Office hours
                timeZone: Europe/London
                layers:
                  - {name: day, people: [ada, grace], rotation: weekly, handover: "Mon 09:00", from: 2026-01-05,
                     only: ["Mon-Fri 09:00-17:00"]}
              always:
                name: Always
                timeZone: Europe/Berlin
                layers:
                  - {name: all, people: [ada, linus], rotation: weekly, handover: "Mon 09:00", from: 2026-01-05}
            channels: {webhooks: {audit: {url: "http://127.0.0.1:9000/hook", secret: "the-secret-of-the-webhook"}}}
            policies:
            """;

    private static Sight look(String policy, Instants instants) {
        return look(policy, List.of(), instants);
    }

    private static Sight look(String policy, List<Away> away, Instants instants) {
        var house = OrganisationFile.read(HOUSE + "  page: " + policy + "\n");
        var organisation = house.organisation();
        var schedules = house.definitions().stream()
                .filter(Schedule.class::isInstance)
                .map(Schedule.class::cast)
                .collect(Collectors.toMap(Schedule::id, one -> one));
        Rotas rotas = (id, span) -> {
            var schedule = Objects.requireNonNull(schedules.get(id));
            var calendar = new OnCallCalendar(schedule, List.of(), List.of());
            return new Rota(schedule.timeZone(), calendar.within(span));
        };
        return Foresight.of(
                organisation.policy(PolicyId.of("page")).orElseThrow(), organisation, rotas, away, instants);
    }

    private static List<String> found(Sight sight) {
        return sight.findings().stream()
                .map(one -> one.kind() + " " + one.branch() + " " + one.step() + " " + one.instants())
                .toList();
    }

    private static Finding only(Sight sight) {
        assertThat(sight.findings()).hasSize(1);
        return sight.findings().getFirst();
    }

    @Test
    void aStepThatAlwaysFindsSomebodyNewIsNotRemarkedOn() {
        var sight = look(
                "{steps: [{notify: [schedule:always], wait: 5m}, {notify: [person:grace], wait: 5m}]}", EIGHT_WEEKS);

        assertThat(sight.findings()).isEmpty();
        assertThat(sight.hasDeadEnd()).isFalse();
        assertThat(sight.people())
                .containsExactlyInAnyOrder(PersonId.of("ada"), PersonId.of("linus"), PersonId.of("grace"));
    }

    @Test
    void whoeverIsAwayIsNotReached() {
        var from = Instant.parse("2026-02-10T00:00:00Z");
        var away = new Away(PersonId.of("grace"), new Stretch(from, from.plus(Duration.ofHours(2))));
        var gap = only(look("{steps: [{notify: [person:grace], wait: 5m}]}", List.of(away), EIGHT_WEEKS));

        assertThat(gap.kind()).isEqualTo(Kind.NOBODY);
        assertThat(gap.spans()).containsExactly(new Foresight.Span(from, from.plus(Duration.ofHours(2)), 12));
    }

    @Test
    void whereNobodyIsOnCallTheStepReachesNobody() {
        var gap = only(look("{steps: [{notify: [schedule:office], wait: 5m}]}", EIGHT_WEEKS));

        assertThat(gap.kind()).isEqualTo(Kind.NOBODY);
        assertThat(gap.branch()).isEqualTo(Foresight.ALWAYS);
        assertThat(gap.instants()).isEqualTo(AWAY);
        assertThat(gap.of()).isEqualTo(8064);
        assertThat(gap.isAlways()).isFalse();
        assertThat(gap.spans()).hasSize(8 * 5);
        assertThat(gap.spans().getFirst())
                .isEqualTo(new Foresight.Span(
                        Instant.parse("2026-02-09T17:00:00Z"), Instant.parse("2026-02-10T09:00:00Z"), 96));
    }

    @Test
    void aStepThatNeverFindsAnybodyIsADeadEnd() {
        var night = new Instants(Instant.parse("2026-02-09T18:00:00Z"), Duration.ofMinutes(10), Duration.ofHours(10));

        assertThat(look("{steps: [{notify: [schedule:office], wait: 5m}]}", night)
                        .hasDeadEnd())
                .isTrue();
    }

    @Test
    void aTeamOrAPersonBesideTheScheduleFillsItsGaps() {
        assertThat(look("{steps: [{notify: [schedule:office, role:architect], wait: 5m}]}", EIGHT_WEEKS)
                        .findings())
                .isEmpty();
    }

    @Test
    void whoWasAskedBeforeIsNobodyNew() {
        var again = only(look(
                "{steps: [{notify: [schedule:always], wait: 15m}, {notify: [person:ada], wait: 5m}]}", EIGHT_WEEKS));

        assertThat(again.kind()).isEqualTo(Kind.NOBODY_NEW);
        assertThat(again.step()).isOne();
        assertThat(again.people()).containsExactly(PersonId.of("ada"));
        // Whoever was on call a quarter of an hour before was asked; this week it is Ada's turn until the hand-over.
        assertThat(again.spans()).hasSizeBetween(4, 5);
        assertThat(again.spans()
                        .getFirst()
                        .until()
                        .isAfter(again.spans().getFirst().from()))
                .isTrue();
    }

    @Test
    void theStepBeforeIsLookedAtInItsOwnTime() {
        // A week later it is the turn of the other, but for the hour that the clocks take.
        var again = only(look(
                "{steps: [{notify: [schedule:always], wait: 7d}, {notify: [schedule:always], wait: 5m}]}",
                EIGHT_WEEKS));

        assertThat(again.spans())
                .containsExactly(new Foresight.Span(
                        Instant.parse("2026-03-30T07:00:00Z"), Instant.parse("2026-03-30T08:00:00Z"), 6));
    }

    @Test
    void aStepForMachinesNeitherFindsNorMissesAnybody() {
        var sight =
                look("{steps: [{notify: [webhook:audit], wait: 1m}, {notify: [person:ada], wait: 5m}]}", EIGHT_WEEKS);

        assertThat(sight.findings()).isEmpty();
        assertThat(sight.people()).containsExactly(PersonId.of("ada"));
    }

    @Test
    void theStepsOfACaseCountOnlyWhereItHolds() {
        var sight = look("""
                {steps: [{notify: [person:linus], wait: 5m}],
                 when: [{hours: ["Mon-Fri 09:00-17:00"], timeZone: Europe/London, steps: [{notify: [schedule:office], wait: 5m}]},
                        {severity: low, steps: [{notify: [schedule:office], wait: 5m}]}]}""", EIGHT_WEEKS);

        // In the hours of the first case somebody is on call; for what is low at night nobody is.
        assertThat(found(sight)).containsExactly("NOBODY 1 0 " + AWAY);
        assertThat(only(sight).isAlways()).isTrue();
        assertThat(sight.hasDeadEnd()).isTrue();
    }

    @Test
    void theClocksOfASchedule() {
        var changes = look("{steps: [{notify: [schedule:office, schedule:always], wait: 5m}]}", EIGHT_WEEKS)
                .clockChanges();

        assertThat(changes).extracting(Foresight.ClockChange::at).containsOnly(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(changes)
                .extracting(one -> one.timeZone() + " " + one.by() + " " + one.isCovered())
                .containsExactlyInAnyOrder("Europe/London PT1H false", "Europe/Berlin PT1H true");
    }

    @Test
    void eightWeeksOfFourStepsAreLookedAtWhileSomebodyTypes() {
        var policy = """
                {steps: [{notify: [schedule:office], wait: 5m}, {notify: [schedule:always], wait: 15m},
                         {notify: [team:payments, role:architect], wait: 30m}, {notify: [person:linus, team:payments], wait: 1h}],
                 when: [{severity: low, hours: ["Mon-Fri 09:00-17:00"], steps: [{notify: [schedule:always], wait: 8h}]}]}""";
        look(policy, EIGHT_WEEKS);
        long begin = System.nanoTime();
        look(policy, EIGHT_WEEKS);
        var took = Duration.ofNanos(System.nanoTime() - begin);

        // A tenth of a second on an idle machine; the limit is for a busy one.
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void whomItFindsIsWhomTheOrganisationWouldHaveOnCall() {
        var house = OrganisationFile.read(HOUSE + "  page: {steps: [{notify: [person:ada], wait: 1m}]}\n");
        var schedule = house.definitions().stream()
                .filter(Schedule.class::isInstance)
                .map(Schedule.class::cast)
                .filter(one -> one.word().equals("office"))
                .findFirst()
                .orElseThrow();
        var span = new Stretch(MONDAY, MONDAY.plus(Duration.ofDays(56)));
        var presence = Presence.of(new OnCallCalendar(schedule, List.of(), List.of()).within(span));
        for (var at = span.from(); at.isBefore(span.until()); at = at.plus(Duration.ofMinutes(37))) {
            assertThat(presence.at(at))
                    .as(at.toString())
                    .isEqualTo(house.organisation().onCall(schedule.id(), at).stream()
                            .map(duty -> duty.person())
                            .collect(Collectors.toSet()));
        }
    }
}
