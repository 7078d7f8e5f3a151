package org.larum.app.api.me;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.larum.domain.shared.Monday;

class TestPaceTest {

    private static List<Instant> eachMinute(int count) {
        return IntStream.range(0, count).mapToObj(Monday::at).toList();
    }

    @Test
    void theFirstNeedNotWait() {
        assertThat(TestPace.left(List.of(), Monday.NINE)).isEmpty();
    }

    @Test
    void twoAreTenSecondsApart() {
        var one = List.of(Monday.NINE);
        assertThat(TestPace.left(one, Monday.NINE.plusSeconds(4))).contains(Duration.ofSeconds(6));
        assertThat(TestPace.left(one, Monday.NINE.plusSeconds(10))).isEmpty();
    }

    @Test
    void theTwentyFirstWaitsUntilTheFirstIsAnHourOld() {
        assertThat(TestPace.left(eachMinute(19), Monday.at(30))).isEmpty();
        assertThat(TestPace.left(eachMinute(20), Monday.at(30))).contains(Duration.ofMinutes(30));
        assertThat(TestPace.left(eachMinute(20), Monday.at(60))).isEmpty();
    }
}
