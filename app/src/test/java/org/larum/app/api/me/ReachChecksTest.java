package org.larum.app.api.me;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.app.api.me.MyReachView.MyCheck;
import org.larum.app.api.me.MyReachView.MyDelivery;
import org.larum.app.api.me.MyReachView.MyWay;
import org.larum.app.api.me.ReachChecks.Rest;
import org.larum.app.api.schedule.DoNotDisturbView;
import org.larum.domain.directory.Reach;
import org.larum.domain.directory.Reach.Quiet;
import org.larum.domain.directory.Reach.Way;
import org.larum.domain.directory.Reach.Wish;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

class ReachChecksTest {

    private static final Instant NOW = Monday.NINE;
    private static final List<Way> MAIL_THEN_SMS = List.of(
            new Way(ChannelKind.EMAIL, Duration.ZERO, null), new Way(ChannelKind.SMS, Duration.ofMinutes(2), null));

    private static MyWay way(String channel, String name, String state, @Nullable Instant confirmedAt) {
        var told = state.equals("failed")
                ? new MyDelivery(new UUID(0, 1), "failed", "550 no such user", NOW, NOW, null)
                : null;
        boolean isMissing = state.equals("missing");
        return new MyWay(
                channel,
                name,
                null,
                !isMissing,
                state,
                isMissing ? "Not set up in this house." : null,
                told,
                null,
                confirmedAt,
                false);
    }

    private static MyWay mail(String state) {
        return way("email", "e-mail", state, NOW.minus(Duration.ofDays(2)));
    }

    private static MyWay sms(String state) {
        return way("sms", "SMS", state, null);
    }

    private static ReachChecks checks(@Nullable Reach wished, MyWay... ways) {
        return new ReachChecks(List.of(ways), MAIL_THEN_SMS, wished, List.of(), null, NOW);
    }

    private static MyCheck check(ReachChecks checks, String word) {
        return checks.all().stream()
                .filter(one -> one.check().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static Quiet quiet(Severity... except) {
        return new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0), List.of(except));
    }

    @Test
    void whoHasTwoWaysThatWorkIsReady() {
        var ready = checks(null, mail("works"), sms("works"));
        assertThat(ready.all()).allMatch(MyCheck::passed);
        assertThat(ready.headline()).isEqualTo("Ready for tonight");
        assertThat(ready.sentence()).isEqualTo("Critical reaches you by e-mail and SMS.");
    }

    @Test
    void aWayThatNobodyTestedIsNotKnownToWork() {
        var checks = checks(null, mail("works"), sms("unknown"));
        assertThat(check(checks, "ways"))
                .isEqualTo(new MyCheck(
                        "ways",
                        false,
                        "Not yet: two ways work",
                        "Only e-mail is known to work. Test the others.",
                        null,
                        "test",
                        "sms"));
        assertThat(checks.headline()).isEqualTo("Ready for tonight, with one hole");
    }

    @Test
    void aHouseWithOneWaySaysWhoCanHelp() {
        var checks = checks(null, mail("works"), sms("missing"));
        assertThat(check(checks, "ways").detail()).contains("an administrator");
        assertThat(check(checks, "ways").remedy()).isNull();
    }

    @Test
    void whomNothingReachesIsNotReady() {
        assertThat(checks(null, mail("missing"), sms("missing")).headline()).isEqualTo("Larum cannot reach you");
    }

    @Test
    void aTestOfLastWeekIsTooOld() {
        var now = way("email", "e-mail", "works", NOW.minus(Duration.ofDays(7)));
        assertThat(check(checks(null, now), "tested").passed()).isTrue();
        var old = way("email", "e-mail", "works", NOW.minus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(check(checks(null, old), "tested"))
                .matches(check -> !check.passed() && "email".equals(check.channel()));
    }

    @Test
    void whatDidNotArriveIsToldInTheWordsOfTheProvider() {
        assertThat(check(checks(null, mail("failed"), sms("works")), "delivers").detail())
                .isEqualTo("The last message by e-mail did not arrive: 550 no such user");
    }

    @Test
    void quietHoursMustLetCriticalThrough() {
        var held = checks(new Reach(List.of(), quiet(Severity.HIGH)), mail("works"));
        assertThat(check(held, "quiet").passed()).isFalse();
        assertThat(held.headline()).isEqualTo("Not ready for tonight");
        assertThat(check(held, "quiet").detail()).isEqualTo("Critical waits until 07:00 for you.");
        var through = checks(new Reach(List.of(), quiet(Severity.CRITICAL)), mail("works"));
        assertThat(check(through, "quiet").detail()).isEqualTo("22:00 to 07:00");
    }

    @Test
    void whoeverIsNotToBeDisturbedIsToldWhatStillComes() {
        assertThat(Rest.of(new DoNotDisturbView(null, List.of(), null), "Europe/London"))
                .isNull();
        assertThat(check(rested(List.of("critical", "high")), "rest"))
                .matches(MyCheck::passed)
                .extracting(MyCheck::detail)
                .isEqualTo("It is on until 10:00.");
        var alone = rested(List.of("high"));
        assertThat(alone.headline()).isEqualTo("Larum leaves you alone until 10:00");
        assertThat(check(alone, "rest"))
                .isEqualTo(new MyCheck(
                        "rest",
                        false,
                        "Not yet: do not disturb lets critical through",
                        "Critical waits until 10:00 for you.",
                        null,
                        "rest",
                        null));
        assertThat(check(checks(null, mail("works")), "rest").detail()).isEqualTo("It is off.");
    }

    private static ReachChecks rested(List<String> except) {
        var rest = Rest.of(new DoNotDisturbView(NOW.plus(Duration.ofHours(1)), except, null), "Europe/London");
        return new ReachChecks(List.of(mail("works"), sms("works")), MAIL_THEN_SMS, null, List.of(), rest, NOW);
    }

    @Test
    void whatWasChosenMustBeThere() {
        var wished = new Reach(List.of(new Wish(Severity.HIGH, MAIL_THEN_SMS)), null);
        assertThat(check(checks(wished, mail("works"), sms("missing")), "order").detail())
                .isEqualTo("SMS: Not set up in this house.");
        assertThat(check(checks(wished, mail("works"), sms("works")), "order").passed())
                .isTrue();
    }

    @Test
    void anAddressThatCannotBeOpenedIsAHole() {
        var checks = new ReachChecks(
                List.of(mail("works"), sms("works")), MAIL_THEN_SMS, null, List.of("e-mail address"), null, NOW);
        assertThat(check(checks, "addresses").detail()).startsWith("The key of your e-mail address is lost.");
    }

    @Test
    void aNumberThatNobodyHasVerifiedIsAHole() {
        var sms = sms("works");
        var unverified =
                new MyWay(sms.channel(), sms.name(), null, true, "works", null, null, null, sms.confirmedAt(), true);
        var checks = checks(null, mail("works"), unverified);
        assertThat(check(checks, "number")).satisfies(it -> {
            assertThat(it.passed()).isFalse();
            assertThat(it.remedy()).isEqualTo("number");
            assertThat(it.detail()).contains("Pages go there all the same.");
        });
        assertThat(checks.headline()).isEqualTo("Ready for tonight, with one hole");
        assertThat(check(checks(null, mail("works"), sms), "number").passed()).isTrue();
    }
}
