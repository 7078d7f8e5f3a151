package org.larum.domain.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.shopWith;
import static org.larum.domain.directory.RuleExamples.id;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.Rule.Repeat;
import org.larum.domain.directory.Rule.Span;
import org.larum.domain.directory.RuleExamples;
import org.larum.domain.directory.RuleId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Monday;
import org.larum.domain.suppression.Candidate.Seen;
import org.larum.domain.suppression.Conditions.Answer;
import org.larum.domain.suppression.Verdict.Failure;

/** What the rules say about the disk of cart-1, which was raised at nine. */
class ScreenTest {

    private static final Facts FACTS =
            new Facts("high", "Disk is full", "checkout", "shop", "cart", "critical", 1, Map.of("host", "cart-1"));

    private static Answer ask(String condition, Facts facts) {
        if (condition.equals("broken")) {
            return Answer.failed("no such key");
        }
        boolean isMet =
                Set.of(facts.severity(), facts.summary(), facts.value("host")).contains(condition);
        return isMet ? Answer.YES : Answer.NO;
    }

    private static Verdict judge(Candidate candidate, int minute, Rule... rules) {
        return new Screen.Known(shopWith(rules), ScreenTest::ask).screen().judge(candidate, Monday.at(minute));
    }

    private static Verdict judge(int minute, Rule... rules) {
        return judge(disk(List.of(), new Seen(1, Monday.NINE)), minute, rules);
    }

    private static Candidate disk(List<Instant> earlier, Seen... seen) {
        return new Candidate(CHECKOUT, FACTS, Monday.NINE, earlier, List.of(seen));
    }

    private static @Nullable SuppressionKind kind(Verdict verdict) {
        return verdict.by() == null ? null : verdict.by().kind();
    }

    @Test
    void withoutRulesNothingHoldsItBack() {
        assertThat(judge(0)).isEqualTo(new Verdict(null, null, List.of(), List.of(), List.of()));
    }

    @Test
    void aSilenceHoldsItBackUntilItsEnd() {
        var verdict = judge(59, RuleExamples.silence());
        assertThat(verdict.by()).isEqualTo(SuppressionExamples.silence());
        assertThat(verdict.until()).isEqualTo(Monday.at(60));
        assertThat(judge(60, RuleExamples.silence()).by()).isNull();
        assertThat(judge(-1, RuleExamples.silence()).by()).isNull();
    }

    @Test
    void aSilenceOfSomethingElseDoesNot() {
        var other =
                new Rule.Silence(id("silences"), "one", 100, "cart-2", new Span(null, Monday.at(60)), "Moved", null);
        assertThat(judge(0, other).by()).isNull();
    }

    private static Screen screen(Rule... rules) {
        return new Screen(shopWith(rules), ScreenTest::ask);
    }

    @Test
    void anAlertOfAnIncidentIsSilencedByWhatIsInForce() {
        var candidate = disk(List.of(), new Seen(1, Monday.NINE));
        var silenced = screen(RuleExamples.silence()).judgeOpen(candidate, Monday.at(59));
        assertThat(silenced.by()).isEqualTo(SuppressionExamples.silence());
        assertThat(silenced.until()).isEqualTo(Monday.at(60));
        assertThat(kind(screen(RuleExamples.maintenance()).judgeOpen(candidate, Monday.at(5))))
                .isEqualTo(SuppressionKind.MAINTENANCE);
        assertThat(kind(screen(RuleExamples.knownIssue(null)).judgeOpen(candidate, Monday.at(5))))
                .isEqualTo(SuppressionKind.KNOWN_ISSUE);
        assertThat(screen(RuleExamples.inhibition())
                        .judgeOpen(candidate, Monday.at(5))
                        .targets())
                .hasSize(1);
    }

    @Test
    void anAlertOfAnIncidentIsNotAskedOnceMoreWhetherItCounts() {
        var candidate = disk(List.of(Monday.at(-2), Monday.at(-1)), new Seen(1, Monday.NINE));
        var waiting = List.of(RuleExamples.flapping(), RuleExamples.threshold(), RuleExamples.hold());
        for (var rule : waiting) {
            assertThat(kind(screen(rule).judge(candidate, Monday.NINE))).isNotNull();
            assertThat(kind(screen(rule).judgeOpen(candidate, Monday.NINE))).isNull();
        }
    }

    @Test
    void whileNothingIsInForceNothingNeedsToBeAsked() {
        assertThat(screen().isSilent(Monday.NINE)).isTrue();
        assertThat(screen(RuleExamples.silence()).isSilent(Monday.at(-1))).isTrue();
        assertThat(screen(RuleExamples.silence()).isSilent(Monday.NINE)).isFalse();
        assertThat(screen(RuleExamples.maintenance()).isSilent(Monday.at(60))).isTrue();
        assertThat(screen(RuleExamples.maintenance()).isSilent(Monday.at(59))).isFalse();
        assertThat(screen(RuleExamples.knownIssue(null)).isSilent(Monday.NINE)).isFalse();
        assertThat(screen(RuleExamples.inhibition()).isSilent(Monday.NINE)).isFalse();
        assertThat(screen(RuleExamples.hold(), RuleExamples.threshold()).isSilent(Monday.NINE))
                .isTrue();
    }

