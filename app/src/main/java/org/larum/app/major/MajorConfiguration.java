package org.larum.app.major;

import java.util.function.LongFunction;
import org.larum.app.LarumConfiguration;
import org.larum.app.api.incident.MajorDesk;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.Freshness;
import org.larum.app.processing.LogKnown;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.major.MajorKnown;
import org.larum.domain.shared.Time;
import org.larum.projections.major.MajorAnswers;
import org.larum.projections.major.MajorTable;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Names;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the parts of major incidents together. */
@Configuration(proxyBeanMethods = false)
public class MajorConfiguration {

    @Bean
    LongFunction<MajorKnown> majorKnown(RuleBook rules, EventLog log) {
        return index -> new LogKnown(rules.asOf(index), log);
    }

    @Bean
    MajorAnswers majorAnswers(JdbcClient jdbc, Json json, Names names) {
        return new MajorAnswers(new MajorTable(jdbc, json, LarumConfiguration.LIVE), names);
    }

    @Bean
    MajorDesk majorDesk(
            Commands commands,
            Idempotency idempotency,
            EventLog log,
            Freshness freshness,
            MajorAnswers answers,
            RuleBook rules,
            Names names,
            Time time) {
        return new MajorDesk(commands, idempotency, log, freshness, answers, rules, names, time);
    }
}
