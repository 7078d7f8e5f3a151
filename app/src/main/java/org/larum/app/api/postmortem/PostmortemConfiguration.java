package org.larum.app.api.postmortem;

import static org.larum.app.LarumConfiguration.LIVE;

import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.config.Settings;
import org.larum.app.eventstore.EventLog;
import org.larum.app.postmortem.ByWord;
import org.larum.app.postmortem.Drafting;
import org.larum.app.postmortem.ReviewClock;
import org.larum.app.processing.Freshness;
import org.larum.app.processing.LogCourse;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.shared.Time;
import org.larum.projections.postmortem.ActionTable;
import org.larum.projections.postmortem.KnowledgeTable;
import org.larum.projections.postmortem.PostmortemAnswers;
import org.larum.projections.postmortem.PostmortemTable;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Names;
import org.larum.projections.timeline.TimelineAnswers;
import org.larum.projections.timeline.TimelineTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the parts of reviews together. */
@Configuration(proxyBeanMethods = false)
public class PostmortemConfiguration {

    @Bean
    PostmortemAnswers postmortemAnswers(JdbcClient jdbc, Json json, Names names) {
        return new PostmortemAnswers(
                new PostmortemTable(jdbc, json, LIVE),
                new ActionTable(jdbc, json, LIVE),
                new KnowledgeTable(jdbc, LIVE),
                names);
    }

    @Bean
    Drafting drafting(
            Commands commands, EventLog log, JdbcClient jdbc, Json json, Names names, RuleBook rules, Time time) {
        var timelines = new TimelineAnswers(new TimelineTable(jdbc, json, LIVE), new ByWord(names));
        return new Drafting(commands, log, timelines, rules, time);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    ReviewClock reviewClock(
            PostmortemAnswers answers,
            Freshness freshness,
            Drafting drafting,
            Commands commands,
            RuleBook rules,
            Time time) {
        return new ReviewClock(answers, freshness, drafting, commands, rules, time);
    }

    @Bean
    PostmortemDesk postmortemDesk(
            Commands commands,
            Idempotency idempotency,
            EventLog log,
            Freshness freshness,
            PostmortemAnswers answers,
            Drafting drafting,
            Time time) {
        return new PostmortemDesk(commands, idempotency, log, freshness, answers, new LogCourse(log), drafting, time);
    }

    @Bean
    WriterTable postmortemWriters(JdbcClient jdbc) {
        return new WriterTable(jdbc);
    }

    @Bean
    PostmortemMarkdown postmortemMarkdown(TimelineAnswers timelines, Settings settings) {
        return new PostmortemMarkdown(timelines, settings.url().toString());
    }
}
