package org.larum.app.intake.nativ;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.larum.app.intake.BodyRefused;
import org.larum.app.intake.Change;
import org.larum.app.intake.ChangeIntake.Told;
import org.larum.app.intake.Lenient;
import org.larum.app.intake.Links;
import org.larum.app.intake.Storable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One change: in Larum's own format, or as a CloudEvent of version 1, whose attributes stand in the body ("structured") or in headers
 * ("binary").
 */
final class ChangeReader {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ATTRIBUTE = 2048;
    private static final List<String> ATTRIBUTES = List.of("specversion", "id", "source", "type", "subject", "time");

    private ChangeReader() {}

    record Read(Change change, Told told) {}

    /** @param header the value of a header by its name, null when there is none */
    static Read read(JsonNode body, Function<String, @Nullable String> header, Instant now) {
        if (!body.isObject()) {
            throw new BodyRefused(400, null, "The body must be one change: a JSON object.");
        }
        try {
            if (header.apply("ce-specversion") != null) {
                return ofCloudEvent(joined(body, header), now);
            }
            return body.has("specversion") ? ofCloudEvent(body, now) : ofOurs(new Fields(body, ""), now);
        } catch (Fields.Flaw flaw) {
            throw new BodyRefused(400, flaw.path(), "\"" + flaw.path() + "\" " + flaw.reason() + ".");
        }
    }

    private static JsonNode joined(JsonNode data, Function<String, @Nullable String> header) {
        var event = JsonNodeFactory.instance.objectNode();
        for (var name : ATTRIBUTES) {
            var value = header.apply("ce-" + name);
            if (value != null) {
                event.put(name, value);
            }
        }
        event.set("data", data);
        return event;
    }

    private static Read ofOurs(Fields fields, Instant now) {
        var change = new Change(
                fields.required("summary", Lenient.LONGEST_SUMMARY),
                fields.text("source", LONGEST_NAME),
                fields.links("links", Links.MOST),
                NativeTranslator.seen(fields, "occurredAt", now));
        return new Read(change, new Told(fields.text("service", LONGEST_NAME), fields.text("key", LONGEST_NAME)));
    }

    /** Whoever made the event knows nothing of Larum: what its data does not say, its attributes do. */
    private static Read ofCloudEvent(JsonNode event, Instant now) {
        var fields = new Fields(event, "");
        var id = fields.required("id", LONGEST_ATTRIBUTE);
        var source = fields.required("source", LONGEST_ATTRIBUTE);
        var type = fields.required("type", LONGEST_ATTRIBUTE);
        var subject = fields.text("subject", LONGEST_ATTRIBUTE);
        var data = fields.given("data");
        var inside = data != null && data.isObject() ? data : JsonNodeFactory.instance.objectNode();
        var summary = Lenient.text(inside, "summary", Lenient.LONGEST_SUMMARY);
        var otherwise = subject == null ? type : type + " " + subject;
        var change = new Change(
                summary == null ? Storable.clip(otherwise, Lenient.LONGEST_SUMMARY) : summary,
                Storable.clip(source, LONGEST_NAME),
                new Fields(inside, "data").links("links", Links.MOST),
                NativeTranslator.seen(fields, "time", now));
        // Both together name it (CloudEvents 1.0, "id").
        return new Read(change, new Told(Lenient.text(inside, "service", LONGEST_NAME), source + " " + id));
    }
}
