package org.larum.app.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LaneTest {

    private final BlockingQueue<List<Integer>> batches = new LinkedBlockingQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    /** Its first batch waits at the gate; each piece weighs what it says. */
    private Lane<Integer> gated() {
        return new Lane<>("lane-test", 10, weight -> weight, batch -> {
            batches.add(batch);
            pass(gate);
        });
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable List<Integer> batch() throws InterruptedException {
        return batches.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void whatQueuedUpWhileABatchRanIsTheNextBatchInItsOrder() throws InterruptedException {
        try (var lane = gated()) {
            lane.add(1);
            assertThat(batch()).containsExactly(1);
            lane.add(2);
            lane.add(3);
            lane.add(4);
            gate.countDown();
            assertThat(batch()).containsExactly(2, 3, 4);
        }
    }

    @Test
    void aBatchIsFullAtItsWeight() throws InterruptedException {
        try (var lane = gated()) {
            lane.add(1);
            assertThat(batch()).containsExactly(1);
            lane.add(6);
            lane.add(5);
            lane.add(7);
            gate.countDown();
            assertThat(batch()).containsExactly(6, 5);
            assertThat(batch()).containsExactly(7);
        }
    }

    @Test
    void aWorkerThatFailsInTheWorstWayDoesNotEndTheLane() throws InterruptedException {
        var seen = new LinkedBlockingQueue<Integer>();
        var lane = new Lane<Integer>("lane-test", 1, one -> 1, batch -> {
            seen.addAll(batch);
            if (batch.contains(1)) {
                throw new StackOverflowError("on purpose");
            }
        });
        try (lane) {
            lane.add(1);
            lane.add(2);
            assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo(2);
        }
    }

    @Test
    void whateverIsAddedWhileItClosesIsEitherDoneOrRefused() throws InterruptedException {
        for (int round = 0; round < 50; round++) {
            var done = new AtomicInteger();
            var lane = new Lane<Integer>("lane-test", 5, one -> 1, batch -> done.addAndGet(batch.size()));
            var taken = new AtomicInteger();
            var senders = new ArrayList<Thread>();
            for (int sender = 0; sender < 4; sender++) {
                senders.add(Thread.ofPlatform().start(() -> {
                    for (int n = 0; n < 200; n++) {
                        if (lane.add(n)) {
                            taken.incrementAndGet();
                        }
                    }
                }));
            }
            lane.close();
            for (var sender : senders) {
                sender.join();
            }
            assertThat(lane.add(1)).isFalse();
            assertThat(lane.queued()).isZero();
            assertThat(done).hasValue(taken.get());
        }
    }
}
