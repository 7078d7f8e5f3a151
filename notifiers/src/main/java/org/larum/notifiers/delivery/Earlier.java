package org.larum.notifiers.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message that somebody was sent lately, and what it was about: several things when it was a bundle. */
record Earlier(Instant at, List<Matter> matters) {

    record Matter(@Nullable UUID incident, @Nullable UUID service) {}

    /** Whether it named the service because of another incident. */
    boolean namedForAnother(UUID service, @Nullable UUID incident) {
        return matters.stream()
                .anyMatch(matter ->
                        service.equals(matter.service()) && (incident == null || !incident.equals(matter.incident())));
    }
}
