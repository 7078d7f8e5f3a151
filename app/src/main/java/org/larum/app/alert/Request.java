package org.larum.app.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.larum.app.intake.Became;
import org.larum.app.intake.Detection;
import org.larum.app.intake.RawRequest;
import org.larum.app.intake.Sender;

/** A request under way. Its detections may be worked on in several lanes; it is answered when all have committed. */
final class Request {

    final Sender sender;
    final RawRequest raw;
    final List<Detection> detections;
    final Instant at;

    /** Under which its body is kept, if anything comes of it. */
    final UUID rawId;

    /** The Idempotency-Key it came with. */
    final @Nullable String key;

    private final Became[] became;
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicReference<@Nullable Part> keeper = new AtomicReference<>();
    private final CompletableFuture<List<Became>> answer = new CompletableFuture<>();

    Request(Sender sender, RawRequest raw, List<Detection> detections, Instant at, UUID rawId, @Nullable String key) {
        this.sender = sender;
        this.raw = raw;
        this.detections = List.copyOf(detections);
        this.at = at;
        this.rawId = rawId;
        this.key = key;
        this.became = new Became[detections.size()];
    }

    /** The detections of one lane, by their places in the request. Equal to none but itself. */
    static final class Part {

        private final Request request;
        private final List<Integer> places;

        Part(Request request, List<Integer> places) {
            this.request = request;
            this.places = places;
        }

        Request request() {
            return request;
        }

        List<Integer> places() {
            return places;
        }

        /** Only the first part of a request to which something happens keeps the body; asked again it says the same. */
        boolean keepsRaw() {
            return request.keeper.compareAndSet(null, this) || equals(request.keeper.get());
        }

        void is(int place, Became outcome) {
            request.became[place] = outcome;
        }

        Became[] outcomes() {
            return request.became;
        }

        /** Committed. */
        void done() {
            if (request.left.decrementAndGet() == 0) {
                request.answer.complete(List.of(request.became));
            }
        }

        /** Not committed, but on this server's disk. */
        void spooled() {
            places.forEach(place -> is(place, Became.SPOOLED));
            done();
        }

        void failed(Throwable why) {
            request.answer.completeExceptionally(why);
        }
    }

    /** Says into how many parts it was cut, before the first of them begins. */
    void isCutInto(int parts) {
        left.set(parts);
    }

    CompletableFuture<List<Became>> answer() {
        return answer;
    }
}