    @Test
    void whatBeginsNextIsKnownADayAhead() {
        assertThat(screen().nextBeginning(Monday.NINE)).isEmpty();
        assertThat(screen(RuleExamples.silence(), RuleExamples.maintenance()).nextBeginning(Monday.at(-5)))
                .contains(Monday.NINE);
        assertThat(screen(RuleExamples.silence()).nextBeginning(Monday.NINE)).isEmpty();
        assertThat(screen(RuleExamples.maintenance()).nextBeginning(Monday.at(-2 * 24 * 60)))
                .isEmpty();
        assertThat(screen(RuleExamples.knownIssue(null)).nextBeginning(Monday.NINE))
                .isEmpty();
    }

    @Test
    void maintenanceHoldsBackItsServicesWhileItsWindowIsOpen() {
        var verdict = judge(59, RuleExamples.maintenance());
        assertThat(kind(verdict)).isEqualTo(SuppressionKind.MAINTENANCE);
        assertThat(verdict.until()).isEqualTo(Monday.at(60));
        assertThat(judge(60, RuleExamples.maintenance()).by()).isNull();
        assertThat(kind(judge(7 * 24 * 60 + 5, RuleExamples.maintenance()))).isEqualTo(SuppressionKind.MAINTENANCE);
    }

    @Test
    void maintenanceOfOthersOrByConditionHoldsBackWhatItMatches() {
        var search = List.of(ServiceId.of("search"));
        assertThat(judge(5, maintenance(search, null)).by()).isNull();
        assertThat(judge(5, maintenance(search, "cart-2")).by()).isNull();
        assertThat(kind(judge(5, maintenance(search, "cart-1")))).isEqualTo(SuppressionKind.MAINTENANCE);
    }

    private static Rule maintenance(List<ServiceId> services, @Nullable String when) {
        return new Rule.Maintenance(
                id("maintenance"), "one", 100, services, when, RuleExamples.window(Repeat.NEVER), "New disks");
    }

    @Test
    void aKnownIssueHoldsItBackAndNamesItsTicket() {
        assertThat(judge(5, RuleExamples.knownIssue("OPS-7")).by())
                .extracting(Suppressor::reason)
                .isEqualTo("The disk is on order (OPS-7)");
        var verdict = judge(5, RuleExamples.knownIssue(null));
        assertThat(verdict.by()).extracting(Suppressor::reason).isEqualTo("The disk is on order");
        assertThat(verdict.until()).isNull();
    }

    @Test
    void whatMayBeAConsequenceIsToBeAskedOf() {
        var verdict = judge(5, RuleExamples.inhibition());
        assertThat(verdict.by()).isNull();
        assertThat(verdict.targets()).hasSize(1);
        assertThat(verdict.targets().getFirst().inhibition())
                .isEqualTo(InhibitionId.of(id("inhibitions"), List.of("cart-1")));
        assertThat(verdict.sources()).isEmpty();
    }

    @Test
    void aCauseMutesWhatCarriesEqualValues() {
        var rule = new Rule.Inhibition(id("inhibitions"), "one", 100, "high", "low", List.of("labels.host"));
        var verdict = judge(5, rule);
        assertThat(verdict.targets()).isEmpty();
        assertThat(verdict.sources())
                .containsExactly(
                        new Verdict.Muting(InhibitionId.of(id("inhibitions"), List.of("cart-1")), id("inhibitions")));
    }

    @Test
    void oneThatComesAndGoesIsHeldBackAfterItWasToldOnceMore() {
        var twice = disk(List.of(Monday.at(-30)), new Seen(1, Monday.NINE));
        assertThat(judge(twice, 0, RuleExamples.flapping()).by()).isNull();
        var thrice = disk(List.of(Monday.at(-30), Monday.at(-10)), new Seen(1, Monday.NINE));
        var verdict = judge(thrice, 0, RuleExamples.flapping());
        assertThat(kind(verdict)).isEqualTo(SuppressionKind.FLAPPING);
        assertThat(verdict.until()).isEqualTo(Monday.at(40));
        assertThat(judge(thrice, 40, RuleExamples.flapping()).by()).isNull();
    }

    @Test
    void itCountsOnlyWhenItWasDetectedOftenEnoughInTime() {
        var rule = RuleExamples.threshold();
        assertThat(kind(judge(0, rule))).isEqualTo(SuppressionKind.THRESHOLD);
        assertThat(kind(judge(disk(List.of(), new Seen(1, Monday.NINE), new Seen(2, Monday.at(4))), 4, rule)))
                .isEqualTo(SuppressionKind.THRESHOLD);
        assertThat(judge(disk(List.of(), new Seen(1, Monday.NINE), new Seen(3, Monday.at(4))), 4, rule)
                        .by())
                .isNull();
        // Three, but not within five minutes.
        var slowly = disk(List.of(), new Seen(1, Monday.NINE), new Seen(2, Monday.at(6)), new Seen(3, Monday.at(12)));
        assertThat(kind(judge(slowly, 12, rule))).isEqualTo(SuppressionKind.THRESHOLD);
    }

