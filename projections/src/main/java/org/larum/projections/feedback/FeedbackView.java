package org.larum.projections.feedback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Named;

/**
 * What one person said of one page or one incident, or what somebody outside wrote in a ticket: then {@code person} is null. {@code verdict}: of a page; {@code stars}: of an incident, 1 to 5. {@code
 * category}, {@code tags} and {@code sentiment}, from −1 for blame to 1 for praise, are of its comment; {@code alike}: how many other
 * comments say nearly the same.
 */
public record FeedbackView(
        UUID id,
        String kind,
        @Nullable RatedIncident incident,
        @Nullable Named service,
        @Nullable Named person,
        @Nullable TicketView ticket,
        @Nullable String verdict,
        @Nullable Integer stars,
        @Nullable String comment,
        @Nullable String category,
        List<String> tags,
        @Nullable Double sentiment,
        int alike,
        Instant at) {

    /** {@code source}: the system that it lies in; {@code number}: its number there. */
    public record TicketView(String source, String number) {}

    public record RatedIncident(UUID id, int number, String title) {}
}
