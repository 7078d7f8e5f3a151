package org.larum.domain.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.ADA;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.RuleId;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Notice;
import org.larum.domain.shared.Monday;
import org.larum.domain.suppression.SilenceReminder.Holding;

class SilenceReminderTest {

    private static final Instant NOW = Monday.NINE;

    private static Rule.Silence silence(@Nullable Instant until, @Nullable PersonId creator) {
        return new Rule.Silence(
                RuleId.of("silences", "move"),
                "move",
                0,
                "true",
                new Rule.Span(null, until),
                "Carts are moved",
                creator);
    }

    private static Holding since(Duration ago, int alerts) {
        return new Holding(alerts, NOW.minus(ago));
    }

    private static RequestNotification asked(Rule.Silence silence, Holding holding) {
        return SilenceReminder.of(silence, 3, holding, NOW).orElseThrow();
    }

    private static Notice notice(RequestNotification asked) {
        return Objects.requireNonNull(asked.notice());
    }

    @Test
    void halfAnHourBeforeTheEndItsMakerIsAsked() {
        var soon = silence(NOW.plus(Duration.ofMinutes(30)), ADA);
        var notice = notice(asked(soon, since(Duration.ofMinutes(1), 1)));
        assertThat(notice.title()).isEqualTo("Your silence move ends soon");
        assertThat(notice.text()).contains("It holds back one alert;");
        assertThat(notice.moment()).isEqualTo(soon.span().until());
        var later = silence(NOW.plus(Duration.ofMinutes(31)), ADA);
        assertThat(SilenceReminder.of(later, 3, since(Duration.ofHours(1), 1), NOW))
                .isEmpty();
    }

    @Test
    void oneThatHidesAFaultForDaysIsAskedAboutAndAgainEachWeek() {
        var endless = silence(null, ADA);
        assertThat(SilenceReminder.of(endless, 3, since(Duration.ofDays(2), 4), NOW))
                .isEmpty();
        var first = asked(endless, since(Duration.ofDays(3), 4));
        assertThat(notice(first).title()).isEqualTo("Is your silence move still right?");
        assertThat(notice(first).text()).contains("4 alerts", "Carts are moved");
        assertThat(first.recipient().id()).isEqualTo(ADA.value());
        assertThat(asked(endless, since(Duration.ofDays(9), 4)).notification()).isEqualTo(first.notification());
        assertThat(asked(endless, since(Duration.ofDays(10), 4)).notification()).isNotEqualTo(first.notification());
    }

    @Test
    void whatHidesNothingOrHasNoMakerAsksNobody() {
        assertThat(SilenceReminder.of(silence(NOW.plusSeconds(60), ADA), 3, since(Duration.ofDays(9), 0), NOW))
                .isEmpty();
        assertThat(SilenceReminder.of(silence(NOW.plusSeconds(60), null), 3, since(Duration.ofDays(9), 2), NOW))
                .isEmpty();
    }

    @Test
    void whatItHoldsBackAndWhatItKeepsQuietIsOneFigure() {
        var held = new Holding(2, Monday.at(5));
        assertThat(held.and(new Holding(3, Monday.NINE))).isEqualTo(new Holding(5, Monday.NINE));
        assertThat(held.and(new Holding(0, Monday.at(9)))).isEqualTo(held);
    }
}
