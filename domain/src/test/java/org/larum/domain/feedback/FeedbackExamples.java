package org.larum.domain.feedback;

import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.escalation.EscalationExamples.RUN;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.notification.NotificationExamples.MAIL_TO_ADA;

import org.jspecify.annotations.Nullable;
import org.larum.domain.feedback.FeedbackCommand.AnswerSurvey;
import org.larum.domain.feedback.FeedbackCommand.RateIncident;
import org.larum.domain.feedback.FeedbackCommand.RatePage;
import org.larum.domain.feedback.FeedbackEvent.IncidentRated;
import org.larum.domain.feedback.FeedbackEvent.PageRated;
import org.larum.domain.feedback.FeedbackEvent.SurveyAnswered;
import org.larum.domain.shared.Monday;

/** Ada has her say. */
public final class FeedbackExamples {

    private FeedbackExamples() {}

    public static RatePage ratePage(Verdict verdict) {
        return new RatePage(MAIL_TO_ADA, RUN.value(), INCIDENT, ADA, verdict, "mail link", Monday.at(9));
    }

    public static PageRated pageRated(Verdict verdict) {
        return new PageRated(
                RatingId.ofPage(RUN.value(), ADA),
                MAIL_TO_ADA,
                RUN.value(),
                INCIDENT,
                ADA,
                verdict,
                "mail link",
                Monday.at(9));
    }

    public static RateIncident rateIncident(int stars, @Nullable String comment) {
        return new RateIncident(INCIDENT, ADA, stars, comment, null, Monday.at(20));
    }

    public static IncidentRated incidentRated(int stars, @Nullable String comment) {
        return new IncidentRated(RatingId.of(INCIDENT, ADA), INCIDENT, ADA, stars, comment, null, Monday.at(20));
    }

    public static AnswerSurvey answer(SurveyQuestion question, int answer) {
        return new AnswerSurvey(INCIDENT, ADA, question, answer, Monday.at(21));
    }

    public static SurveyAnswered answered(SurveyQuestion question, int answer, boolean completes) {
        return new SurveyAnswered(
                RatingId.ofSurvey(INCIDENT, ADA), INCIDENT, ADA, question, answer, completes, Monday.at(21));
    }
}
