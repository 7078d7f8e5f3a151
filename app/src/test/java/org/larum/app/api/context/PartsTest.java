package org.larum.app.api.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.larum.app.api.context.ContextView.Missing;

class PartsTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void whatComesInTimeIsTaken() {
        try (var parts = new Parts(2, LONG)) {
            var gathering = parts.gathering();
            var one = gathering.part("one", () -> 1);
            var two = gathering.part("two", () -> 2);
            assertThat(gathering.take(one)).isEqualTo(1);
            assertThat(gathering.take(two)).isEqualTo(2);
            assertThat(gathering.missing()).isEmpty();
        }
    }

    @Test
    void whatFailsIsMissingAndTheOthersCome() {
        try (var parts = new Parts(2, LONG)) {
            var gathering = parts.gathering();
            var failing = gathering.part("failing", () -> {
                throw new IllegalStateException("with a secret in it");
            });
            var fine = gathering.part("fine", () -> "fine");
            assertThat(gathering.take(failing)).isNull();
            assertThat(gathering.take(fine)).isEqualTo("fine");
            assertThat(gathering.missing()).extracting(Missing::part).containsExactly("failing");
            assertThat(gathering.missing().getFirst().reason())
                    .startsWith("It could not")
                    .doesNotContain("secret");
        }
    }

    @Test
    void whatIsLateIsMissing() {
        var end = new CountDownLatch(1);
        try (var parts = new Parts(2, SHORT)) {
            var gathering = parts.gathering();
            var late = gathering.part("late", () -> {
                end.await();
                return "late";
            });
            assertThat(gathering.take(late)).isNull();
            assertThat(gathering.missing().getFirst().reason()).startsWith("It took too long.");
            end.countDown();
        }
    }

    @Test
    void whatFindsNoPlaceIsMissingUntilOneIsFree() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var parts = new Parts(1, SHORT)) {
            var gathering = parts.gathering();
            var slow = gathering.part("slow", () -> {
                begun.countDown();
                end.await();
                return "slow";
            });
            begun.await();
            var waiting = gathering.part("waiting", () -> "never");
            assertThat(gathering.take(slow)).isNull();
            assertThat(gathering.take(waiting)).isNull();
            assertThat(gathering.missing()).extracting(Missing::part).containsExactly("slow", "waiting");
            end.countDown();
            assertThat(slow.result().get()).isEqualTo("slow");
        }
        try (var parts = new Parts(1, LONG)) {
            var gathering = parts.gathering();
            var first = gathering.part("first", () -> 1);
            var second = gathering.part("second", () -> 2);
            assertThat(gathering.take(first)).isEqualTo(1);
            assertThat(gathering.take(second)).isEqualTo(2);
        }
    }
}
