package org.larum.app.api.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One file that is being read: the words that may be referred to, and the mistakes so far. */
final class Reading {

    private static final int LONGEST_ADDRESS = 2000;
    private static final Pattern MAILBOX = Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,190}");

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private final Known elsewhere;
    private final Known words;
    private final Mistakes mistakes;

    Reading(Object file, Known elsewhere, Mistakes mistakes) {
        this.elsewhere = elsewhere;
        this.words = elsewhere.and(file);
        this.mistakes = mistakes;
    }

    Mistakes mistakes() {
        return mistakes;
    }

    /** The entries of a section by their words; {@code one} reads an entry at its path. */
    <T> Map<String, T> entries(Block block, String name, Section section, BiFunction<Object, String, T> one) {
        var entries = new LinkedHashMap<String, T>();
        var hint = "entries by their words, such as {first-word: {...}}";
        var given = block.given(name, hint);
        if (given.isPresent() && !(given.get() instanceof Map)) {
            mistakes.add(block.at(name), "This must be a block. Write " + hint + ".");
        }
        if (given.orElse(Map.of()) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                var path = block.at(name) + "." + Block.printable(key);
                if (isWord(key, section, path)) {
                    entries.put(String.valueOf(key), one.apply(value == null ? Map.of() : value, path));
                }
            });
        }
        return entries;
    }

    private boolean isWord(@Nullable Object key, Section section, String path) {
        if (!(key instanceof String word)) {
            mistakes.add(path, "Put this word in quotes: YAML does not read it as text.");
            return false;
        }
        // Whoever was invited goes by the e-mail address, and may stay so in a file.
        if (!Words.isWord(word) && !elsewhere.of(section).contains(word)) {
            mistakes.add(path, Words.flaw(word));
            return false;
        }
        return true;
    }

    /** Notes a reference to what is neither in the file nor in use. */
    void reference(Section section, String word, String path) {
        var known = words.of(section);
        if (!word.isEmpty() && !known.contains(word)) {
            mistakes.add(
                    path,
                    "There is no " + section.noun() + " " + Suggestion.shown(word) + "."
                            + Suggestion.didYouMean(word, known) + " Describe it under \"" + section.path()
                            + "\", or write one that is there.");
        }
    }

    /** A place of the time zone database; UTC when none is given. */
    String zone(Optional<String> given, String path) {
        var zone = given.orElse("UTC");
        if (ZONES.contains(zone)) {
            return zone;
        }
        mistakes.add(
                path,
                "There is no time zone " + Suggestion.shown(zone) + "." + Suggestion.didYouMean(zone, ZONES)
                        + " Write a place, such as Europe/London, or UTC.");
        return "UTC";
    }

    boolean isMailbox(String text) {
        return MAILBOX.matcher(text).matches();
    }

    /** The address is not repeated in any mistake: it may hold a password or a token. */
    Optional<URI> web(String text, String path) {
        try {
            var url = new URI(text);
            boolean isWeb = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (isWeb && url.getRawUserInfo() != null) {
                mistakes.add(path, "An address must not hold a user or a password. Take what stands before \"@\" out.");
                return Optional.empty();
            }
            if (isWeb && url.getHost() != null && text.length() <= LONGEST_ADDRESS && url.getPort() <= 65535) {
                return Optional.of(url);
            }
        } catch (URISyntaxException e) {
            // told below, in the same words
        }
        mistakes.add(path, "This is not a web address. Write all of it, such as https://hooks.example.com/larum.");
        return Optional.empty();
    }
}
