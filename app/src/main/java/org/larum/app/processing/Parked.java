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
    private final List<Consumer<String>> relieved = new CopyOnWriteArrayList<>();

    public Parked(ParkedTable table) {
        this.table = table;
    }

    /** Whoever wakes the administrators; told the reader's name, after the event was put aside. Must not throw. */
    public void onParked(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Told the reader's name when nothing of it is parked any more. Must not throw. */
    public void onTaken(Consumer<String> listener) {
        relieved.add(listener);
    }

    void park(String processor, TrackedEventMessage<?> message, Throwable why) {
        long index = Pages.index(message);
        LOG.error(
                "{} could not take event {} and has put it aside; everything after it goes on", processor, index, why);
        table.insert(processor, index, reason(why));
        listeners.forEach(listener -> listener.accept(processor));
    }

    /** A retry in vain is no news for those who were woken: only the reason is kept. */
    String stillFails(String processor, long index, Throwable why) {
        var reason = reason(why);
        table.update(processor, index, reason);
        return reason;
    }

    void taken(String processor, long index) {
        if (table.remove(processor, index)) {
            tellWhenNoneIsLeft(processor);
        }
    }

    /** A projection that was built anew has read also what it could not take before. */
    void takenUpTo(String processor, long index) {
        if (table.removeUpTo(processor, index)) {
            tellWhenNoneIsLeft(processor);
        }
    }

    private void tellWhenNoneIsLeft(String processor) {
        if (table.indexes(processor, -1, 1).isEmpty()) {
            relieved.forEach(listener -> listener.accept(processor));
        }
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
