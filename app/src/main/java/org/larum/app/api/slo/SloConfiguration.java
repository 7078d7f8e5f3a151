package org.larum.app.api.slo;

import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.shared.Time;
import org.larum.projections.shared.Names;
import org.larum.projections.slo.SloAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts of this door together. */
@Configuration(proxyBeanMethods = false)
class SloConfiguration {

    @Bean
    SloDesk sloDesk(
            RuleBook rules, SloAnswers answers, Names names, Commands commands, Idempotency idempotency, Time time) {
        return new SloDesk(rules, answers, names, commands, idempotency, time);
    }
}
