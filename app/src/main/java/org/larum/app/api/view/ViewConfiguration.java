package org.larum.app.api.view;

import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.shared.Time;
import org.larum.projections.shared.Names;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

    @Bean
    ViewDesk viewDesk(
            Commands commands, Idempotency idempotency, JdbcClient jdbc, RuleBook rules, Names names, Time time) {
        return new ViewDesk(commands, idempotency, new ViewTable(jdbc), rules, names, time);
    }
}
