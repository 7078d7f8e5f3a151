package org.larum.app.api.feedback;

import static org.larum.app.LarumConfiguration.LIVE;

import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.eventstore.EventLog;
import org.larum.app.feedback.QuarterClock;
import org.larum.app.processing.Freshness;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.shared.Time;
import org.larum.projections.feedback.FeedbackAnswers;
import org.larum.projections.feedback.FeedbackFigureTable;
import org.larum.projections.feedback.FeedbackQuarterTable;
import org.larum.projections.feedback.FeedbackSurveyTable;
import org.larum.projections.feedback.FeedbackTable;
import org.larum.projections.shared.Names;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the parts of feedback together. */
@Configuration(proxyBeanMethods = false)
public class FeedbackConfiguration {

    @Bean
    FeedbackAnswers feedbackAnswers(JdbcClient jdbc, Names names) {
        return new FeedbackAnswers(
                new FeedbackTable(jdbc, LIVE),
                new FeedbackFigureTable(jdbc, LIVE),
                new FeedbackSurveyTable(jdbc, LIVE),
                new FeedbackQuarterTable(jdbc, LIVE),
                names);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    QuarterClock quarterClock(FeedbackAnswers answers, Commands commands, RuleBook rules, Time time) {
        return new QuarterClock(answers, commands, rules, time);
    }

    @Bean
    TicketDesk ticketDesk(Commands commands, RuleBook rules, Time time) {
        return new TicketDesk(commands, rules, time);
    }

    @Bean
    FeedbackDesk feedbackDesk(
            Commands commands,
            Idempotency idempotency,
            EventLog log,
            Freshness freshness,
            FeedbackAnswers answers,
            Time time) {
        return new FeedbackDesk(commands, idempotency, log, freshness, answers, time);
    }
}
