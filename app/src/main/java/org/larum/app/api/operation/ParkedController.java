package org.larum.app.api.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.processing.ParkedTable;
import org.larum.app.processing.ParkedTable.ParkedEvent;
import org.larum.app.processing.Retry;
import org.larum.app.processing.Retry.Retried;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Events that a reader could not take: seen, and given to it again once the reason is gone. */
@RestController
public class ParkedController {

    private static final String PROJECTION = "projection-";

    /** Few enough that the answer comes in a few seconds, also when each of them takes its time to fail. */
    private static final int AT_ONCE = 20;

    private final Door door;
    private final ParkedTable parked;
    private final Retry retry;

    public ParkedController(Door door, ParkedTable parked, Retry retry) {
        this.door = door;
        this.parked = parked;
        this.retry = retry;
    }

    /** {@code next}: pass it as {@code after} for the page that follows; null on the last. */
    public record ParkedPage(
            List<ParkedEvent> items, @Nullable String next) {}

    @GetMapping("/api/operations/parked")
    @Permit(Permission.ADMINISTER)
    public Mono<ParkedPage> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return door.go(() -> {
            int most = Asking.page(limit, null).limit();
            var from = Place.read(after);
            var rows = parked.find(from.processor(), from.index(), most + 1);
            var items = rows.subList(0, Math.min(most, rows.size()));
            return new ParkedPage(
                    items, rows.size() > most ? Place.of(items.getLast()).write() : null);
        });
    }

    public record ParkedReader(String processor, int parked) {}

    /** {@code parked}: of all readers. A reader of which nothing is parked is not listed. */
    public record ParkedReaders(int parked, List<ParkedReader> readers) {}

    @GetMapping("/api/operations/parked/readers")
    @Permit(Permission.ADMINISTER)
    public Mono<ParkedReaders> readers() {
        return door.go(() -> {
            var readers = parked.counts().entrySet().stream()
                    .map(one -> new ParkedReader(one.getKey(), one.getValue()))
                    .toList();
            return new ParkedReaders(
                    readers.stream().mapToInt(ParkedReader::parked).sum(), readers);
        });
    }

    /** {@code payload}: as it lies in the log; JSON, unless just that is what is wrong with it. */
    public record ParkedPayload(String payload) {}

    @GetMapping("/api/operations/parked/{processor}/{index}/payload")
    @Permit(Permission.ADMINISTER)
    public Mono<ParkedPayload> payload(@PathVariable String processor, @PathVariable long index) {
        return door.go(
                () -> new ParkedPayload(parked.payload(processor, index).orElseThrow(ParkedController::notParked)));
    }

    /** Answers when the reader has taken it, or why it still cannot; what it does is not done twice. */
    @PostMapping("/api/operations/parked/{processor}/{index}/retry")
    @Permit(Permission.ADMINISTER)
    public Mono<Retried> retry(@PathVariable String processor, @PathVariable long index) {
        return door.go(() -> {
            refuseProjection(processor);
            var retried = retry.one(processor, index);
            if (retried == null) {
                throw notParked();
            }
            return retried;
        });
    }

    /** {@code next}: pass it as {@code after} to go on with those that follow; null when none do. */
    public record RetriedPage(List<Retried> items, @Nullable String next) {}

    /** The next few of a reader. The caller goes on until {@code next} is null. */
    @PostMapping("/api/operations/parked/{processor}/retry")
    @Permit(Permission.ADMINISTER)
    public Mono<RetriedPage> retryMany(
            @PathVariable String processor, @RequestParam(required = false) @Nullable String after) {
        return door.go(() -> {
            refuseProjection(processor);
            var from = after == null ? new Place(processor, -1) : Place.read(after);
            var items = retry.some(processor, from.index(), AT_ONCE);
            var next = items.size() < AT_ONCE
                    ? null
                    : new Place(processor, items.getLast().index()).write();
            return new RetriedPage(items, next);
        });
    }

    private static void refuseProjection(String processor) {
        if (processor.startsWith(PROJECTION)) {
            var room = processor.substring(PROJECTION.length());
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "needs_rebuild",
                    "A projection reads in order. Once the reason is gone, run ./larum rebuild " + room + ".");
        }
    }

    private static Refusal notParked() {
        return new Refusal(
                Refusal.Kind.NOT_FOUND,
                "not_parked",
                "This event is not parked any more: somebody has seen to it. Nothing was changed.");
    }

    /** Where a page ends. */
    private record Place(String processor, long index) {

        static Place of(ParkedEvent row) {
            return new Place(row.processor(), row.index());
        }

        static Place read(@Nullable String cursor) {
            if (cursor == null) {
                return new Place("", -1);
            }
            int colon = cursor.lastIndexOf(':');
            try {
                return new Place(cursor.substring(0, Math.max(0, colon)), Long.parseLong(cursor.substring(colon + 1)));
            } catch (NumberFormatException e) {
                throw new Refusal(
                        Refusal.Kind.INVALID,
                        "bad_cursor",
                        "\"after\" is not a cursor of this list. Pass the \"next\" of the page before, or leave it out.");
            }
        }

        String write() {
            return processor + ":" + index;
        }
    }
}
