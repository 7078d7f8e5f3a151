package org.larum.app.improvement;

import static org.larum.app.LarumConfiguration.LIVE;

import org.larum.app.bus.Commands;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.Freshness;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.shared.Time;
import org.larum.projections.feedback.FeedbackAnswers;
import org.larum.projections.improvement.ImprovementAnswers;
import org.larum.projections.improvement.ImprovementTable;
import org.larum.projections.measure.MeasureAnswers;
import org.larum.projections.postmortem.PostmortemAnswers;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Names;
import org.larum.projections.slo.SloAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the parts of the backlog together. */
@Configuration(proxyBeanMethods = false)
class ImprovementConfiguration {

    @Bean
    ImprovementAnswers improvementAnswers(JdbcClient jdbc, Json json, Names names) {
        return new ImprovementAnswers(new ImprovementTable(jdbc, json, LIVE), names);
    }

    @Bean
    Looking looking(
            MeasureAnswers measures,
            FeedbackAnswers feedback,
            PostmortemAnswers reviews,
            SloAnswers slos,
            ImprovementAnswers answers,
            Commands commands,
            EventLog log,
            Freshness freshness,
            RuleBook rules,
            Time time) {
        var signs = new Signs(measures, feedback, reviews, slos, rules);
        return new Looking(signs, new Measuring(measures, feedback), answers, commands, log, freshness, time);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    ImprovementClock improvementClock(Looking looking, Time time) {
        return new ImprovementClock(looking, time);
    }
}
