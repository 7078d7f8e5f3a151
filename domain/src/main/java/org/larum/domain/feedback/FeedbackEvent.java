package org.larum.domain.feedback;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.Event;

/** Everything that was said afterwards. A later one of the same rating replaces it. */
public sealed interface FeedbackEvent extends Event {

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
}
