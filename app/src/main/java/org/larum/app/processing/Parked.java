package org.larum.app.processing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events that a reader could not take: put aside with the reason, so that everything after them goes on. */
public final class Parked {

    private static final Logger LOG = LoggerFactory.getLogger(Parked.class);
    private static final int LONGEST_REASON = 2000;

    private final ParkedTable table;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    public Parked(ParkedTable table) {
        this.table = table;
    }

    /** Whoever wakes the administrators; told the reader's name, after the event was put aside. Must not throw. */
    public void onParked(Consumer<String> listener) {
        listeners.add(listener);
    }

    void park(String processor, TrackedEventMessage<?> message, Throwable why) {
        long index = Pages.index(message);
        LOG.error(
                "{} could not take event {} and has put it aside; everything after it goes on", processor, index, why);
        table.insert(processor, index, reason(why));
        listeners.forEach(listener -> listener.accept(processor));
    }

    private static String reason(Throwable why) {
        var root = why;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var text = why.getCause() == null ? why.toString() : why + ": " + root;
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }
}
