package org.larum.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00:00Z, 2026-11-23T09:00:00Z",
        "2026-11-23t09:00:00z, 2026-11-23T09:00:00Z",
        "2026-11-23T09:00, 2026-11-23T09:00:00Z",
        "2026-11-23 09:00:00, 2026-11-23T09:00:00Z",
        "2026-11-23T10:00:00+0100, 2026-11-23T09:00:00Z",
        "2026-11-23T10:00:00+01:00, 2026-11-23T09:00:00Z",
        "2026-11-23T10:00:00+01, 2026-11-23T09:00:00Z",
        "2026-11-23T09:00:00.123456789Z, 2026-11-23T09:00:00.123456789Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void isRead(String text, Instant instant) {
        assertThat(IsoTime.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "1763888400",
                "2026-11-23",
                "2026-13-01T00:00:00Z",
                "2026-02-30T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "9999-12-31T23:59:59-18:00",
                "2026-11-23T09:00:00+99:00",
                "2026-11-23T09:00:00.1234567890Z"
            })
    void isNotATime(String text) {
        assertThat(IsoTime.parse(text)).isNull();
    }
}
