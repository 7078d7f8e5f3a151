package org.larum.app.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class TailTest {

    private final LogInMemory memory = new LogInMemory();
    private final Tail tail = new Tail(memory.log());

    private void commit(int events) {
        memory.commit(events);
        tail.wake();
    }

    private List<Long> indexes(long after, int limit) {
        return tail.after(after, limit).stream()
                .map(event -> EventLog.index(event.trackingToken()))
                .toList();
    }

    private static List<Long> from(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    /** All that a reader gets who begins after the index and goes on until there is nothing more, or far too much. */
    private List<Long> rest(long after) {
        var all = new ArrayList<Long>();
        var page = indexes(after, 500);
        while (!page.isEmpty() && all.size() < 20_000) {
            all.addAll(page);
            page = indexes(page.getLast(), 500);
        }
        return all;
    }

    @Test
    void aNewServerReadsOnFromWhereItsReadersStand() {
        commit(5);
        assertThat(indexes(1, 2)).containsExactly(2L, 3L);
        assertThat(indexes(3, 2)).containsExactly(4L);
        assertThat(indexes(4, 2)).isEmpty();
    }

    @Test
    void whatIsNewIsReadOnceForAllReaders() {
        assertThat(tail.after(-1, 10)).isEmpty();
        commit(3);
        var one = tail.after(-1, 10);
        int readings = memory.readings();
        var other = tail.after(-1, 10);
        assertThat(one).hasSize(3);
        assertThat(memory.readings()).isEqualTo(readings);
        for (int i = 0; i < 3; i++) {
            assertThat(other.get(i)).isSameAs(one.get(i));
        }
    }

    @Test
    void eachReaderGetsWhatComesAfterItAndNoMoreThanItAsksFor() {
        assertThat(indexes(-1, 10)).isEmpty();
        commit(10);
        assertThat(indexes(-1, 4)).isEqualTo(from(0, 3));
        assertThat(indexes(3, 4)).isEqualTo(from(4, 7));
        assertThat(indexes(7, 4)).isEqualTo(from(8, 9));
        assertThat(indexes(0, 100)).isEqualTo(from(1, 9));
        assertThat(indexes(9, 4)).isEmpty();
    }

    @Test
    void whoHasReadAllDoesNotAskTheLogAgainUntilItIsWoken() {
        commit(1);
        assertThat(indexes(0, 10)).isEmpty();
        int readings = memory.readings();
        memory.commit(1);
        assertThat(indexes(0, 10)).isEmpty();
        assertThat(memory.readings()).isEqualTo(readings);
        tail.wake();
        assertThat(indexes(0, 10)).containsExactly(1L);
    }

    @Test
    void oneWakeIsEnoughForMoreThanOnePage() {
        assertThat(indexes(-1, 10)).isEmpty();
        commit(2500);
        assertThat(rest(-1)).isEqualTo(from(0, 2499));
    }

    /** 17,000 are one page more than twice what is kept: 9,000 go. */
    @Test
    void theOldestAreDroppedAndReadFromTheLogByWhoStillNeedsThem() {
        assertThat(indexes(-1, 10)).isEmpty();
        commit(17_000);
        assertThat(rest(-1)).isEqualTo(from(0, 16_999));
        int readings = memory.readings();
        assertThat(indexes(8_999, 3)).isEqualTo(from(9_000, 9_002));
        assertThat(memory.readings()).isEqualTo(readings);
        // A block ends there; what is after it is kept.
        assertThat(indexes(8_998, 3)).isEqualTo(from(8_999, 8_999));
        assertThat(memory.readings()).isEqualTo(readings + 1);
        assertThat(rest(-1)).isEqualTo(from(0, 16_999));
    }

    @Test
    void aReadingThatFailedIsTriedAgainWithoutAnotherWake() {
        memory.isAway(true);
        assertThatThrownBy(() -> tail.after(-1, 10)).isInstanceOf(DataAccessException.class);
        memory.isAway(false);
        assertThat(indexes(-1, 10)).isEmpty();
        commit(1);
        memory.isAway(true);
        assertThatThrownBy(() -> tail.after(-1, 10)).isInstanceOf(DataAccessException.class);
        memory.isAway(false);
        assertThat(indexes(-1, 10)).containsExactly(0L);
    }

    /** The race of the next test, held still at its worst moment: the answer is chosen, then comes the event and its wake. */
    @Test
    void anEventThatIsCommittedWhileTheLogAnswersIsThereForTheNextLook() {
        assertThat(indexes(-1, 10)).isEmpty();
        var isFirst = new AtomicBoolean(true);
        memory.duringReading(() -> {
            if (isFirst.getAndSet(false)) {
                commit(1);
            }
        });
        tail.wake();
        assertThat(indexes(-1, 10)).isEmpty();
        assertThat(indexes(-1, 10)).containsExactly(0L);
    }

    /** After each event the reader looks again and, finding nothing, begins to wait, while the next is being committed. */
    @Test
    void aReaderThatBeginsToWaitAsAnEventIsCommittedNeverMissesIt() throws Exception {
        int rounds = 20_000;
        var bell = new Semaphore(0);
        var seen = new Semaphore(0);
        // widens the moment between an answer and what is concluded from it
        memory.duringReading(() -> linger(32));
        try (var threads = Executors.newSingleThreadExecutor()) {
            var reader = threads.submit(() -> read(rounds, bell, seen));
            for (int i = 0; i < rounds && seen.tryAcquire(20, TimeUnit.SECONDS); i++) {
                linger(i % 64);
                commit(1);
                bell.release();
            }
            assertThat(reader.get(60, TimeUnit.SECONDS)).isEqualTo(from(0, rounds - 1));
        }
    }

    /** What it has got when it has got all, or has waited in vain. */
    private List<Long> read(int rounds, Semaphore bell, Semaphore seen) throws InterruptedException {
        var got = new ArrayList<Long>();
        seen.release();
        while (got.size() < rounds) {
            var page = indexes(got.size() - 1L, 500);
            if (!page.isEmpty()) {
                got.addAll(page);
                seen.release();
            } else if (!bell.tryAcquire(10, TimeUnit.SECONDS)) {
                break;
            }
        }
        return got;
    }

    /** Not always at the same moment of the other's work. */
    private static void linger(int turns) {
        for (int i = 0; i < turns * 16; i++) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoeverIsFarBehindSharesWhatOthersBehindHaveRead() {
        commit(5_200);
        assertThat(tail.after(5_199, 10)).isEmpty();
        assertThat(rest(-1)).isEqualTo(from(0, 5_199));
        int readings = memory.readings();
        assertThat(indexes(700, 500)).isEqualTo(from(701, 999));
        assertThat(indexes(900, 50)).isEqualTo(from(901, 950));
        assertThat(memory.readings()).isEqualTo(readings);
    }
}
