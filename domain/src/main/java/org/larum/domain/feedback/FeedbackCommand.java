package org.larum.domain.feedback;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;

/** Everything that people can say afterwards. Saying the same again changes nothing. */
public sealed interface FeedbackCommand extends Command {

    RatingId rating();

    @Override
    default UUID target() {
        return rating().value();
    }

    /** {@code page}: one of the messages by which {@code run} called the person. {@code via}: null for the web app. */
    record RatePage(
            @TargetAggregateIdentifier RatingId rating,
            NotificationId page,
            UUID run,
            IncidentId incident,
            PersonId person,
            Verdict verdict,
            @Nullable String via,
            Instant at)
            implements FeedbackCommand {

        public RatePage(
                NotificationId page,
                UUID run,
                IncidentId incident,
                PersonId person,
                Verdict verdict,
                @Nullable String via,
                Instant at) {
            this(RatingId.ofPage(run, person), page, run, incident, person, verdict, via, at);
        }
    }

    /** {@code comment}: null leaves what was said before, so that one tap on a star loses no words; blank takes it back. */
    record RateIncident(
            @TargetAggregateIdentifier RatingId rating,
            IncidentId incident,
            PersonId person,
            int stars,
            @Nullable String comment,
            @Nullable String via,
            Instant at)
            implements FeedbackCommand {

        public RateIncident(
                IncidentId incident,
                PersonId person,
                int stars,
                @Nullable String comment,
                @Nullable String via,
                Instant at) {
            this(RatingId.of(incident, person), incident, person, stars, comment, via, at);
        }
    }

    record AnswerSurvey(
            @TargetAggregateIdentifier RatingId rating,
            IncidentId incident,
            PersonId person,
            SurveyQuestion question,
            int answer,
            Instant at)
            implements FeedbackCommand {

        public AnswerSurvey(IncidentId incident, PersonId person, SurveyQuestion question, int answer, Instant at) {
            this(RatingId.ofSurvey(incident, person), incident, person, question, answer, at);
        }
    }

    /** Whoever was asked already is not asked again. */
    record AskQuarter(@TargetAggregateIdentifier RatingId rating, Quarter quarter, PersonId person, Instant at)
            implements FeedbackCommand {

        public AskQuarter(Quarter quarter, PersonId person, Instant at) {
            this(RatingId.ofQuarter(quarter, person), quarter, person, at);
        }
    }

    record AnswerQuarter(
            @TargetAggregateIdentifier RatingId rating,
            Quarter quarter,
            PersonId person,
            QuarterQuestion question,
            int answer,
            Instant at)
            implements FeedbackCommand {

        public AnswerQuarter(Quarter quarter, PersonId person, QuarterQuestion question, int answer, Instant at) {
            this(RatingId.ofQuarter(quarter, person), quarter, person, question, answer, at);
        }
    }

    record TakeTicket(
            @TargetAggregateIdentifier RatingId rating,
            String source,
            String number,
            @Nullable ServiceId service,
            String text,
            Instant written,
            Actor by,
            Instant at)
            implements FeedbackCommand {

        public TakeTicket(
                String source,
                String number,
                @Nullable ServiceId service,
                String text,
                Instant written,
                Actor by,
                Instant at) {
            this(RatingId.ofTicket(source, number), source, number, service, text, written, by, at);
        }
    }
}
