package org.larum.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;

class TakingHealthIndicatorTest {

    @ParameterizedTest
    @CsvSource({
        "true,  true,  UP,             stored",
        "true,  false, UP,             stored",
        "false, true,  UP,             spooling",
        "false, false, OUT_OF_SERVICE, refused"
    })
    void readyIsWhoeverCanKeepADetection(boolean isThere, boolean canSpool, String status, String detections) {
        var health = new TakingHealthIndicator(() -> isThere, () -> canSpool, () -> 7).health();
        assertThat(health.getStatus().getCode()).isEqualTo(status);
        assertThat(health.getDetails()).containsEntry("detections", detections).containsEntry("spooled", 7L);
    }

    @Test
    void aDatabaseThatFailsIsAway() {
        var health = new TakingHealthIndicator(
                        () -> {
                            throw new DataAccessResourceFailureException("connection refused");
                        },
                        () -> false,
                        () -> 0)
                .health();
        assertThat(health.getStatus().getCode()).isEqualTo("OUT_OF_SERVICE");
    }
}
