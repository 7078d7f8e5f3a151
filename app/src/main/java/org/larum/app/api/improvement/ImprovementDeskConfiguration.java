package org.larum.app.api.improvement;

import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.Freshness;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.shared.Time;
import org.larum.projections.improvement.ImprovementAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts of the door together. */
@Configuration(proxyBeanMethods = false)
class ImprovementDeskConfiguration {

    @Bean
    ImprovementDesk improvementDesk(
            Commands commands,
            Idempotency idempotency,
            EventLog log,
            Freshness freshness,
            ImprovementAnswers answers,
            Time time) {
        return new ImprovementDesk(commands, idempotency, log, freshness, answers, time);
    }

    @Bean
    ImprovementReader improvementReader(RuleBook rules) {
        return new ImprovementReader(rules);
    }
}
