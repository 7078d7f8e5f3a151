package org.larum.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.IntegrationId;

class KeyLimitTest {

    private static final IntegrationId NOISY = IntegrationId.of("noisy");
    private static final IntegrationId QUIET = IntegrationId.of("quiet");

    private static long at(long seconds) {
        return Long.MAX_VALUE - 5 + TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void aMinutesWorthMayComeAtOnceAndThenAsFastAsItGrowsBack() {
        var limit = new KeyLimit(60);
        for (int i = 0; i < 60; i++) {
            assertThat(limit.take(NOISY, 1, at(0))).isTrue();
        }
        assertThat(limit.take(NOISY, 1, at(0))).isFalse();
        assertThat(limit.take(QUIET, 1, at(0))).isTrue();
        assertThat(limit.take(NOISY, 1, at(1))).isTrue();
        assertThat(limit.take(NOISY, 1, at(1))).isFalse();
        assertThat(limit.take(NOISY, 60, at(3600))).isTrue();
        assertThat(limit.take(NOISY, 1, at(3600))).isFalse();
    }

    @Test
    void aRequestIsTakenWholeAndWaitedForAfterwards() {
        var limit = new KeyLimit(60);
        assertThat(limit.take(NOISY, 180, at(0))).isTrue();
        assertThat(limit.take(NOISY, 1, at(119))).isFalse();
        assertThat(limit.take(NOISY, 1, at(121))).isTrue();
    }

    @Test
    void overAnHourNoMoreIsTakenThanTheLimitAndTheFirstMinute() {
        var limit = new KeyLimit(100);
        int taken = 0;
        for (int second = 0; second < 3600; second++) {
            for (int i = 0; i < 10; i++) {
                taken += limit.take(NOISY, 1, at(second)) ? 1 : 0;
            }
        }
        assertThat(taken).isBetween(6000, 6101);
    }

    @Test
    void withoutALimitEverythingIsTaken() {
        assertThat(KeyLimit.NONE.take(NOISY, Integer.MAX_VALUE, at(0))).isTrue();
    }
}
