package org.larum.app.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.alert.AlertExamples.DETAILS;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.PROMETHEUS;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.directory.DirectoryExamples.SHOP_TEAM;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.larum.app.alert.IdentityTable.Counted;
import org.larum.app.alert.IdentityTable.Identity;
import org.larum.app.alert.RawTable.Raw;
import org.larum.app.alert.Request.Part;
import org.larum.app.bus.Wishes.Wish;
import org.larum.app.intake.Became;
import org.larum.app.intake.Became.What;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Detection.About;
import org.larum.app.intake.Detection.Action;
import org.larum.app.intake.RawRequest;
import org.larum.app.intake.Sender;
import org.larum.domain.alert.AlertCommand.AcknowledgeAlert;
import org.larum.domain.alert.AlertCommand.RaiseAlert;
import org.larum.domain.alert.AlertCommand.RepeatAlert;
import org.larum.domain.alert.AlertCommand.ResolveAlert;
import org.larum.domain.alert.AlertEvent.Source;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;

class FoldTest {

    private static final Sender SENDER = new Sender(PROMETHEUS, "prometheus", "native", CHECKOUT);
    private static final Actor BY_SENDER = Actor.integration(PROMETHEUS);
    private static final AlertId FIRST = AlertId.of(PROMETHEUS, "disk", 1);
    private static final AlertId SECOND = AlertId.of(PROMETHEUS, "disk", 2);
    private static final byte[] BODY = "as it came".getBytes(StandardCharsets.UTF_8);

    private final Map<UUID, Identity> rows = new HashMap<>();
    private final List<Part> taken = new ArrayList<>();
    private Fold fold = batch();

    /** The next unit of work: it finds the rows as the last one left them. */
    private Fold batch() {
        return new Fold(rows, DirectoryExamples.shop(), () -> DETAILS);
    }

    private static Detection trigger(Severity severity) {
        return trigger("disk", severity, About.NOTHING, null);
    }

    private static Detection trigger(String key, Severity severity, About about, @Nullable String details) {
        return new Detection(key, Action.TRIGGER, severity, "full: " + severity, about, details, Monday.NINE, null);
    }

    private static Detection trigger(Instant endsAt) {
        return new Detection("disk", Action.TRIGGER, Severity.HIGH, "", About.NOTHING, null, Monday.NINE, endsAt);
    }

    private static Detection on(String service) {
        return trigger("disk", Severity.HIGH, new About(service, "cart", Map.of(), List.of()), null);
    }

    private static Detection is(Action action) {
        return new Detection("disk", action, Severity.LOW, "", About.NOTHING, null, Monday.NINE, null);
    }

    /** One request, a minute after the one before. */
    private List<Became> take(Detection... detections) {
        int n = taken.size();
        var request = new Request(
                SENDER, new RawRequest("native", BODY), List.of(detections), Monday.at(n), new UUID(0, n), null);
        var part =
                new Part(request, IntStream.range(0, detections.length).boxed().toList());
        taken.add(part);
        Fold.keys(List.of(part)).forEach((id, key) -> rows.computeIfAbsent(id, made -> Identity.fresh(made, key)));
        fold.take(part);
        return List.of(part.outcomes());
    }

    /** A disk that was seen so often, in a batch that is over. */
    private void isOpen(Severity severity, long count) {
        take(trigger(severity));
        disk().count = count;
        disk().isTouched = false;
        fold = batch();
    }

    private Identity disk() {
        return Objects.requireNonNull(rows.get(new DedupKey(PROMETHEUS, "disk").identity()));
    }

    private List<Command> commands() {
        return fold.wishes().all().stream().map(Wish::command).toList();
    }

    private RaiseAlert raise() {
        return (RaiseAlert) commands().getFirst();
    }

    @Test
    void aTriggerRaisesAnAlert() {
        var became = take(trigger(Severity.HIGH));
        assertThat(became).containsExactly(new Became(What.RAISED, FIRST, 1, null));
        assertThat(commands())
                .containsExactly(new RaiseAlert(
                        FIRST,
                        new Source(PROMETHEUS, "disk", 1, new UUID(0, 0), null, Monday.NINE, null),
                        new Place(CHECKOUT, SHOP_TEAM, null),
                        Severity.HIGH,
                        "full: HIGH",
                        Map.of(),
                        List.of(),
                        Monday.NINE));
        assertThat(fold.wishes().all().getFirst().metadata())
                .isEqualTo(Map.of("actor", "prometheus", "raw", new UUID(0, 0).toString()));
        assertThat(fold.raised()).containsExactly(FIRST.value());
        assertThat(fold.counted()).isEmpty();
    }

    @Test
    void aRaisedAlertIsWhatItsRowSays() {
        take(trigger(Severity.HIGH));
        var row = disk();
        assertThat(row.alert).isEqualTo(FIRST.value());
        assertThat(row.open).isTrue();
        assertThat(row.isTouched).isTrue();
        assertThat(row.cycle).isEqualTo(1);
        assertThat(row.count).isEqualTo(1);
        assertThat(row.severity).isEqualTo(Severity.HIGH);
        assertThat(row.firstSeen).isEqualTo(Monday.NINE);
        assertThat(row.lastSeen).isEqualTo(Monday.NINE);
    }

