package org.larum.app.compat.alertmanager;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.function.Predicate;
import org.larum.app.intake.BodyRefused;

/**
 * A matcher of Alertmanager such as {@code severity=~"critical|page"}. An absent label counts as empty, and a regular
 * expression must match the whole value. RE2 as there, so that no expression can take forever.
 */
record Matcher(String name, boolean negative, Predicate<String> value) {

    private static final java.util.regex.Pattern FORM = java.util.regex.Pattern.compile(
            "\\s*(\"[^\"\\\\]{1,255}\"|[^\\s=!~\"{},]{1,255})\\s*(=~|=|!=|!~)\\s*(.*?)\\s*",
            java.util.regex.Pattern.DOTALL);
    private static final int LONGEST = 1000;
    private static final java.util.regex.Pattern COUNTED =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");
    private static final int LARGEST = 20_000;

    /** Fails with {@link BodyRefused}, for it comes in the query and is the caller's mistake. */
    static Matcher parse(String text) {
        var form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches()) {
            throw bad(text, "write name=\"value\" with =, !=, =~ or !~");
        }
        var name = form.group(1).replace("\"", "");
        var operator = form.group(2);
        var value = unquoted(text, form.group(3));
        return new Matcher(name, operator.startsWith("!"), operator.endsWith("~") ? regex(text, value) : value::equals);
    }

    boolean matches(Map<String, String> labels) {
        return value.test(labels.getOrDefault(name, "")) != negative;
    }

    /** The whole of a name, as {@code receiver} in the query asks. */
    static Predicate<String> regex(String text, String expression) {
        if (size(expression) > LARGEST) {
            throw bad(text, "the regular expression is too large");
        }
        try {
            return Pattern.compile(expression)::matches;
        } catch (PatternSyntaxException e) {
            throw bad(text, "the regular expression is not valid");
        }
    }

    /** Counted repetitions inside others are unrolled by RE2/J: without a bound, twenty characters take all memory. */
    private static double size(String expression) {
        double size = expression.length();
        for (var counted = COUNTED.matcher(expression); counted.find(); ) {
            var most = counted.group(2) == null || counted.group(2).isEmpty() ? counted.group(1) : counted.group(2);
            size *= Math.max(1, Double.parseDouble(most));
        }
        return size;
    }

    private static String unquoted(String text, String value) {
        if (!value.startsWith("\"")) {
            return unescaped(text, value);
        }
        if (value.length() < 2 || !value.endsWith("\"")) {
            throw bad(text, "a quote is not closed");
        }
        return unescaped(text, value.substring(1, value.length() - 1));
    }

    private static String unescaped(String text, String value) {
        var plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            char next = i + 1 < value.length() ? value.charAt(i + 1) : 0;
            if (c == '\\' && (next == '"' || next == '\\' || next == 'n')) {
                plain.append(next == 'n' ? '\n' : next);
                i++;
            } else if (c == '"') {
                throw bad(text, "a quote in a value needs a backslash before it");
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static BodyRefused bad(String text, String reason) {
        var shown = text.length() > 100 ? text.substring(0, 100) : text;
        return new BodyRefused(400, "filter", "bad matcher format: %s: %s".formatted(shown, reason));
    }
}
