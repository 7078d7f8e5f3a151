package org.larum.app.compat.pagerduty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Detection.About;
import org.larum.app.intake.Detection.Action;
import org.larum.app.intake.IsoTime;
import org.larum.app.intake.Item;
import org.larum.app.intake.Lenient;
import org.larum.app.intake.Links;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Severity;
import tools.jackson.databind.JsonNode;

/** An alert event of Events API v2 to one detection, or to everything that is wrong with it in PagerDuty's words. */
final class PagerDutyTranslator {

    private static final Map<String, Severity> SEVERITIES = Map.of(
            "critical", Severity.CRITICAL, "error", Severity.HIGH, "warning", Severity.MEDIUM, "info", Severity.LOW);
    private static final Map<String, Action> ACTIONS =
            Map.of("trigger", Action.TRIGGER, "acknowledge", Action.ACKNOWLEDGE, "resolve", Action.RESOLVE);
    private static final int LONGEST_PLACE = 255;

    private PagerDutyTranslator() {}

    /** {@code newKey}: the dedup_key of a trigger that brings none. */
    static List<Item> translate(JsonNode event, String newKey, Instant now) {
        var wrong = new ArrayList<Item>();
        var action = ACTIONS.get(word(event, "event_action"));
        if (action == null) {
            wrong.add(Wrong.notOneOf("event_action", event, "'trigger', 'acknowledge' or 'resolve'"));
        }
        var key = Lenient.text(event, "dedup_key");
        if (key == null && action != null && action != Action.TRIGGER) {
            wrong.add(Wrong.missing("dedup_key"));
        } else if (key != null && key.length() > Lenient.LONGEST_KEY) {
            wrong.add(Wrong.tooLong("dedup_key", Lenient.LONGEST_KEY));
        }
        if (action == Action.TRIGGER) {
            wrong.addAll(flaws(event));
        }
        if (action == null || !wrong.isEmpty()) {
            return wrong;
        }
        var dedupKey = key == null ? newKey : key;
        return List.of(new Item.Valid(
                action == Action.TRIGGER ? trigger(event, dedupKey, now) : answer(action, event, dedupKey, now)));
    }

    private static List<Item> flaws(JsonNode event) {
        var payload = event.get("payload");
        if (payload == null || !payload.isObject()) {
            return List.of(Wrong.missing("payload"));
        }
        var wrong = new ArrayList<Item>();
        var summary = Lenient.text(payload, "summary");
        if (summary == null) {
            wrong.add(Wrong.missing("payload.summary"));
        } else if (summary.length() > Lenient.LONGEST_SUMMARY) {
            wrong.add(Wrong.tooLong("payload.summary", Lenient.LONGEST_SUMMARY));
        }
        if (Lenient.text(payload, "source") == null) {
            wrong.add(Wrong.missing("payload.source"));
        }
        if (!SEVERITIES.containsKey(word(payload, "severity"))) {
            var words = "'critical', 'warning', 'error' or 'info'";
            wrong.add(Wrong.notOneOf("payload.severity", payload, words));
        }
        return wrong;
    }

    private static Detection trigger(JsonNode event, String key, Instant now) {
        var payload = event.path("payload");
        var summary = Lenient.text(payload, "summary");
        return new Detection(
                key,
                Action.TRIGGER,
                SEVERITIES.getOrDefault(word(payload, "severity"), Severity.MEDIUM),
                summary == null ? "" : summary,
                new About(null, Lenient.text(payload, "component", LONGEST_PLACE), labels(payload), links(event)),
                Lenient.details(payload.get("custom_details")),
                seen(payload, now),
                null);
    }

    /** Alertmanager resolves with the whole payload; of that only the time counts, and it need not be valid. */
    private static Detection answer(Action action, JsonNode event, String key, Instant now) {
        var seen = seen(event.path("payload"), now);
        return new Detection(key, action, Severity.MEDIUM, "", About.NOTHING, null, seen, null);
    }

    private static Map<String, String> labels(JsonNode payload) {
        var labels = new LinkedHashMap<String, String>();
        for (var name : List.of("source", "component", "group", "class")) {
            var text = Lenient.text(payload, name, Lenient.LONGEST_VALUE);
            if (text != null) {
                labels.put(name, text);
            }
        }
        return labels;
    }

    static List<Link> links(JsonNode event) {
        var links = new Links();
        for (var link : event.path("links").values()) {
            links.add(Lenient.text(link, "href"), Lenient.text(link, "text"));
        }
        for (var image : event.path("images").values()) {
            var href = Lenient.text(image, "href");
            links.add(href == null ? Lenient.text(image, "src") : href, Lenient.text(image, "alt"));
        }
        return links.add(Lenient.text(event, "client_url"), Lenient.text(event, "client"))
                .list();
    }

    static Instant seen(JsonNode payload, Instant now) {
        var text = Lenient.text(payload, "timestamp");
        return IsoTime.plausible(text == null ? null : IsoTime.parse(text), now);
    }

    private static String word(JsonNode object, String name) {
        var text = Lenient.scalar(object.get(name));
        return text == null ? "" : text;
    }

    /** PagerDuty's own sentences. */
    static final class Wrong {

        private Wrong() {}

        static Item.Invalid missing(String path) {
            return new Item.Invalid(path, "'%s' is missing or blank".formatted(path));
        }

        static Item.Invalid tooLong(String path, int most) {
            return new Item.Invalid(path, "'%s' is too long (maximum is %d characters)".formatted(path, most));
        }

        static Item.Invalid notOneOf(String path, JsonNode object, String words) {
            var name = path.substring(path.lastIndexOf('.') + 1);
            if (Lenient.text(object, name) == null) {
                return missing(path);
            }
            var sentence = "'%s' is invalid (must be one of the following: %s)".formatted(path, words);
            return new Item.Invalid(path, sentence);
        }
    }
}
