package org.larum.domain.postmortem;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.larum.domain.postmortem.PostmortemEvent.Action;

/** What is to be done so that it does not happen again, and when whoever does it was last told that it is late. */
final class Actions {

    /** Dropped ones count: they are kept, with all that was said of them. */
    static final int MOST = 100;

    private final Map<UUID, Action> all = new LinkedHashMap<>();
    private final Map<UUID, LocalDate> reminded = new HashMap<>();

    void keep(Action action) {
        all.put(action.action(), action);
    }

    void reminded(UUID action, LocalDate day) {
        reminded.put(action, day);
    }

    boolean isKnown(UUID action) {
        return all.containsKey(action);
    }

    boolean isFull() {
        return all.size() >= MOST;
    }

    Action find(UUID action) {
        var found = all.get(action);
        if (found == null) {
            throw PostmortemRefusal.unknownAction();
        }
        return found;
    }

    /** Late, and not told of that on this day or on a later one: owners live in several time zones. */
    boolean isToBeReminded(Action action, LocalDate day) {
        var last = reminded.get(action.action());
        return action.state().isOpen() && action.due().isBefore(day) && (last == null || last.isBefore(day));
    }
}
