package org.larum.app.api.simulation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, as it is written. {@code organisation}: the text of a file, or absent for the one in use. {@code detection}: in
 * Larum's own format, with the word of an {@code integration} or of a {@code service}. {@code asserted}: such as "reached within 5m";
 * asked {@code every} so long {@code length} on when both are given. {@code horizon}: how far it is thought through, 24h when absent.
 */
public record Wanted(
        @Nullable String organisation,
        @Nullable Map<String, Object> detection,
        @Nullable String at,
        @Nullable Assumed assume,
        @JsonProperty("assert") @Nullable String asserted,
        @Nullable String every,
        @JsonProperty("for") @Nullable String length,
        @Nullable String horizon) {

    /** {@code answers}: how long after being told first a person acknowledges, by their word. {@code down}: channels that fail. */
    public record Assumed(
            @Nullable Map<String, String> answers, @Nullable List<String> down) {}
}
