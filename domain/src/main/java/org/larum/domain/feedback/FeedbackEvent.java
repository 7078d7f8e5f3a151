package org.larum.domain.feedback;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;

/** Everything that was said afterwards. A later one of the same rating replaces it. */
public sealed interface FeedbackEvent extends Event {

    /** Null for what is of no incident. */
    @Nullable
    IncidentId incident();

    /** {@code page}: the message that it was said of, one of those of {@code run}; {@code via}: null for the web app. */
    @Revision("1")
    record PageRated(
            RatingId rating,
            NotificationId page,
            UUID run,
            IncidentId incident,
            PersonId person,
            Verdict verdict,
            @Nullable String via,
            Instant at)
            implements FeedbackEvent {}

    /** From 1 star to 5. {@code comment}: null for none. */
    @Revision("1")
    record IncidentRated(
            RatingId rating,
            IncidentId incident,
            PersonId person,
            int stars,
            @Nullable String comment,
            @Nullable String via,
            Instant at)
            implements FeedbackEvent {}

    /** From 1, not at all, to 5, very much. {@code completes}: every question has an answer now. */
    @Revision("1")
    record SurveyAnswered(
            RatingId rating,
            IncidentId incident,
            PersonId person,
            SurveyQuestion question,
            int answer,
            boolean completes,
            Instant at)
            implements FeedbackEvent {}

    /** {@code quarter}: such as 2026-Q4. Whoever was paged in it is asked when it is over. */
    @Revision("1")
    record QuarterAsked(RatingId rating, String quarter, PersonId person, Instant at) implements FeedbackEvent {

        @Override
        public @Nullable IncidentId incident() {
            return null;
        }
    }

    /** From 1, not at all, to 5, very much. {@code completes}: every question has an answer now. */
    @Revision("1")
    record QuarterAnswered(
            RatingId rating,
            String quarter,
            PersonId person,
            QuarterQuestion question,
            int answer,
            boolean completes,
            Instant at)
            implements FeedbackEvent {

        @Override
        public @Nullable IncidentId incident() {
            return null;
        }
    }

    /** {@code source}: the system that it lies in; {@code number}: its number there; {@code service}: null when it is of none. */
    @Revision("1")
    record TicketTaken(
            RatingId rating,
            String source,
            String number,
            @Nullable ServiceId service,
            String text,
            Instant written,
            Actor by,
            Instant at)
            implements FeedbackEvent {

        @Override
        public @Nullable IncidentId incident() {
            return null;
        }
    }
}
