package org.larum.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.schedule.ScheduleExamples.ADA;
import static org.larum.domain.schedule.ScheduleExamples.GRACE;
import static org.larum.domain.schedule.ScheduleExamples.daily;
import static org.larum.domain.schedule.ScheduleExamples.layer;
import static org.larum.domain.schedule.ScheduleExamples.schedule;
import static org.larum.domain.schedule.ScheduleExamples.span;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.Schedule;
import org.larum.domain.schedule.OnCallHistory.Version;

class OnCallHistoryTest {

    private static final Instant EDIT = Instant.parse("2026-01-10T10:00:00Z");
    private static final Schedule BEFORE = schedule("UTC", layer("base", daily("00:00"), "2026-01-01", ADA));
    private static final Schedule AFTER = schedule("UTC", layer("base", daily("00:00"), "2026-01-01", GRACE));

    private static OnCallHistory history(Version... versions) {
        return new OnCallHistory(List.of(versions), List.of(), List.of());
    }

    @Test
    void anEditChangesNothingThatHasBeen() {
        var history = history(new Version(EDIT.minusSeconds(86400), BEFORE), new Version(EDIT, AFTER));
        assertThat(history.within(span("2026-01-10T00:00:00Z", "2026-01-11T00:00:00Z")))
                .extracting(Shift::person, Shift::when)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ADA, span("2026-01-10T00:00:00Z", "2026-01-10T10:00:00Z")),
                        org.assertj.core.groups.Tuple.tuple(
                                GRACE, span("2026-01-10T10:00:00Z", "2026-01-11T00:00:00Z")));
    }

    @Test
    void aShiftThatTheEditLeavesAloneIsOneShift() {
        var history = history(new Version(EDIT.minusSeconds(86400), BEFORE), new Version(EDIT, BEFORE));
        assertThat(history.within(span("2026-01-10T00:00:00Z", "2026-01-11T00:00:00Z")))
                .hasSize(1);
    }

    @Test
    void afterItWasTakenOutOfUseNobodyIsOnCall() {
        var history = history(new Version(EDIT.minusSeconds(86400), BEFORE), new Version(EDIT, null));
        assertThat(history.at(EDIT)).isEmpty();
        assertThat(history.at(EDIT.minusSeconds(1)))
                .extracting(shift -> shift.when().until())
                .containsExactly(EDIT);
        assertThat(history().at(EDIT)).isEmpty();
    }

    @Test
    void aShiftIsFoundWholeAndOneWithoutAnEndHasNone() {
        var two = schedule("UTC", layer("base", daily("00:00"), "2026-01-01", ADA, GRACE));
        assertThat(history(new Version(Instant.EPOCH, two)).at(EDIT))
                .extracting(Shift::when)
                .containsExactly(span("2026-01-10T00:00:00Z", "2026-01-11T00:00:00Z"));
        var endless =
                history(new Version(Instant.EPOCH, BEFORE)).at(EDIT).getFirst().when();
        assertThat(endless.from()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(endless.until()).isEqualTo(Instant.MAX);
    }
}
