package org.larum.domain.feedback;

import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.escalation.EscalationExamples.RUN;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.notification.NotificationExamples.MAIL_TO_ADA;

import org.jspecify.annotations.Nullable;
import org.larum.domain.feedback.FeedbackCommand.AnswerQuarter;
import org.larum.domain.feedback.FeedbackCommand.AnswerSurvey;
import org.larum.domain.feedback.FeedbackCommand.AskQuarter;
import org.larum.domain.feedback.FeedbackCommand.RateIncident;
import org.larum.domain.feedback.FeedbackCommand.RatePage;
import org.larum.domain.feedback.FeedbackCommand.TakeTicket;
import org.larum.domain.feedback.FeedbackEvent.IncidentRated;
import org.larum.domain.feedback.FeedbackEvent.PageRated;
import org.larum.domain.feedback.FeedbackEvent.QuarterAnswered;
import org.larum.domain.feedback.FeedbackEvent.QuarterAsked;
import org.larum.domain.feedback.FeedbackEvent.SurveyAnswered;
import org.larum.domain.feedback.FeedbackEvent.TicketTaken;
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

    public static final Quarter QUARTER = new Quarter(2026, 3);

    public static AskQuarter askQuarter() {
        return new AskQuarter(QUARTER, ADA, Monday.at(30));
    }

    public static QuarterAsked quarterAsked() {
        return new QuarterAsked(RatingId.ofQuarter(QUARTER, ADA), "2026-Q3", ADA, Monday.at(30));
    }

    public static AnswerQuarter answerQuarter(QuarterQuestion question, int answer) {
        return new AnswerQuarter(QUARTER, ADA, question, answer, Monday.at(31));
    }

    public static QuarterAnswered quarterAnswered(QuarterQuestion question, int answer, boolean completes) {
        return new QuarterAnswered(
                RatingId.ofQuarter(QUARTER, ADA), "2026-Q3", ADA, question, answer, completes, Monday.at(31));
    }

    public static TakeTicket takeTicket(String text) {
        return new TakeTicket("zendesk", "4711", CHECKOUT, text, Monday.at(5), BY_ADA, Monday.at(40));
    }

    public static TicketTaken ticketTaken(String text) {
        return new TicketTaken(
                RatingId.ofTicket("zendesk", "4711"),
                "zendesk",
                "4711",
                CHECKOUT,
                text,
                Monday.at(5),
                BY_ADA,
                Monday.at(40));
    }

    public static AnswerSurvey answer(SurveyQuestion question, int answer) {
        return new AnswerSurvey(INCIDENT, ADA, question, answer, Monday.at(21));
    }

    public static SurveyAnswered answered(SurveyQuestion question, int answer, boolean completes) {
        return new SurveyAnswered(
                RatingId.ofSurvey(INCIDENT, ADA), INCIDENT, ADA, question, answer, completes, Monday.at(21));
    }
}
