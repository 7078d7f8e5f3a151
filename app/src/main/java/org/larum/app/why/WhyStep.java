package org.larum.app.why;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One decision about an alert or an incident: what was decided, by which rule in which version if by one, and because of what, as a
 * sentence.
 */
public record WhyStep(
        Instant at,
        String decision,
        @Nullable String rule,
        @Nullable Integer version,
        String because) {

    static WhyStep of(Instant at, String decision, String because) {
        return new WhyStep(at, decision, null, null, because);
    }
}