    @Test
    void itIsHeldUntilItHasStayed() {
        var verdict = judge(0, RuleExamples.hold());
        assertThat(kind(verdict)).isEqualTo(SuppressionKind.HOLD);
        assertThat(verdict.until()).isEqualTo(Monday.NINE.plus(Duration.ofSeconds(90)));
        assertThat(verdict.by()).extracting(Suppressor::reason).asString().contains("90 seconds");
        assertThat(judge(2, RuleExamples.hold()).by()).isNull();
    }

    @Test
    void whatIsPlannedIsAskedBeforeWhatIsCounted() {
        assertThat(kind(judge(0, RuleExamples.hold(), RuleExamples.silence(), RuleExamples.maintenance())))
                .isEqualTo(SuppressionKind.MAINTENANCE);
        assertThat(kind(judge(0, RuleExamples.hold(), RuleExamples.knownIssue(null), RuleExamples.silence())))
                .isEqualTo(SuppressionKind.SILENCE);
        var both = judge(0, RuleExamples.hold(), RuleExamples.inhibition());
        assertThat(kind(both)).isEqualTo(SuppressionKind.HOLD);
        assertThat(both.targets()).hasSize(1);
    }

    @Test
    void aRuleThatFailsHoldsNothingBackAndIsTold() {
        RuleId rule = id("silences");
        var broken = new Rule.Silence(rule, "one", 100, "broken", new Span(null, null), "Moved", null);
        var verdict = judge(0, broken, broken);
        assertThat(verdict.by()).isNull();
        assertThat(verdict.failures()).containsExactly(new Failure(rule, "one", 2, "no such key"));
    }

    @Test
    void factsAreFoundByTheirNames() {
        assertThat(List.of("severity", "summary", "service", "team", "component", "criticality", "tier", "labels.host"))
                .extracting(FACTS::value)
                .containsExactly("high", "Disk is full", "checkout", "shop", "cart", "critical", "1", "cart-1");
        assertThat(FACTS.value("labels.region")).isEmpty();
    }

    @Test
    void whatAnAlertDoesNotHaveIsEmpty() {
        var e = AlertExamples.raised();
        assertThat(Facts.of(e.place(), e.severity(), e.summary(), e.labels(), shopWith()))
                .isEqualTo(new Facts(
                        "high", e.summary(), "checkout", "shop", "cart", "critical", 1, Map.of("host", "cart-1")));
        var nowhere = new org.larum.domain.shared.Place(ServiceId.of("none"), null, null);
        assertThat(Facts.of(nowhere, e.severity(), "", Map.of(), shopWith()))
                .isEqualTo(new Facts("high", "", "", "", "", "", 0, Map.of()));
    }

    @Test
    void everyRuleSaysWhyItDidOrDidNotHoldItBack() {
        var broken = new Rule.Silence(id("silences"), "one", 100, "broken", new Span(null, null), "Moved", null);
        var other = new Rule.Hold(id("other"), "other", 100, "cart-2", Duration.ofMinutes(1));
        assertThat(says(
                        5,
                        RuleExamples.maintenance(),
                        RuleExamples.knownIssue(null),
                        RuleExamples.inhibition(),
                        RuleExamples.flapping(),
                        RuleExamples.threshold(),
                        RuleExamples.hold(),
                        other))
                .containsExactly(
                        "it matched",
                        "it matched",
                        "it matched as a consequence",
                        "it matched; the key was raised 1 times in time, and it holds back after 2",
                        "it matched; there were 1 detections of 3",
                        "it matched, for 90 seconds from the beginning",
                        "it did not match");
        assertThat(says(61, RuleExamples.maintenance(), RuleExamples.silence()))
                .containsExactly("its window was not open", "it was not in force");
        var ended = new Rule.KnownIssue(id("k"), "k", 1, "cart-1", new Span(null, Monday.NINE), "Known", null, null);
        var effects = new Rule.Inhibition(id("i"), "i", 1, "x", "y", List.of());
        assertThat(says(5, broken, ended, effects))
                .containsExactly("it could not be asked: no such key", "it was not in force", "it did not match");
        assertThat(says(5, RuleExamples.silence())).containsExactly("it matched");
    }

    private static List<String> says(int minute, Rule... rules) {
        var disk = disk(List.of(), new Seen(1, Monday.NINE));
        return new Screen(shopWith(rules), ScreenTest::ask)
                .opinions(disk, Monday.at(minute)).stream()
                        .map(Screen.Opinion::says)
                        .toList();
    }
}
