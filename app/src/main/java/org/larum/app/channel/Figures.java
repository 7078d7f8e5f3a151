package org.larum.app.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one channel does, in numbers. {@code refusedSince}: how many were not taken since it was last proven to work. */
public record Figures(
        @Nullable Instant lastTaken,
        @Nullable Refused lastRefused,
        int refusedSince,
        Rate hour,
        Rate day,
        Queue queue,
        @Nullable Tested test,
        @Nullable Check check) {

    /** {@code half}, {@code most}: from asked for to taken, in milliseconds, of half and of 95 % of them; null when none was taken. */
    public record Rate(
            int taken,
            int lost,
            @Nullable Long half,
            @Nullable Long most) {

        static final Rate NONE = new Rate(0, 0, null, null);
    }

    /** {@code due}: nothing but Larum keeps them; {@code waiting}: for their time, or for a provider. */
    public record Queue(
            int due,
            int waiting,
            int sending,
            @Nullable Instant oldestDue,
            @Nullable Instant oldest) {

        static final Queue EMPTY = new Queue(0, 0, 0, null, null);
    }

    public record Refused(UUID id, Instant at, String why) {}

    /** The newest message that was sent to see whether it arrives. */
    public record Tested(
            UUID id,
            UUID recipient,
            String state,
            @Nullable String reason,
            Instant requestedAt,
            Instant changedAt,
            @Nullable Instant confirmedAt) {}

    /** When it was last proven that the channel works: a message was taken, or its provider answered; null when never. */
    @Nullable
    Instant proven() {
        var answered = check != null && check.ok() ? check.at() : null;
        if (answered == null || lastTaken == null) {
            return answered == null ? lastTaken : answered;
        }
        return answered.isAfter(lastTaken) ? answered : lastTaken;
    }
}
