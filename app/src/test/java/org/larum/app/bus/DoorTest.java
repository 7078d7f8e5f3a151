package org.larum.app.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorTest {

    private final Door door = new Door();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void theWorkRunsOnceForEachWhoAsks() {
        var asked = door.go(() -> Thread.currentThread().isVirtual());
        assertThat(asked.block()).isTrue();
        assertThat(asked.block()).isTrue();
    }

    @Test
    void whatIsThrownArrivesAsItIs() {
        var thrown = new IllegalStateException("no");
        assertThatThrownBy(() -> door.go(() -> {
                            throw thrown;
                        })
                        .block())
                .isSameAs(thrown);
    }

    @Test
    void whatHasBegunEndsAlsoWhenTheCallerHasLeft() throws Exception {
        var hasBegun = new CountDownLatch(1);
        var hasLeft = new CountDownLatch(1);
        var wasInterrupted = new CompletableFuture<Boolean>();
        var caller = door.go(() -> {
                    hasBegun.countDown();
                    try {
                        return hasLeft.await(10, TimeUnit.SECONDS)
                                && wasInterrupted.complete(
                                        Thread.currentThread().isInterrupted());
                    } catch (InterruptedException e) {
                        return wasInterrupted.complete(true);
                    }
                })
                .subscribe();
        assertThat(hasBegun.await(10, TimeUnit.SECONDS)).isTrue();
        caller.dispose();
        hasLeft.countDown();
        assertThat(wasInterrupted.get(10, TimeUnit.SECONDS)).isFalse();
    }
}
