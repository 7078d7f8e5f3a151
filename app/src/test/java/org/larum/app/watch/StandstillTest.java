package org.larum.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.larum.app.watch.WatchTable.Reader;

class StandstillTest {

    private static final Duration ROUND = Duration.ofSeconds(30);

    private final Standstill standstill = new Standstill(ROUND);
    private Instant now = Instant.parse("2026-11-28T03:00:00Z");

    private Standstill.Look after(long seconds, long index, long head) {
        now = now.plusSeconds(seconds);
        return standstill.look(now, head, List.of(new Reader("a", index)));
    }

    @Test
    void whoeverDoesNotMoveForARoundStandsStill() {
        assertThat(after(0, 5, 9).standing()).isEmpty();
        assertThat(after(30, 5, 9).standing()).isEmpty();
        assertThat(after(30, 5, 9).standing()).hasSize(1);
        assertThat(after(30, 6, 9).moving()).hasSize(1);
    }

    @Test
    void whoeverHasReadEverythingRests() {
        after(0, 9, 9);
        assertThat(after(60, 9, 9).standing()).isEmpty();
        // More came just now; it had no round yet.
        assertThat(after(30, 9, 12).standing()).isEmpty();
        assertThat(after(31, 9, 12).standing()).hasSize(1);
    }

    @Test
    void aMachineThatSleptAccusesNobody() {
        after(0, 5, 9);
        var woken = after(3_600, 5, 9);
        assertThat(woken.standing()).isEmpty();
        assertThat(woken.moving()).isEmpty();
        assertThat(after(31, 5, 9).standing()).hasSize(1);
    }
}
