package org.larum.notifiers.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | PT1S",
                "60 | PT1M",
                "'  60  ' | PT1M",
                "060 | PT1M",
                "300 | PT5M",
                "301 | PT5M",
                "0 | PT1S",
                "-5 | PT1S",
                "-99999999999999999999999 | PT1S",
                "1000000000 | PT5M",
                "99999999999999999999999 | PT5M",
                "Mon, 02 Mar 2026 09:00:30 GMT | PT30S",
                "Monday, 02-Mar-26 09:00:30 GMT | PT30S",
                "Mon Mar  2 09:00:30 2026 | PT30S",
                "Mon, 02 Mar 2026 08:59:00 GMT | PT1S",
                "Sun, 01 Mar 2099 09:00:00 GMT | PT5M",
            })
    void secondsAndDatesAreLimited(String header, Duration wait) {
        assertThat(RetryAfter.read(header, NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "soon", "1.5", "1e3", "+5", "0x10", "60s", "Mon, 99 Mar 2026 09:00:30 GMT", "--5", "6 0"
            })
    void garbageMeansNothing(String header) {
        assertThat(RetryAfter.read(header, NOW)).isNull();
    }

    @Test
    void absentMeansNothing() {
        assertThat(RetryAfter.read(null, NOW)).isNull();
    }
}
