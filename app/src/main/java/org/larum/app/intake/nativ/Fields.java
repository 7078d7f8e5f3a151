package org.larum.app.intake.nativ;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.app.intake.Links;
import org.larum.app.intake.Storable;
import org.larum.domain.shared.Link;
import tools.jackson.databind.JsonNode;

/** Reads the fields of one item strictly; null means absent. What is wrong is thrown with its path. */
final class Fields {

    private static final int LONGEST_STRING = 64 * 1024;
    private static final int LONGEST_PATH_PART = 60;

    /** What is wrong with one item, and where. */
    static final class Flaw extends RuntimeException {

        private final String path;

        Flaw(String path, String reason) {
            super(reason, null, false, false);
            this.path = path;
        }

        String path() {
            return path;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    private final JsonNode item;
    private final String prefix;

    /** {@code path}: where the item is in the body, such as {@code [3]}, or nothing. */
    Fields(JsonNode item, String path) {
        if (!item.isObject()) {
            throw new Flaw(path.isEmpty() ? "$" : path, "must be an object");
        }
        this.item = item;
        this.prefix = path.isEmpty() ? "" : path + ".";
    }

    String required(String name, int most) {
        var text = text(name, most);
        if (text == null) {
            throw new Flaw(at(name), "is required and must not be blank");
        }
        return text;
    }

    /** Null when absent or blank. */
    @Nullable
    String text(String name, int most) {
        var node = given(name);
        if (node == null) {
            return null;
        }
        var text = textOf(node, at(name), most);
        return text.isBlank() ? null : text;
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> kind, E otherwise) {
        var text = text(name, 40);
        if (text == null) {
            return otherwise;
        }
        for (E value : kind.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text)) {
                return value;
            }
        }
        var words = List.of(kind.getEnumConstants()).toString().toLowerCase(Locale.ROOT);
        throw new Flaw(at(name), "must be one of " + words.substring(1, words.length() - 1));
    }

    /** Values may be text, numbers or booleans; null is an absent label. */
    Map<String, String> labels(String name, int most, int longestName, int longestValue) {
        var node = given(name);
        if (node == null) {
            return Map.of();
        }
        if (!node.isObject()) {
            throw new Flaw(at(name), "must be an object of names and values");
        }
        if (node.size() > most) {
            throw new Flaw(at(name), "has more than %d labels".formatted(most));
        }
        var labels = new LinkedHashMap<String, String>();
        node.properties().forEach(label -> {
            var path = at(name) + "." + shown(label.getKey());
            if (label.getKey().isBlank()) {
                throw new Flaw(at(name), "has a label without a name");
            }
            checked(label.getKey(), path, longestName);
            if (label.getValue().isContainer()) {
                throw new Flaw(path, "must be text, a number or a boolean");
            }
            if (!label.getValue().isNull()) {
                labels.put(label.getKey(), checked(label.getValue().asString(), path, longestValue));
            }
        });
        return labels;
    }

    /** An element is {@code {href, text?}} or only the address. */
    List<Link> links(String name, int most) {
        var node = given(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > most) {
            throw new Flaw(at(name), "must be an array of at most %d links".formatted(most));
        }
        var links = new ArrayList<Link>();
        for (int i = 0; i < node.size(); i++) {
            if (!node.get(i).isNull()) {
                links.add(link(node.get(i), at(name) + "[" + i + "]"));
            }
        }
        return links;
    }

    @Nullable
    JsonNode given(String name) {
        var node = item.get(name);
        return node == null || node.isNull() ? null : node;
    }

    String at(String name) {
        return prefix + name;
    }

    /** Refuses what could not be kept anywhere inside, naming the place. */
    static void check(JsonNode node, String path) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                var inside = path + "." + shown(field.getKey());
                checked(field.getKey(), inside, LONGEST_STRING);
                check(field.getValue(), inside);
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), path + "[" + i + "]");
            }
        } else if (node.isString()) {
            checked(node.stringValue(), path, LONGEST_STRING);
        } else if (!Storable.isReasonable(node)) {
            throw new Flaw(path, "is a number out of range");
        }
    }

    private static Link link(JsonNode node, String path) {
        if (node.isString()) {
            return new Link(href(node, path), null);
        }
        var link = new Fields(node, path);
        var href = link.given("href");
        if (href == null) {
            throw new Flaw(link.at("href"), "is required");
        }
        return new Link(href(href, link.at("href")), link.text("text", 255));
    }

    private static String href(JsonNode node, String path) {
        var href = textOf(node, path, Links.LONGEST);
        if (!Links.isWeb(href)) {
            throw new Flaw(path, "must be an http or https address");
        }
        return href;
    }

    private static String textOf(JsonNode node, String path, int most) {
        if (!node.isString()) {
            throw new Flaw(path, "must be text");
        }
        return checked(node.stringValue(), path, most);
    }

    private static String checked(String text, String path, int most) {
        if (text.length() > most) {
            throw new Flaw(path, "is longer than %,d characters".formatted(most));
        }
        var flaw = Storable.flaw(text);
        if (flaw != null) {
            throw new Flaw(path, flaw);
        }
        return text;
    }

    private static String shown(String name) {
        return Storable.clip(Storable.mend(name), LONGEST_PATH_PART);
    }
}
