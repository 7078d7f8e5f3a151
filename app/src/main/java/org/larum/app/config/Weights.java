package org.larum.app.config;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.larum.domain.incident.PriorityWeights;

/** How much each consideration counts when it is judged how much an incident matters, as the operator set it. */
public final class Weights {

    static final String NAME = "LARUM_PRIORITY_WEIGHTS";

    private static final List<String> WORDS = List.of("severity", "business", "users", "history", "effort");

    private Weights() {}

    /** Such as {@code severity=50,users=0}; what is not named stays as usual. */
    public static PriorityWeights from(Map<String, String> environment) {
        var text = environment.getOrDefault(NAME, "").strip();
        try {
            var given = new HashMap<String, Integer>();
            Arrays.stream(text.split(",")).filter(part -> !part.isBlank()).forEach(part -> put(given, part));
            var usual = PriorityWeights.USUAL;
            return new PriorityWeights(
                    given.getOrDefault("severity", usual.severity()),
                    given.getOrDefault("business", usual.business()),
                    given.getOrDefault("users", usual.users()),
                    given.getOrDefault("history", usual.history()),
                    given.getOrDefault("effort", usual.effort()));
        } catch (IllegalArgumentException e) {
            throw new Settings.Wrong(NAME + " is \"" + text + "\"; write some of " + String.join(", ", WORDS)
                    + " with a whole number from 0 to 1000 each, such as severity=50,users=0; severity is at least 1.");
        }
    }

    private static void put(Map<String, Integer> weights, String part) {
        var pair = part.split("=", 2);
        var word = pair[0].strip();
        if (pair.length < 2 || !WORDS.contains(word)) {
            throw new IllegalArgumentException("not a weight");
        }
        weights.put(word, Integer.valueOf(pair[1].strip()));
    }
}
