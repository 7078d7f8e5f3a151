package org.larum.app.api.config;

import java.util.ArrayList;
import java.util.List;
import org.larum.app.problem.Problems.Mistake;

/** Collects what is wrong, so that the writer of a file learns everything at once. */
final class Mistakes {

    /** Nobody reads more, and a hostile file must not fill the memory. */
    static final int MOST = 1000;

    private final List<Mistake> found = new ArrayList<>();

    void add(String path, String sentence) {
        if (!isFull()) {
            found.add(new Mistake(path, sentence));
        } else if (found.size() == MOST) {
            found.add(new Mistake("file", "There are more mistakes than these. Correct these first."));
        }
    }

    int count() {
        return found.size();
    }

    boolean isFull() {
        return found.size() >= MOST;
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigMistakes(found);
        }
    }
}
