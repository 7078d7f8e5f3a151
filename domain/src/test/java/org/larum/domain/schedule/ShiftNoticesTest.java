package org.larum.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.schedule.ScheduleExamples.ADA;
import static org.larum.domain.schedule.ScheduleExamples.GRACE;
import static org.larum.domain.schedule.ScheduleExamples.daily;
import static org.larum.domain.schedule.ScheduleExamples.hours;
import static org.larum.domain.schedule.ScheduleExamples.layer;
import static org.larum.domain.schedule.ScheduleExamples.schedule;
import static org.larum.domain.schedule.ScheduleExamples.span;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.Schedule;
import org.larum.domain.notification.NotificationCommand;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.schedule.OnCallHistory.Version;

/** Ada and Grace change places every day at noon. */
class ShiftNoticesTest {

    private static final Instant NOON = Instant.parse("2026-01-12T12:00:00Z");
    private static final Schedule TURNS = schedule("UTC", layer("base", daily("12:00"), "2026-01-01", ADA, GRACE));
    private static final Schedule ALONE = schedule("UTC", layer("base", daily("12:00"), "2026-01-01", ADA));
    private static final Schedule WORKDAY = schedule(
            "UTC", layer("base", daily("12:00"), "2026-01-01", ADA).only(hours("MONDAY", "08:00", "MONDAY", "12:00")));

    private static OnCallHistory history(Schedule schedule) {
        return new OnCallHistory(List.of(new Version(Instant.EPOCH, schedule)), List.of(), List.of());
    }

    private static ShiftNotices notices(Schedule schedule, int open) {
        return new ShiftNotices(
                schedule, history(schedule), person -> person.equals(ADA) ? "ada" : "grace", () -> open);
    }

    private static List<String> told(Schedule schedule, int open, Duration fromNoon) {
        return notices(schedule, open).due(NOON.plus(fromNoon)).stream()
                .map(one -> Objects.requireNonNull(one.notice()).text())
                .toList();
    }

    private static Schedule reminding(@Nullable Duration remind) {
        return new Schedule(
                TURNS.id(),
                TURNS.word(),
                TURNS.name(),
                TURNS.timeZone(),
                TURNS.layers(),
                TURNS.overrides(),
                TURNS.holidays(),
                remind);
    }

    @Test
    void whoeverComesAndGoesIsFound() {
        assertThat(HandOver.within(history(TURNS), span("2026-01-12T00:00:00Z", "2026-01-13T12:00:00Z")))
                .containsExactly(new HandOver(NOON, List.of(GRACE), List.of(ADA)));
        assertThat(HandOver.within(history(TURNS), span("2026-01-12T12:00:00Z", "2026-01-12T12:00:01Z")))
                .hasSize(1);
        assertThat(HandOver.within(history(TURNS), span("2026-01-12T12:00:01Z", "2026-01-13T12:00:00Z")))
                .isEmpty();
        assertThat(HandOver.within(history(ALONE), span("2026-01-12T00:00:00Z", "2026-01-15T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void anHourBeforeAShiftItsPersonHearsOfIt() {
        assertThat(told(TURNS, 0, Duration.ofMinutes(-61))).isEmpty();
        assertThat(told(TURNS, 0, Duration.ofHours(-1)))
                .containsExactly("You are on call for payments from {0}, for 24 hours. You take over from ada.");
    }

    @Test
    void whenItBeginsBothHearOfIt() {
        assertThat(told(TURNS, 0, Duration.ZERO))
                .containsExactly(
                        "You are on call for payments since {0}, for 24 hours. You take over from ada. No incident is open.",
                        "Your turn for payments ended at {0}. grace has it now.");
        assertThat(told(TURNS, 1, Duration.ofMinutes(1)).getFirst()).endsWith(" 1 incident is open.");
        assertThat(told(TURNS, 2, Duration.ofMinutes(1)).getFirst()).endsWith(" 2 incidents are open.");
        assertThat(told(TURNS, 0, Duration.ofMinutes(11))).isEmpty();
    }

    @Test
    void whereNobodyFollowsThatIsSaid() {
        assertThat(told(WORKDAY, 0, Duration.ZERO))
                .containsExactly("Your turn for payments ended at {0}. Nobody is on call there now.");
        assertThat(told(WORKDAY, 0, Duration.ofHours(-5)))
                .containsExactly("You are on call for payments from {0}, for 4 hours.");
    }

    @Test
    void theSameIsAskedForUnderTheSameName() {
        assertThat(notices(TURNS, 0).due(NOON.minusSeconds(60)))
                .extracting(NotificationCommand::notification)
                .isEqualTo(notices(TURNS, 0).due(NOON.minusSeconds(30)).stream()
                        .map(RequestNotification::notification)
                        .toList());
        assertThat(notices(TURNS, 0).due(NOON).getFirst().recipient().id()).isEqualTo(GRACE.value());
    }

    @Test
    void aScheduleSaysHowLongBefore() {
        assertThat(told(reminding(Duration.ofHours(12)), 0, Duration.ofHours(-12)))
                .hasSize(1);
        assertThat(told(reminding(Duration.ofMinutes(5)), 0, Duration.ofMinutes(-6)))
                .isEmpty();
        assertThat(told(reminding(Duration.ZERO), 0, Duration.ZERO)).isEmpty();
    }
}
