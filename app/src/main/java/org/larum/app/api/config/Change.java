package org.larum.app.api.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What a file changes at one entry; {@code fields} by their names alone, for a value may be a secret. */
record Change(@JsonProperty("change") Kind kind, String path, String word, List<String> fields) {

    /** Whether it is about a way of telling people or machines that is not proven to work any more. */
    boolean wantsTest() {
        return path.startsWith("channels")
                && !word.equals(Section.LIMITS_WORD)
                && !word.equals(Section.TEMPLATES_WORD)
                && (kind == Kind.ADDED || kind == Kind.CHANGED);
    }

    public enum Kind {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("removed")
        REMOVED,
        /** In use, described by a file before, and not in this one: it stays until it is asked to be removed. */
        @JsonProperty("absent")
        ABSENT
    }
}
