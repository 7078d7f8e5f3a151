package org.larum.app.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.larum.domain.incident.IncidentExamples;

class LogStreamTest {

    private static final Predicate<Class<?>> ALL = type -> true;
    private static final Predicate<Class<?>> NONE = type -> false;

    private final LogInMemory memory = new LogInMemory();
    private final Tail tail = new Tail(memory.log());
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final Semaphore woken = new Semaphore(0);

    @AfterEach
    void stop() {
        later.shutdownNow();
    }

    private LogStream stream(Predicate<Class<?>> wanted, boolean keepsUp) {
        var stream = new LogStream(tail, later, -1, wanted, keepsUp, closed -> {});
        stream.setOnAvailableCallback(woken::release);
        return stream;
    }

    private void commit(int events, LogStream stream) {
        memory.commit(events);
        tail.wake();
        stream.wake(Set.of(IncidentExamples.noted().getClass()));
    }

    private static List<Long> drain(LogStream stream) throws InterruptedException {
        var indexes = new ArrayList<Long>();
        while (stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)) {
            indexes.add(EventLog.index(stream.nextAvailable().trackingToken()));
        }
        return indexes;
    }

    @Test
    void whoeverRestsHearsACommitAtOnce() throws InterruptedException {
        var stream = stream(ALL, true);
        commit(2, stream);
        assertThat(woken.tryAcquire()).isTrue();
        assertThat(drain(stream)).containsExactly(0L, 1L);
    }

    @Test
    void whoeverHasJustReadIsWokenOnceForManyCommitsAndMissesNone() throws InterruptedException {
        var stream = stream(ALL, true);
        commit(1, stream);
        assertThat(drain(stream)).containsExactly(0L);
        woken.drainPermits();
        for (int i = 0; i < 5; i++) {
            commit(1, stream);
        }
        assertThat(woken.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        assertThat(drain(stream)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    /** Its last look may lie within the rest: it must still be called when that is over. */
    @Test
    void whatIsCommittedWhileTheReaderRestsIsHeardAfterwardsWithoutAnotherCommit() throws InterruptedException {
        var stream = stream(ALL, true);
        for (int round = 0; round < 20; round++) {
            commit(1, stream);
            assertThat(woken.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
            var read = new ArrayList<Long>();
            while (read.isEmpty()) {
                read.addAll(drain(stream));
                if (read.isEmpty()) {
                    assertThat(woken.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
                }
            }
            assertThat(read).containsExactly((long) round);
        }
    }

    @Test
    void aReaderThatWantsNoneOfItSleepsOnUnlessItsTokenMustKeepUp() throws InterruptedException {
        var lazy = stream(NONE, false);
        commit(1, lazy);
        drain(lazy);
        woken.drainPermits();
        commit(3, lazy);
        assertThat(woken.tryAcquire()).isFalse();
        assertThat(drain(lazy)).isEmpty();
    }

    @Test
    void theTokenOfAReaderThatWantsNothingFollowsTheLogAfterAWhile() throws InterruptedException {
        var lazy = stream(NONE, false);
        commit(1, lazy);
        assertThat(drain(lazy)).containsExactly(0L);
        commit(3, lazy);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        var read = new ArrayList<Long>();
        while (read.isEmpty() && System.nanoTime() < end) {
            read.addAll(drain(lazy));
        }
        assertThat(read).containsExactly(3L);
    }

    @Test
    void aReaderOfTablesIsShownTheNewestEvenWhenItWantsNoneOfIt() throws InterruptedException {
        var following = stream(NONE, true);
        commit(4, following);
        assertThat(drain(following)).containsExactly(3L);
    }
}
