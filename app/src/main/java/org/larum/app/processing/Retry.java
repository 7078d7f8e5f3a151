package org.larum.app.processing;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.EventLog;
import org.larum.app.intake.Away;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives an event that was put aside to its reader once more, now that the reason may be gone. What the reader has already done is
 * not done again: commands find it done.
 */
public final class Retry {

    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);

    private final EventLog log;
    private final Parked parked;
    private final ParkedTable table;
    private final Reactions reactions;
    private final Map<String, Consumer<TrackedEventMessage<?>>> sagas;

    /** @param sagas by the name of their processor; each throws what it cannot take */
    Retry(
            EventLog log,
            Parked parked,
            ParkedTable table,
            Reactions reactions,
            Map<String, Consumer<TrackedEventMessage<?>>> sagas) {
        this.log = log;
        this.parked = parked;
        this.table = table;
        this.reactions = reactions;
        this.sagas = sagas;
    }

    /** {@code reason}: why it still is not taken; null when it is. */
    public record Retried(
            long index, boolean taken, @Nullable String reason) {}

    /** Null when no such event is parked. Our own trouble is thrown, for it says nothing about the event. */
    public @Nullable Retried one(String processor, long index) {
        return table.indexes(processor, index - 1, 1).contains(index) ? again(processor, index) : null;
    }

    /** The next few of a reader, in the order of the log; one that still fails does not hold up the others. */
    public List<Retried> some(String processor, long after, int limit) {
        return table.indexes(processor, after, limit).stream()
                .map(index -> again(processor, index))
                .toList();
    }

    private Retried again(String processor, long index) {
        try {
            give(processor, index);
        } catch (RuntimeException e) {
            if (Away.isOurs(e)) {
                throw e;
            }
            LOG.warn("{} was given event {} again and still cannot take it", processor, index, e);
            return new Retried(index, false, parked.stillFails(processor, index, e));
        }
        LOG.info("{} was given event {} again and has taken it", processor, index);
        parked.taken(processor, index);
        return new Retried(index, true, null);
    }

    private void give(String processor, long index) {
        var saga = sagas.get(processor);
        if (saga != null) {
            var found = log.after(index - 1, 1);
            if (!found.isEmpty() && Pages.index(found.getFirst()) == index) {
                saga.accept(found.getFirst());
                return;
            }
        } else if (reactions.again(processor, index, log)) {
            return;
        }
        throw new IllegalStateException(
                "There is no reader of this name in this release, or no such event in the log.");
    }
}
