package org.larum.app.api.outbox;

import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.eventstore.EventLog;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Time;
import org.larum.projections.outbox.OutboxAnswers;
import org.larum.projections.shared.Names;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    @Bean
    OutboxDesk outboxDesk(
            OutboxAnswers messages,
            EventLog log,
            RuleBook rules,
            Names names,
            Commands commands,
            Idempotency idempotency,
            Ids ids,
            Time time) {
        return new OutboxDesk(messages, log, rules, names, commands, idempotency, ids, time);
    }
}
