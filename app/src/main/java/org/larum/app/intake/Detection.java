package org.larum.app.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Severity;

/**
 * What a sender saw, in our words. {@code severity} and {@code summary} are only meant for a trigger. {@code details} is a JSON
 * text of any shape. {@code endsAt}: until when a trigger holds if the sender says nothing more.
 */
public record Detection(
        String key,
        Action action,
        Severity severity,
        String summary,
        About about,
        @Nullable String details,
        Instant occurredAt,
        @Nullable Instant endsAt) {

    public enum Action {
        TRIGGER,
        ACKNOWLEDGE,
        RESOLVE
    }

    /** {@code service}: the word of a service when the sender names one, else the integration's own. */
    public record About(
            @Nullable String service, @Nullable String component, Map<String, String> labels, List<Link> links) {

        public static final About NOTHING = new About(null, null, Map.of(), List.of());
    }
}
