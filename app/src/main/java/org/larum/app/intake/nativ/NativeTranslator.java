package org.larum.app.intake.nativ;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.larum.app.intake.BodyRefused;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Detection.About;
import org.larum.app.intake.Detection.Action;
import org.larum.app.intake.IsoTime;
import org.larum.app.intake.Item;
import org.larum.app.intake.Lenient;
import org.larum.app.intake.Links;
import org.larum.domain.shared.Severity;
import tools.jackson.databind.JsonNode;

/** Larum's own format to detections, one item for each of the body. */
final class NativeTranslator {

    static final int MOST_ITEMS = 1000;
    private static final int LONGEST_PLACE = 255;

    private NativeTranslator() {}

    /** An object, or an array of 1 to 1,000; any other body is refused as a whole. */
    static List<Item> translate(JsonNode body, Instant now) {
        if (body.isObject()) {
            return List.of(item(body, "", now));
        }
        if (!body.isArray()) {
            throw new BodyRefused(400, null, "The body must be a detection or an array of detections.");
        }
        if (body.isEmpty()) {
            throw new BodyRefused(400, null, "The array is empty; send at least one detection.");
        }
        if (body.size() > MOST_ITEMS) {
            throw new BodyRefused(413, null, "The array has more than 1,000 detections; send it in parts.");
        }
        return IntStream.range(0, body.size())
                .mapToObj(i -> item(body.get(i), "[" + i + "]", now))
                .toList();
    }

    private static Item item(JsonNode json, String path, Instant now) {
        try {
            return new Item.Valid(detection(new Fields(json, path), now));
        } catch (Fields.Flaw flaw) {
            return new Item.Invalid(flaw.path(), flaw.reason());
        }
    }

    private static Detection detection(Fields fields, Instant now) {
        var key = fields.required("key", Lenient.LONGEST_KEY);
        var action = fields.oneOf("action", Action.class, Action.TRIGGER);
        var severity = fields.oneOf("severity", Severity.class, Severity.MEDIUM);
        var summary = action == Action.TRIGGER
                ? fields.required("summary", Lenient.LONGEST_SUMMARY)
                : fields.text("summary", Lenient.LONGEST_SUMMARY);
        var about = new About(
                fields.text("service", LONGEST_PLACE),
                fields.text("component", LONGEST_PLACE),
                fields.labels("labels", Lenient.MOST_LABELS, Lenient.LONGEST_NAME, Lenient.LONGEST_VALUE),
                fields.links("links", Links.MOST));
        return new Detection(
                key,
                action,
                severity,
                summary == null ? "" : summary,
                about,
                details(fields),
                seen(fields, "occurredAt", now),
                null);
    }

    private static @Nullable String details(Fields fields) {
        var node = fields.given("details");
        if (node == null) {
            return null;
        }
        Fields.check(node, fields.at("details"));
        var text = node.toString();
        if (text.getBytes(StandardCharsets.UTF_8).length > Lenient.MOST_DETAILS) {
            throw new Fields.Flaw(fields.at("details"), "is larger than 64 KiB");
        }
        return text;
    }

    static Instant seen(Fields fields, String name, Instant now) {
        var text = fields.text(name, 64);
        if (text == null) {
            return now;
        }
        var seen = IsoTime.parse(text);
        if (seen == null) {
            throw new Fields.Flaw(fields.at(name), "must be an ISO 8601 time such as 2026-11-23T09:00:00Z");
        }
        if (!IsoTime.isPlausible(seen, now)) {
            throw new Fields.Flaw(fields.at(name), "is before 1970 or more than 24 hours in the future");
        }
        return seen;
    }
}
