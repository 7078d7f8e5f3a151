package org.larum.app.intake;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what programs of others send. They drop an alert for good when they hear 4xx, so what can be mended is mended
 * and what is too long is cut; the request as it came is kept elsewhere.
 */
public final class Lenient {

    public static final int LONGEST_KEY = 255;
    public static final int LONGEST_SUMMARY = 1024;
    public static final int LONGEST_NAME = 255;
    public static final int LONGEST_VALUE = 4096;
    public static final int MOST_LABELS = 200;
    public static final int MOST_DETAILS = 64 * 1024;
    private static final int LONGEST_TEXT_WHEN_CUT = 2000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Lenient() {}

    /** The text of a scalar as it was sent, null for anything else and for null. */
    public static @Nullable String scalar(@Nullable JsonNode node) {
        return node != null && node.isValueNode() && !node.isNull() ? node.asString() : null;
    }

    /** The text of a field, mended; null when it is absent, null, blank or not a scalar. */
    public static @Nullable String text(JsonNode object, String name) {
        var text = scalar(object.get(name));
        return text == null || text.isBlank() ? null : Storable.mend(text);
    }

    public static @Nullable String text(JsonNode object, String name, int most) {
        var text = text(object, name);
        return text == null ? null : Storable.clip(text, most);
    }

    /** Labels within the limits. */
    public static Map<String, String> fitted(Map<String, String> labels) {
        var fitted = new LinkedHashMap<String, String>();
        labels.forEach((name, value) -> {
            if (fitted.size() < MOST_LABELS && !name.isBlank() && name.length() <= LONGEST_NAME) {
                fitted.put(Storable.mend(name), Storable.clip(Storable.mend(value), LONGEST_VALUE));
            }
        });
        return fitted;
    }

    /** JSON text that can be kept, or null when there is nothing in it. */
    public static @Nullable String details(@Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode() || (node.isContainer() && node.isEmpty())) {
            return null;
        }
        var whole = mended(node, Integer.MAX_VALUE).toString();
        if (fits(whole)) {
            return whole;
        }
        var cut = mended(node, LONGEST_TEXT_WHEN_CUT).toString();
        return fits(cut)
                ? cut
                : JSON.objectNode()
                        .put("note", "More than 64 KiB of details were left out.")
                        .toString();
    }

    private static boolean fits(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length <= MOST_DETAILS;
    }

    private static JsonNode mended(JsonNode node, int longest) {
        return switch (node) {
            case ObjectNode object -> {
                var mended = JSON.objectNode();
                object.properties()
                        .forEach(field -> mended.set(Storable.mend(field.getKey()), mended(field.getValue(), longest)));
                yield mended;
            }
            case ArrayNode array -> {
                var mended = JSON.arrayNode();
                array.values().forEach(element -> mended.add(mended(element, longest)));
                yield mended;
            }
            case JsonNode scalar
            when scalar.isString() -> JSON.stringNode(Storable.clip(Storable.mend(scalar.stringValue()), longest));
            case JsonNode scalar
            when scalar.isNumber() && !Storable.isReasonable(scalar) -> JSON.stringNode(scalar.asString());
            default -> node;
        };
    }
}
