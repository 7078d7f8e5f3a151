package org.larum.domain.major;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.major.MajorEvent.Task;

/** What is to be done in a major incident, in the order in which it was thought of, and what is done already. */
final class Tasks {

    /** Everybody who looks at the incident reads all of them. */
    static final int MOST = 200;

    private final Map<UUID, Task> all = new LinkedHashMap<>();
    private final Set<UUID> done = new HashSet<>();
    /** Also what was dropped: a request that comes twice must not bring it back. */
    private final Set<UUID> known = new HashSet<>();

    void add(Task task) {
        all.put(task.task(), task);
        known.add(task.task());
    }

    void assign(UUID task, @Nullable PersonId to) {
        all.computeIfPresent(task, (id, was) -> new Task(id, was.text(), to));
    }

    void finish(UUID task) {
        done.add(task);
    }

    void reopen(UUID task) {
        done.remove(task);
    }

    void drop(UUID task) {
        all.remove(task);
        done.remove(task);
    }

    boolean isKnown(UUID task) {
        return known.contains(task);
    }

    boolean isDone(UUID task) {
        return done.contains(task);
    }

    boolean isFull() {
        return all.size() >= MOST;
    }

    Task find(UUID task) {
        var found = all.get(task);
        if (found == null) {
            throw MajorRefusal.unknownTask();
        }
        return found;
    }

    List<Task> open() {
        return all.values().stream().filter(task -> !isDone(task.task())).toList();
    }
}
