package org.larum.app.api.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.larum.app.intake.Storable;
import org.larum.notifiers.channel.Secret;

/** One block of named fields. What is wrong is noted under its path, a harmless value stands in; reading goes on. */
final class Block {

    private final Map<?, ?> fields;
    private final String path;
    private final Mistakes mistakes;
    private final boolean isBroken;

    private Block(Map<?, ?> fields, String path, Mistakes mistakes, boolean isBroken) {
        this.fields = fields;
        this.path = path;
        this.mistakes = mistakes;
        this.isBroken = isBroken;
    }

    /** @param names the fields that there may be; {@code what} they describe, such as "a service" */
    static Block of(@Nullable Object value, String path, Mistakes mistakes, String what, List<String> names) {
        var fields = String.join(", ", names);
        if (!(value instanceof Map<?, ?> map)) {
            var place = path.isEmpty() ? "file" : path;
            mistakes.add(place, "This must be " + what + " with named fields. The fields are " + fields + ".");
            return new Block(Map.of(), path, mistakes, true);
        }
        var block = new Block(map, path, mistakes, false);
        for (var key : map.keySet()) {
            if (!(key instanceof String name)) {
                mistakes.add(block.at(printable(key)), "Put this name in quotes: YAML does not read it as text.");
            } else if (!names.contains(name)) {
                mistakes.add(
                        block.at(Words.printable(name)),
                        "There is no such field in " + what + "." + Suggestion.didYouMean(name, names)
                                + " The fields are " + fields + ".");
            }
        }
        return block;
    }

    static String printable(@Nullable Object key) {
        return key instanceof Map || key instanceof Collection ? "?" : Words.printable(String.valueOf(key));
    }

    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Empty when it is absent, and when it is there without a value, which is noted. */
    Optional<Object> given(String name, String hint) {
        @Nullable Object value = fields.get(name);
        if (value == null && fields.containsKey(name)) {
            mistakes.add(at(name), "This is empty. Write " + hint + ", or leave it out.");
        }
        return Optional.ofNullable(value);
    }

    /** Notes when it is absent. */
    Optional<Object> needed(String name, String hint) {
        if (!fields.containsKey(name) && !isBroken) {
            mistakes.add(at(name), "This is missing. Write " + hint + ".");
        }
        @Nullable Object value = fields.get(name);
        if (value == null && fields.containsKey(name)) {
            mistakes.add(at(name), "This is empty. Write " + hint + ".");
        }
        return Optional.ofNullable(value);
    }

    String text(String name, int most, String hint) {
        return needed(name, hint)
                .flatMap(value -> text(value, at(name), most, hint))
                .orElse("");
    }

    Optional<String> optionalText(String name, int most, String hint) {
        return given(name, hint).flatMap(value -> text(value, at(name), most, hint));
    }

    private Optional<String> text(Object value, String place, int most, String hint) {
        return line(value, place, most, hint).map(String::strip);
    }

    Secret secret(String name, int most, String hint) {
        return new Secret(needed(name, hint)
                .flatMap(value -> secret(value, at(name), most, hint))
                .orElse(""));
    }

    Optional<Secret> optionalSecret(String name, int most, String hint) {
        return given(name, hint)
                .flatMap(value -> secret(value, at(name), most, hint))
                .map(Secret::new);
    }

    private Optional<String> secret(Object value, String place, int most, String hint) {
        var found = line(value, place, most, hint);
        if (found.isPresent() && found.get().equals(ConfigView.HIDDEN)) {
            mistakes.add(place, "These dots only stand where Larum hides a secret. Write the secret itself.");
            return Optional.empty();
        }
        return found;
    }

    private Optional<String> line(Object value, String place, int most, String hint) {
        if (!(value instanceof String text)) {
            boolean isPlain = !(value instanceof Map || value instanceof Collection);
            mistakes.add(place, "This must be text. Write " + hint + (isPlain ? ", in quotes." : "."));
            return Optional.empty();
        }
        if (text.isBlank()) {
            mistakes.add(place, "This is empty. Write " + hint + ".");
            return Optional.empty();
        }
        if (text.length() > most) {
            mistakes.add(place, "This is longer than %,d characters. Write less.".formatted(most));
            return Optional.empty();
        }
        if (Storable.flaw(text) != null || text.chars().anyMatch(Character::isISOControl)) {
            mistakes.add(place, "This holds a line break or another control character. Write it on one line.");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** One of a few words; {@code otherwise} when it is absent. */
    String oneOf(String name, List<String> words, String otherwise) {
        var hint = choices(words);
        return given(name, hint).map(value -> choice(value, name, words, hint)).orElse(otherwise);
    }

    String neededOneOf(String name, List<String> words) {
        var hint = choices(words);
        return needed(name, hint).map(value -> choice(value, name, words, hint)).orElse("");
    }

    private String choice(Object value, String name, List<String> words, String hint) {
        if (value instanceof String word && words.contains(word)) {
            return word;
        }
        if (value instanceof String word) {
            mistakes.add(
                    at(name),
                    Suggestion.shown(word) + " is not known here." + Suggestion.didYouMean(word, words) + " Write "
                            + hint + ".");
        } else {
            mistakes.add(at(name), "This must be text. Write " + hint + ".");
        }
        return words.getFirst();
    }

    private static String choices(List<String> words) {
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    boolean flag(String name) {
        return given(name, "true or false")
                .map(value -> {
                    if (!(value instanceof Boolean)) {
                        mistakes.add(at(name), "This must be true or false, without quotes.");
                    }
                    return Boolean.TRUE.equals(value);
                })
                .orElse(false);
    }

    int number(String name, int least, int most, int otherwise) {
        var hint = "a number from " + least + " to " + most;
        return given(name, hint)
                .map(value -> {
                    if (value instanceof Integer number && number >= least && number <= most) {
                        return number;
                    }
                    var quotes = value instanceof String ? ", without quotes." : ".";
                    mistakes.add(at(name), "This must be " + hint + quotes);
                    return otherwise;
                })
                .orElse(otherwise);
    }

    /** A list with one element to {@code most}. */
    List<?> list(String name, int most, String hint) {
        return needed(name, hint)
                .<List<?>>map(value -> list(value, name, 1, most, hint))
                .orElse(List.of());
    }

    /** A list that may be empty or absent. */
    List<?> optionalList(String name, int most, String hint) {
        return given(name, hint)
                .<List<?>>map(value -> list(value, name, 0, most, hint))
                .orElse(List.of());
    }

    private List<?> list(Object value, String name, int least, int most, String hint) {
        if (!(value instanceof List<?> list)) {
            mistakes.add(at(name), "This must be a list. Write " + hint + ".");
            return List.of();
        }
        if (list.size() < least || list.size() > most) {
            mistakes.add(at(name), "There must be " + least + " to " + most + " here. Write " + hint + ".");
            return List.of();
        }
        return list;
    }
}
