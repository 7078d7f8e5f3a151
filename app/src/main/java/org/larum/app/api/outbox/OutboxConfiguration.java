package org.larum.app.api.outbox;

import org.larum.app.eventstore.EventLog;
import org.larum.app.rulebook.RuleBook;
import org.larum.projections.outbox.OutboxAnswers;
import org.larum.projections.shared.Names;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    @Bean
    OutboxDesk outboxDesk(OutboxAnswers messages, EventLog log, RuleBook rules, Names names) {
        return new OutboxDesk(messages, log, rules, names);
    }
}
