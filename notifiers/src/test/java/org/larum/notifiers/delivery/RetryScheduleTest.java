package org.larum.notifiers.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {

    @ParameterizedTest(name = "attempt {0} failed, fraction {1}: {2}")
    @CsvSource({
        "1, 0.0, PT1S",
        "1, 0.5, PT2.5S",
        "1, 1.0, PT4S",
        "2, 0.0, PT1S",
        "2, 0.5, PT8.5S",
        "2, 1.0, PT16S",
        "3, 0.0, PT1S",
        "3, 0.5, PT30.5S",
        "3, 1.0, PT1M",
        "1, -7, PT1S",
        "1, 7, PT4S",
        "1, NaN, PT1S",
    })
    void waitsGrowAndSpreadOverTheirWindow(int failed, double fraction, Duration wait) {
        assertThat(RetrySchedule.after(failed, null, fraction)).contains(wait);
    }

    @ParameterizedTest(name = "attempt {0} failed, asked for {1}, fraction {2}: {3}")
    @CsvSource({
        "1, PT1S, 1.0, PT4S",
        "1, PT5S, 1.0, PT5S",
        "1, PT5M, 0.0, PT5M",
        "3, PT30S, 1.0, PT1M",
        "3, PT2M, 1.0, PT2M",
    })
    void providerThatAsksForMoreTimeGetsIt(int failed, Duration asked, double fraction, Duration wait) {
        assertThat(RetrySchedule.after(failed, asked, fraction)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 1000, Integer.MAX_VALUE})
    void fourthAttemptIsTheLast(int failed) {
        assertThat(RetrySchedule.after(failed, null, 0.5)).isEmpty();
        assertThat(RetrySchedule.after(failed, Duration.ofSeconds(1), 0.5)).isEmpty();
    }

    @Test
    void attemptsCountFromOne() {
        assertThatThrownBy(() -> RetrySchedule.after(0, null, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
