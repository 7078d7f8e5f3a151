package org.larum.app.intake;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.larum.app.metrics.Meters;
import reactor.core.publisher.Mono;

/** Stands before the desk and lets in what there is room for; what was let in counts until it is answered. */
public final class FairIntake implements Intake {

    private final Intake desk;
    private final FairShare share;
    private final KeyLimit limit;
    private final Meters meters;
    private final DoubleSupplier jitter;
    private final LongSupplier nanos;

    /**
     * @param jitter from 0 to 1
     * @param nanos a time that only grows, such as {@link System#nanoTime()}
     */
    public FairIntake(
            Intake desk, FairShare share, KeyLimit limit, Meters meters, DoubleSupplier jitter, LongSupplier nanos) {
        this.desk = desk;
        this.share = share;
        this.limit = limit;
        this.meters = meters;
        this.jitter = jitter;
        this.nanos = nanos;
    }

    /** Fails with {@link Overloaded} for what is not let in; the desk then never sees it. */
    @Override
    public Mono<List<Became>> accept(Sender sender, RawRequest raw, List<Detection> detections) {
        return Mono.deferContextual(context -> {
            int n = detections.size();
            if (!limit.take(sender.integration(), n, nanos.getAsLong())) {
                return refused(raw, Meters.Refused.LIMIT, Overloaded.Kind.GREEDY, n);
            }
            return switch (share.admit(sender.integration(), n, raw.body().length)) {
                case KEY_IS_GREEDY -> refused(raw, Meters.Refused.GREEDY, Overloaded.Kind.GREEDY, n);
                case SERVER_IS_FULL -> refused(raw, Meters.Refused.FULL, Overloaded.Kind.FULL, n);
                case ADMITTED ->
                    // A sender that hangs up has not taken its request back: it is under way, and counts as that.
                    Mono.fromFuture(
                            admitted(sender, raw, detections)
                                    .contextWrite(context)
                                    .toFuture(),
                            true);
            };
        });
    }

    private Mono<List<Became>> admitted(Sender sender, RawRequest raw, List<Detection> detections) {
        int n = detections.size();
        return desk.accept(sender, raw, detections)
                .doOnNext(became -> {
                    meters.accepted(sender.word(), n);
                    meters.folded(became.stream()
                            .filter(one -> one.what() == Became.What.FOLDED)
                            .count());
                })
                .doOnError(Away::isOurs, e -> meters.refused(raw.dialect(), Meters.Refused.AWAY, n))
                .doFinally(end -> share.release(sender.integration(), n, raw.body().length));
    }

    private Mono<List<Became>> refused(RawRequest raw, Meters.Refused reason, Overloaded.Kind kind, int n) {
        meters.refused(raw.dialect(), reason, n);
        return Mono.error(new Overloaded(kind, Overloaded.seconds(jitter.getAsDouble())));
    }
}
