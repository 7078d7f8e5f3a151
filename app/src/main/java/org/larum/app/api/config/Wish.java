package org.larum.app.api.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.larum.domain.shared.Refusal;

/**
 * How a file is to be applied. Read strictly, for whoever writes {@code ?dryRun}, {@code ?dryrun=true} or
 * {@code ?dryRun=yes} must not find the file applied.
 */
record Wish(String file, boolean isDryRun, boolean isPruning) {

    static final String UNNAMED = "configuration file";
    private static final int LONGEST_FILE_NAME = 200;
    private static final List<String> KNOWN = List.of("file", "dryRun", "prune");

    static Wish of(Map<String, List<String>> query) {
        for (var name : query.keySet()) {
            if (!KNOWN.contains(name)) {
                throw bad("There is no parameter " + Suggestion.shown(name) + "." + Suggestion.didYouMean(name, KNOWN)
                        + " The parameters are " + String.join(", ", KNOWN) + ".");
            }
        }
        return new Wish(file(query), flag("dryRun", query), flag("prune", query));
    }

    private static boolean flag(String name, Map<String, List<String>> query) {
        if (!query.containsKey(name) || List.of("false").equals(query.get(name))) {
            return false;
        }
        if (List.of("true").equals(query.get(name))) {
            return true;
        }
        throw bad("Write " + name + "=true or " + name + "=false, once.");
    }

    private static String file(Map<String, List<String>> query) {
        var names = query.getOrDefault("file", List.of(UNNAMED));
        // Without "=" the only name is null.
        var name = names.size() == 1 ? Objects.requireNonNullElse(names.getFirst(), "") : "";
        if (!isName(name)) {
            throw bad("Write the name of the file after \"file=\", at most 200 characters, once.");
        }
        return name;
    }

    private static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_FILE_NAME
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static Refusal bad(String sentence) {
        return new Refusal(Refusal.Kind.INVALID, "bad_parameter", sentence + " Nothing was changed.");
    }
}
