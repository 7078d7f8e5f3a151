package org.larum.app.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.larum.app.eventstore.StreamCache.Grown;
import org.larum.domain.incident.IncidentExamples;

class StreamCacheTest {

    private final StreamCache cache = new StreamCache(60_000);

    private static DomainEventMessage<?> event(int sequence) {
        return new GenericDomainEventMessage<>("Incident", "a", sequence, IncidentExamples.noted());
    }

    private static List<DomainEventMessage<?>> events(int count) {
        return IntStream.range(0, count)
                .<DomainEventMessage<?>>mapToObj(StreamCacheTest::event)
                .toList();
    }

    private List<DomainEventMessage<?>> known(String aggregate) {
        return Objects.requireNonNull(cache.known(List.of(aggregate)).get(aggregate));
    }

    private List<Long> sequences() {
        return known("a").stream()
                .<Long>map(DomainEventMessage::getSequenceNumber)
                .toList();
    }

    @Test
    void whatWasKeptIsKnownToWhoAsksForItAndNothingElseIs() {
        var a = events(2);
        var b = events(3);
        cache.keep(Map.of("a", a, "b", b));
        assertThat(cache.known(List.of("a", "c"))).isEqualTo(Map.of("a", a));
        assertThat(cache.known(List.of("a", "b"))).isEqualTo(Map.of("a", a, "b", b));
    }

    /** Without it the first command of every new aggregate would be a miss for the second. */
    @Test
    void anAggregateWithoutEventsIsKnownToHaveNone() {
        cache.keep(Map.of("a", List.of()));
        assertThat(cache.known(List.of("a"))).isEqualTo(Map.of("a", List.of()));
    }

    @Test
    void whoLengthensItsListDoesNotLengthenThatOfOthers() {
        cache.keep(Map.of("a", events(2)));
        var mine = known("a");
        mine.add(event(2));
        assertThat(mine).hasSize(3);
        assertThat(known("a")).hasSize(2);
    }

    @Test
    void aLongerStreamTakesThePlaceOfAShorterOne() {
        cache.keep(Map.of("a", events(2)));
        cache.keep(Map.of("a", events(3)));
        assertThat(known("a")).hasSize(3);
    }

    /** A unit of work that read earlier may be the later one to keep what it read. */
    @Test
    void aShorterStreamDoesNotTakeThePlaceOfALongerOne() {
        cache.keep(Map.of("a", events(3)));
        cache.keep(Map.of("a", events(2)));
        cache.keep(Map.of("a", List.of()));
        assertThat(known("a")).hasSize(3);
    }

    @Test
    void whatThisNodeHasCommittedIsKnownWithoutBeingRead() {
        cache.extend(events(2));
        cache.extend(List.of(event(2)));
        assertThat(sequences()).containsExactly(0L, 1L, 2L);
    }

    /** Somebody else wrote in between, or the beginning is not here: a stream with a gap would be another aggregate. */
    @Test
    void whatDoesNotFollowIsNotTakenIn() {
        cache.extend(List.of(event(3)));
        assertThat(cache.known(List.of("a"))).isEmpty();
        cache.keep(Map.of("a", events(2)));
        cache.extend(List.of(event(3)));
        assertThat(sequences()).containsExactly(0L, 1L);
    }

    @Test
    void whatIsKnownAlreadyIsNotTakenInTwice() {
        cache.keep(Map.of("a", events(3)));
        cache.extend(List.of(event(1), event(2)));
        assertThat(sequences()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void whoHoldsTheListOfBeforeDoesNotSeeItGrow() {
        cache.keep(Map.of("a", events(2)));
        var before = known("a");
        cache.extend(List.of(event(2)));
        assertThat(before).hasSize(2);
    }

    @Test
    void theLastIsTheSequenceOfTheLastEventAndMinusOneWithoutAny() {
        assertThat(StreamCache.last(null)).isEqualTo(-1);
        assertThat(StreamCache.last(List.of())).isEqualTo(-1);
        assertThat(StreamCache.last(List.of(event(0)))).isZero();
        assertThat(StreamCache.last(List.of(event(3), event(4)))).isEqualTo(4);
    }

    /** The bound is on events, not on streams: a hundred long ones weigh more than the memory that is meant for them. */
    @Test
    void longStreamsAreForgottenWhenTheyAreTooManyEventsTogether() {
        var stream = events(1000);
        var read = new HashMap<String, List<DomainEventMessage<?>>>();
        for (int i = 0; i < 100; i++) {
            read.put("stream-" + i, stream);
        }
        cache.keep(read);
        // the cache forgets on that pool
        assertThat(ForkJoinPool.commonPool().awaitQuiescence(20, TimeUnit.SECONDS))
                .isTrue();
        assertThat(cache.known(List.copyOf(read.keySet()))).hasSizeBetween(1, 60);
    }

    @Test
    void anAggregateIsTakenByOneAndTheNewerOneStays() {
        cache.keep(Map.of("a", events(3)));
        cache.give("a", new Grown("newer", 2));
        cache.give("a", new Grown("older", 1));
        assertThat(cache.take("a")).isEqualTo(new Grown("newer", 2));
        assertThat(cache.take("a")).isNull();
    }

    @Test
    void anAggregateWhoseStreamIsNotKnownIsNotKept() {
        cache.give("a", new Grown("unknown", 2));
        assertThat(cache.take("a")).isNull();
        var small = new StreamCache(10);
        IntStream.range(0, 1000).mapToObj(String::valueOf).forEach(stream -> {
            small.keep(Map.of(stream, events(1)));
            small.give(stream, new Grown(stream, 0));
        });
        small.settle();
        assertThat(IntStream.range(0, 1000).mapToObj(String::valueOf).filter(stream -> small.take(stream) != null))
                .hasSizeLessThanOrEqualTo(10);
    }
}
