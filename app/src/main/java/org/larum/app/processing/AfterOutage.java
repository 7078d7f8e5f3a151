package org.larum.app.processing;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the readers of the log on as soon as the database is back. By themselves they wait twice as long after each failure, up to
 * a minute: after an outage that long nobody would be paged until it is over.
 */
public final class AfterOutage {

    private static final Logger LOG = LoggerFactory.getLogger(AfterOutage.class);

    /** A reader may be failing while the database comes back, and is in error only after that. */
    private static final int LOOKS = 40;

    private final Runnable attempt;
    private final Supplier<Collection<Reader>> readers;
    private int looks;

    /** Something that reads the log by itself and tries again when it fails. */
    public interface Reader {

        /** It failed and waits. */
        boolean waits();

        void goOn();

        /** Reads again from where the database knows it to be: what was not on its disk yet is gone. */
        void goBack();
    }

    static Reader reader(StreamingEventProcessor processor) {
        return new Reader() {
            @Override
            public boolean waits() {
                return processor.isError();
            }

            @Override
            public void goOn() {
                // What it waits for is the time; being given the work it has already makes it look at once.
                processor.claimSegment(Segment.ROOT_SEGMENT.getSegmentId());
            }

            @Override
            public void goBack() {
                if (processor.getName().startsWith(Projecting.NAME)) {
                    // It lets go of what it knows, and asks for its place as it did at the start.
                    processor.releaseSegment(Segment.ROOT_SEGMENT.getSegmentId(), 1, TimeUnit.MILLISECONDS);
                }
            }
        };
    }

    /** @param attempt throws while the database is away */
    public AfterOutage(Runnable attempt, Supplier<Collection<Reader>> readers) {
        this.attempt = attempt;
        this.readers = readers;
    }

    /** To be called every quarter of a second. Blocking. */
    public void look() {
        try {
            attempt.run();
        } catch (RuntimeException e) {
            LOG.debug("the database is away", e);
            looks = LOOKS;
            return;
        }
        if (looks == LOOKS) {
            readers.get().forEach(Reader::goBack);
        }
        if (looks > 0) {
            looks--;
            readers.get().stream().filter(Reader::waits).forEach(Reader::goOn);
        }
    }
}