    @Test
    void theSameKeyFoldsIntoTheAlertThatItsBatchRaised() {
        var became = take(trigger(Severity.HIGH), trigger(Severity.HIGH), trigger(Severity.HIGH));
        assertThat(became)
                .containsExactly(
                        new Became(What.RAISED, FIRST, 1, null),
                        new Became(What.FOLDED, FIRST, 2, null),
                        new Became(What.FOLDED, FIRST, 3, null));
        assertThat(fold.raised()).containsExactly(FIRST.value());
    }

    @Test
    void twoKeysAreTwoAlerts() {
        take(trigger(Severity.HIGH), trigger("slow", Severity.LOW, About.NOTHING, null));
        assertThat(fold.raised())
                .containsExactly(
                        FIRST.value(), AlertId.of(PROMETHEUS, "slow", 1).value());
        assertThat(disk().count).isEqualTo(1);
    }

    /** How often it was seen before, and whether the next time is told. */
    @ParameterizedTest
    @CsvSource({
        "1, true",
        "2, false",
        "8, false",
        "9, true",
        "10, false",
        "19, false",
        "98, false",
        "99, true",
        "100, false",
        "199, false",
        "999, true"
    })
    void onlyMilestonesAreToldOfWhatRepeats(long before, boolean isTold) {
        isOpen(Severity.HIGH, before);
        var became = take(trigger(Severity.HIGH));
        assertThat(became).containsExactly(new Became(What.FOLDED, FIRST, before + 1, null));
        assertThat(disk().count).isEqualTo(before + 1);
        assertThat(disk().lastSeen).isEqualTo(Monday.at(1));
        assertThat(disk().firstSeen).isEqualTo(Monday.NINE);
        assertThat(disk().isTouched).isTrue();
        var told = new RepeatAlert(FIRST, Severity.HIGH, "full: HIGH", before + 1, true, Monday.at(1));
        assertThat(commands()).isEqualTo(isTold ? List.of(told) : List.of());
    }

    @Test
    void aHundredAtOnceAreToldInOneCommand() {
        take(IntStream.range(0, 100).mapToObj(i -> trigger(Severity.HIGH)).toArray(Detection[]::new));
        assertThat(commands())
                .containsExactly(raise(), new RepeatAlert(FIRST, Severity.HIGH, "full: HIGH", 100, true, Monday.NINE));
    }

    @Test
    void whatGetsWorseIsToldAtOnce() {
        isOpen(Severity.MEDIUM, 4);
        take(trigger(Severity.CRITICAL));
        assertThat(commands())
                .containsExactly(new RepeatAlert(FIRST, Severity.CRITICAL, "full: CRITICAL", 5, false, Monday.at(1)));
        assertThat(disk().severity).isEqualTo(Severity.CRITICAL);
    }

    /** Else a sender that wavers would be told of each time it comes back. */
    @Test
    void whatGetsMilderIsNotToldAndNotForgotten() {
        isOpen(Severity.HIGH, 4);
        take(trigger(Severity.LOW), trigger(Severity.HIGH));
        assertThat(commands()).isEmpty();
        assertThat(disk().severity).isEqualTo(Severity.HIGH);
    }

    @Test
    void aMilderMilestoneDoesNotLowerWhatTheRowRemembers() {
        isOpen(Severity.HIGH, 9);
        take(trigger(Severity.LOW));
        assertThat(commands()).hasSize(1);
        assertThat(disk().severity).isEqualTo(Severity.HIGH);
    }

    @Test
    void resolvedAndTriggeredInOneBatchIsANewAlert() {
        isOpen(Severity.HIGH, 7);
        var became = take(is(Action.RESOLVE), trigger(Severity.LOW));
        assertThat(became)
                .containsExactly(new Became(What.RESOLVED, FIRST, 7, null), new Became(What.RAISED, SECOND, 1, null));
        assertThat(commands()).hasSize(2).startsWith(new ResolveAlert(FIRST, BY_SENDER, Monday.at(1)));
        var raise = (RaiseAlert) commands().getLast();
        assertThat(raise.alert()).isEqualTo(SECOND);
        assertThat(raise.source().cycle()).isEqualTo(2);
        assertThat(fold.raised()).containsExactly(SECOND.value());
        assertThat(disk().open).isTrue();
        assertThat(disk().count).isEqualTo(1);
        assertThat(disk().severity).isEqualTo(Severity.LOW);
        assertThat(disk().firstSeen).isEqualTo(Monday.at(1));
    }

    @Test
    void theCountOfTheLastAlertIsKeptWhenItsKeyMovesOn() {
        isOpen(Severity.HIGH, 7);
        take(is(Action.RESOLVE), trigger(Severity.HIGH));
        assertThat(fold.counted()).containsExactly(new Counted(FIRST.value(), 7, Monday.NINE));
    }

