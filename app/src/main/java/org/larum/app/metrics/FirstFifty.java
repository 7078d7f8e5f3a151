package org.larum.app.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets the first fifty words be labels and calls all others "other": a series for each key would fill any database of series. */
final class FirstFifty {

    static final String OTHER = "other";
    private static final int MOST = 50;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    String label(String word) {
        if (known.contains(word)) {
            return word;
        }
        synchronized (known) {
            if (known.size() < MOST) {
                known.add(word);
            }
        }
        return known.contains(word) ? word : OTHER;
    }
}
