package org.larum.projections.postmortem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Named;

/** What is to be done after an incident. {@code number}: that of the incident; {@code state}: proposed, started, done or dropped. */
public record ActionView(
        UUID id,
        UUID postmortem,
        UUID incident,
        int number,
        String text,
        @Nullable String doneWhen,
        Named owner,
        LocalDate due,
        String state,
        boolean overdue,
        Instant changedAt,
        ActorView changedBy) {}