    @Test
    void aResolvedAlertLeavesItsKeyFree() {
        isOpen(Severity.HIGH, 7);
        assertThat(take(is(Action.RESOLVE))).containsExactly(new Became(What.RESOLVED, FIRST, 7, null));
        assertThat(disk().open).isFalse();
        assertThat(disk().isTouched).isTrue();
    }

    @Test
    void anAcknowledgementIsNoDetection() {
        isOpen(Severity.HIGH, 7);
        assertThat(take(is(Action.ACKNOWLEDGE))).containsExactly(new Became(What.ACKNOWLEDGED, FIRST, 7, null));
        assertThat(commands()).containsExactly(new AcknowledgeAlert(FIRST, BY_SENDER, Monday.at(1)));
        assertThat(disk().count).isEqualTo(7);
        assertThat(disk().open).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TRIGGER")
    void withNothingOpenItIsIgnoredAndSaysWhy(Action action) {
        var became = take(is(action)).getFirst();
        assertThat(became).isEqualTo(new Became(What.IGNORED, null, 0, "No alert is open for this key."));
        assertThat(fold.wishes().isEmpty()).isTrue();
        assertThat(fold.raws()).isEmpty();
        assertThat(disk().isTouched).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TRIGGER")
    void whatIsResolvedIsNotResolvedOrAcknowledgedAgain(Action action) {
        isOpen(Severity.HIGH, 1);
        var became = take(is(Action.RESOLVE), is(action)).getLast();
        assertThat(became.what()).isEqualTo(What.IGNORED);
        assertThat(commands()).hasSize(1);
    }

    @Test
    void aPureRepeatKeepsNoBody() {
        isOpen(Severity.HIGH, 2);
        take(trigger("disk", Severity.HIGH, About.NOTHING, "{}"));
        assertThat(fold.raws()).isEmpty();
    }

    @Test
    void aBodyIsKeptOnceHoweverMuchComesOfIt() {
        take(trigger(Severity.HIGH), trigger("slow", Severity.LOW, About.NOTHING, null), is(Action.RESOLVE));
        assertThat(fold.raws()).containsExactly(new Raw(new UUID(0, 0), "native", BODY, Monday.NINE));
    }

    /** Its other part is worked on in another lane, and asks the same request. */
    @Test
    void onlyTheFirstPartOfARequestKeepsItsBody() {
        var detections = List.of(trigger(Severity.HIGH), trigger("slow", Severity.HIGH, About.NOTHING, null));
        var request =
                new Request(SENDER, new RawRequest("native", BODY), detections, Monday.NINE, new UUID(0, 9), null);
        for (int place = 0; place < 2; place++) {
            var part = new Part(request, List.of(place));
            Fold.keys(List.of(part)).forEach((id, key) -> rows.put(id, Identity.fresh(id, key)));
            fold = batch();
            fold.take(part);
            assertThat(fold.raised()).hasSize(1);
            assertThat(fold.raws()).hasSize(place == 0 ? 1 : 0);
        }
    }

    @Test
    void theDetailsOfARaisedAlertAreKeptBesideTheBody() {
        take(trigger("disk", Severity.HIGH, About.NOTHING, "{\"free\":5}"));
        assertThat(raise().source().details()).isEqualTo(DETAILS);
        assertThat(fold.raws()).hasSize(2).anySatisfy(raw -> {
            assertThat(raw.id()).isEqualTo(DETAILS);
            assertThat(raw.dialect()).isEqualTo("details");
            assertThat(raw.body()).asString(StandardCharsets.UTF_8).isEqualTo("{\"free\":5}");
        });
    }

    @Test
    void aNamedServiceIsWhereItIsFiled() {
        var became = take(on("search")).getFirst();
        assertThat(raise().place()).isEqualTo(new Place(SEARCH, null, "cart"));
        assertThat(became.why()).isNull();
    }

    @Test
    void aMisnamedServiceIsFiledUnderThatOfTheIntegrationAndSaysWhy() {
        var became = take(on("serach")).getFirst();
        assertThat(raise().place()).isEqualTo(new Place(CHECKOUT, SHOP_TEAM, "cart"));
        assertThat(became.what()).isEqualTo(What.RAISED);
        assertThat(became.why())
                .isEqualTo("There is no service \"serach\"; it was filed under the service of the integration.");
    }

    @Test
    void theLastDetectionSaysUntilWhenItHolds() {
        isOpen(Severity.HIGH, 2);
        take(trigger(Monday.at(5)));
        assertThat(disk().endsAt).isEqualTo(Monday.at(5));
        take(trigger(Severity.HIGH));
        assertThat(disk().endsAt).isNull();
    }

    /** An alert that ended by hand is no longer open in its row, though its id is still there. */
    @Test
    void aKeyWhoseAlertEndedElsewhereBeginsTheNextCycle() {
        isOpen(Severity.HIGH, 3);
        disk().open = false;
        assertThat(take(trigger(Severity.HIGH))).containsExactly(new Became(What.RAISED, SECOND, 1, null));
    }
}
