package org.larum.app.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BeatTest {

    private static final Duration EVERY = Duration.ofMillis(5);

    @Test
    void aLookThatFailsDoesNotEndTheBeat() throws InterruptedException {
        var looks = new CountDownLatch(3);
        var beat = new Beat("tested", EVERY, () -> {
            looks.countDown();
            throw new IllegalStateException("the database is away");
        });
        beat.start();
        assertThat(looks.await(10, TimeUnit.SECONDS)).isTrue();
        beat.stop();
    }

    @Test
    void oneOfManyThatFailsDoesNotHoldUpThoseAfterIt() {
        var done = new ArrayList<String>();
        var beat = new Beat("tested", EVERY, () -> {});
        for (var one : List.of("first", "broken", "last")) {
            beat.alone(one, () -> {
                if (one.equals("broken")) {
                    throw new IllegalStateException("refused");
                }
                done.add(one);
            });
        }
        beat.stop();
        assertThat(done).containsExactly("first", "last");
    }

    @Test
    void aPatientStopLetsTheLookUnderWayEnd() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var hasEnded = new AtomicBoolean();
        var beat = new Beat("tested", Duration.ZERO, EVERY, () -> {
            begun.countDown();
            try {
                hasEnded.set(mayEnd.await(10, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        beat.start();
        begun.await();
        var opener = Thread.startVirtualThread(mayEnd::countDown);
        beat.stop(Duration.ofSeconds(10));
        opener.join();
        assertThat(hasEnded).isTrue();
    }

    @Test
    void aStopWithoutPatienceInterrupts() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var beat = new Beat("tested", Duration.ZERO, EVERY, () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        beat.start();
        begun.await();
        beat.stop();
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }
}
