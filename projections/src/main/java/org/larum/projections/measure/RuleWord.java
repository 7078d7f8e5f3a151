package org.larum.projections.measure;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the rule of a sender is called that raised an alert: by a label that names it, otherwise by the summary without its numbers. */
final class RuleWord {

    private static final int LONGEST = 200;
    private static final List<String> NAMES =
            List.of("alertname", "alert_name", "rulename", "rule", "monitor", "check", "trigger");
    private static final Pattern NUMBER = Pattern.compile("\\d+([.,:]\\d+)*");

    private RuleWord() {}

    static String of(String summary, Map<String, String> labels) {
        var word = NAMES.stream()
                .map(name -> labels.getOrDefault(name, "").strip())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> NUMBER.matcher(summary).replaceAll("#").strip());
        if (word.isEmpty()) {
            return "(no words)";
        }
        return word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }
}
