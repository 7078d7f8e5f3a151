package org.larum.app.api.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Refusal;

/** The words after {@code ./larum simulate}. */
record Arguments(String file, Map<String, List<String>> options, boolean isJson) {

    private static final Set<String> ONCE = Set.of("--detection", "--at", "--assert", "--every", "--for", "--horizon");
    private static final Set<String> OFTEN = Set.of("--answers", "--down");
    private static final String JSON = "--json";

    /** Fails with what is wrong and what to write. */
    static Arguments of(List<String> words) {
        String file = null;
        boolean isJson = false;
        var options = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals(JSON)) {
                isJson = true;
            } else if (ONCE.contains(word) || OFTEN.contains(word)) {
                i++;
                if (i == words.size()) {
                    throw wrong("There is nothing after " + word + ".");
                }
                var values = options.computeIfAbsent(word, name -> new ArrayList<>());
                if (ONCE.contains(word) && !values.isEmpty()) {
                    throw wrong(word + " stands there twice.");
                }
                values.add(words.get(i));
            } else if (word.startsWith("--")) {
                throw wrong("There is no option " + word + ".");
            } else if (file != null) {
                throw wrong("There are two files, " + file + " and " + word + ".");
            } else {
                file = word;
            }
        }
        if (file == null) {
            throw wrong("There is no file that describes the organisation.");
        }
        if (!options.containsKey("--detection")) {
            throw wrong("There is no --detection with the file of what is detected.");
        }
        return new Arguments(file, options, isJson);
    }

    @Nullable
    String one(String name) {
        return options.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    /** {@code ada=3m}, by the word before the sign. */
    Map<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        for (var text : options.getOrDefault("--answers", List.of())) {
            int sign = text.indexOf('=');
            if (sign < 1) {
                throw wrong("\"" + text + "\" after --answers must be a person and a length, such as ada=3m.");
            }
            answers.put(text.substring(0, sign), text.substring(sign + 1));
        }
        return answers;
    }

    List<String> down() {
        return options.getOrDefault("--down", List.of());
    }

    private static Refusal wrong(String sentence) {
        return new Refusal(
                Refusal.Kind.INVALID,
                "bad_arguments",
                sentence + " Write it as: ./larum simulate larum.yaml --detection d.json --at 2026-03-29T01:30:00Z"
                        + " --assert 'reached within 5m'. ./larum --help says the rest.");
    }
}
