package org.larum.app.email;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants who answers a mail. {@code note}: what else they wrote, null for nothing. Only to acknowledge is said in passing
 * ("ack, rebooting it"): whoever writes "resolve this by hand" does not say that it is resolved. Pure.
 */
record ReplyWish(Verb verb, @Nullable String note) {

    enum Verb {
        ACKNOWLEDGE,
        PASS,
        RESOLVE,
        NOTE
    }

    private static final Set<String> SOON = Set.of("ack", "acked", "acknowledge", "acknowledged");

    private static final Map<String, Verb> ALONE = Map.of(
            "1", Verb.ACKNOWLEDGE,
            "2", Verb.PASS,
            "escalate", Verb.PASS,
            "pass", Verb.PASS,
            "next", Verb.PASS,
            "resolve", Verb.RESOLVE,
            "resolved", Verb.RESOLVE);

    private static final Pattern STOPS = Pattern.compile("[\\s,:;.!]+");

    static ReplyWish of(String text) {
        var own = text.strip();
        var lines = own.split("\\R", 2);
        var words =
                STOPS.splitAsStream(lines[0].strip().toLowerCase(Locale.ROOT)).toList();
        var first = words.isEmpty() ? "" : words.getFirst();
        var verb = SOON.contains(first) ? Verb.ACKNOWLEDGE : words.size() == 1 ? ALONE.get(first) : null;
        if (verb == null) {
            return new ReplyWish(Verb.NOTE, own.isEmpty() ? null : own);
        }
        var rest = words.size() > 1 ? own : lines.length == 1 ? "" : lines[1].strip();
        return new ReplyWish(verb, rest.isEmpty() ? null : rest);
    }
}
