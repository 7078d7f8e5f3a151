package org.larum.domain.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.sealed;
import static org.larum.domain.reach.ReachExamples.way;
import static org.larum.domain.shared.ChannelKind.CALL;
import static org.larum.domain.shared.ChannelKind.EMAIL;
import static org.larum.domain.shared.ChannelKind.PUSH;
import static org.larum.domain.shared.ChannelKind.SLACK;
import static org.larum.domain.shared.ChannelKind.SMS;
import static org.larum.domain.shared.ChannelKind.WEBHOOK;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.directory.Reach;
import org.larum.domain.directory.Reach.Quiet;
import org.larum.domain.directory.Reach.Way;
import org.larum.domain.directory.Reach.Wish;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

class ReachPlanTest {

    private static final Set<ChannelKind> ALL = EnumSet.allOf(ChannelKind.class);

    /** Ada with a telephone, in London. */
    private static Person ada(@Nullable Quiet quiet, Way... critical) {
        var wishes = critical.length == 0 ? List.<Wish>of() : List.of(new Wish(Severity.CRITICAL, List.of(critical)));
        var a = DirectoryExamples.ada();
        return new Person(
                a.id(),
                a.word(),
                a.name(),
                a.email(),
                a.timeZone(),
                false,
                sealed("+44 20 7946 0000"),
                null,
                new Reach(wishes, quiet));
    }

    private static List<ChannelKind> channels(Person person, @Nullable Severity severity, Set<ChannelKind> usable) {
        return ReachPlan.of(person, severity, usable, Monday.NINE).ways().stream()
                .map(Way::channel)
                .toList();
    }

    @Test
    void whatThePersonChoseIsGone() {
        var ways = List.of(way(PUSH, 0, null), way(SMS, 2, null), way(CALL, 5, 3));
        assertThat(ReachPlan.of(ada(null, ways.toArray(Way[]::new)), Severity.CRITICAL, ALL, Monday.NINE))
                .isEqualTo(new ReachPlan(ways, null, true));
    }

    @Test
    void theyAreGoneInTheOrderOfTheirTimes() {
        assertThat(channels(ada(null, way(CALL, 5, null), way(PUSH, 0, null)), Severity.CRITICAL, ALL))
                .containsExactly(PUSH, CALL);
    }

    @Test
    void theFirstThatCanBeGoneIsGoneAtOnce() {
        var person = ada(null, way(PUSH, 0, null), way(SMS, 2, null), way(CALL, 5, 3));
        assertThat(ReachPlan.of(person, Severity.CRITICAL, Set.of(SMS, CALL), Monday.NINE)
                        .ways())
                .containsExactly(way(SMS, 0, null), way(CALL, 3, 3));
    }

    @Test
    void whoHasChosenNothingIsReachedAsTheSeverityWantsIt() {
        assertThat(channels(ada(null), Severity.CRITICAL, ALL)).containsExactly(PUSH, SLACK, EMAIL, SMS, CALL);
        assertThat(channels(ada(null), Severity.HIGH, ALL)).containsExactly(PUSH, SLACK, EMAIL, SMS);
        assertThat(channels(ada(null), Severity.MEDIUM, ALL)).containsExactly(EMAIL);
        assertThat(channels(DirectoryExamples.ada(), Severity.LOW, ALL)).containsExactly(EMAIL);
    }

    @Test
    void whatIsNotKnownIsTakenForCritical() {
        assertThat(channels(ada(null), null, ALL)).contains(CALL);
    }

    @Test
    void whoHasNoTelephoneIsNotCalled() {
        assertThat(channels(DirectoryExamples.ada(), Severity.CRITICAL, ALL)).containsExactly(PUSH, SLACK, EMAIL);
    }

    @Test
    void whatIsNotSetUpIsNotGoneButMailWaitsForIt() {
        assertThat(channels(ada(null), Severity.CRITICAL, Set.of())).containsExactly(EMAIL);
    }

    @Test
    void whenNoWayIsLeftTheAttemptTellsWhatIsMissing() {
        var person = ada(null, way(SMS, 0, null), way(WEBHOOK, 0, null));
        assertThat(ReachPlan.of(person, Severity.CRITICAL, Set.of(EMAIL), Monday.NINE))
                .isEqualTo(new ReachPlan(ReachPlan.UNKNOWN.ways(), null, true));
    }

    /** Until 07:00 in London, on a Monday in winter and on the nights on which the clock is changed. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T21:59:59Z, ",
        "2026-11-23T22:00:00Z, PT9H",
        "2026-11-24T06:59:00Z, PT1M",
        "2026-11-24T07:00:00Z, ",
        "2026-03-28T23:00:00Z, PT7H",
        "2026-10-24T22:00:00Z, PT9H",
        "2026-10-24T21:00:00Z, PT10H",
    })
    void quietHoursAreWaitedFor(Instant at, @Nullable Duration quiet) {
        var night = new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0), List.of(Severity.CRITICAL, Severity.HIGH));
        assertThat(ReachPlan.of(ada(night), Severity.MEDIUM, ALL, at).quiet()).isEqualTo(quiet);
        assertThat(ReachPlan.of(ada(night), Severity.CRITICAL, ALL, at).quiet()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T11:59:00Z, ", "2026-11-23T12:00:00Z, PT1H", "2026-11-23T13:00:00Z, "})
    void quietHoursMayBeWithinADay(Instant at, @Nullable Duration quiet) {
        var lunch = new Quiet(LocalTime.NOON, LocalTime.of(13, 0), List.of());
        assertThat(ReachPlan.of(ada(lunch), Severity.CRITICAL, ALL, at).quiet()).isEqualTo(quiet);
    }

    @Test
    void whoIsAskedLaterWaitsForTheLaterOfTheTwo() {
        var plan = new ReachPlan(List.of(way(EMAIL, 0, null)), Duration.ofMinutes(5), null);
        assertThat(plan.after(null)).isEqualTo(plan);
        assertThat(plan.after(Duration.ofMinutes(2))).isEqualTo(plan);
        assertThat(plan.after(Duration.ofMinutes(9)).quiet()).isEqualTo(Duration.ofMinutes(9));
        assertThat(ReachPlan.UNKNOWN.after(Duration.ofMinutes(2)).quiet()).isEqualTo(Duration.ofMinutes(2));
    }
}
