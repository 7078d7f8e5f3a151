package org.larum.app.email;

import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.bus.Commands;
import org.larum.app.eventstore.EventLog;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.SecretTable;
import org.larum.app.security.Vault;
import org.larum.domain.shared.Time;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class EmailConfiguration {

    @Bean
    ReplyLinks replyLinks(RuleBook rules, Vault vault) {
        return new ReplyLinks(rules, vault);
    }

    @Bean
    ReplyDesk replyDesk(
            ReplyLinks links,
            RuleBook rules,
            SecretTable secrets,
            EventLog log,
            IncidentDesk incidents,
            Commands commands,
            Time time) {
        return new ReplyDesk(links, rules, secrets, log, incidents, commands, time);
    }
}
