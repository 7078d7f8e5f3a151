package org.larum.app.api.me;

import org.larum.app.api.config.ConfigDesk;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.Freshness;
import org.larum.app.push.DeviceBook;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.NumberCodes;
import org.larum.domain.directory.Seals;
import org.larum.domain.shared.Time;
import org.larum.notifiers.push.PushHosts;
import org.larum.projections.outbox.OutboxAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class MeConfiguration {

    @Bean
    ReachDesk reachDesk(
            RuleBook rules,
            ConfigDesk config,
            OutboxAnswers outbox,
            Freshness freshness,
            Seals seals,
            JdbcClient jdbc,
            Time time) {
        var numbers = new NumberTable(jdbc);
        return new ReachDesk(rules, config, outbox, freshness, seals, new MyDuty(rules), numbers, time);
    }

    @Bean
    NumberDesk numberDesk(
            Commands commands,
            Idempotency idempotency,
            JdbcClient jdbc,
            NumberCodes codes,
            ReachDesk reach,
            EventLog log,
            Time time) {
        return new NumberDesk(commands, idempotency, new NumberTable(jdbc), codes, reach, log, time);
    }

    @Bean
    DeviceDesk deviceDesk(
            Commands commands,
            Idempotency idempotency,
            RuleBook rules,
            ReachDesk reach,
            DeviceBook book,
            PushHosts hosts,
            Time time) {
        return new DeviceDesk(commands, idempotency, rules, reach, book, hosts, time);
    }

    @Bean
    TestDesk testDesk(
            Commands commands, Idempotency idempotency, JdbcClient jdbc, ReachDesk reach, EventLog log, Time time) {
        return new TestDesk(commands, idempotency, new ReachTestTable(jdbc), reach, log, time);
    }
}
