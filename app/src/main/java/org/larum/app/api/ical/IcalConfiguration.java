package org.larum.app.api.ical;

import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.config.Settings;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Vault;
import org.larum.domain.shared.Time;
import org.larum.projections.shared.Names;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class IcalConfiguration {

    @Bean
    IcalDesk icalDesk(
            Commands commands,
            Idempotency idempotency,
            JdbcClient jdbc,
            RuleBook rules,
            Names names,
            Vault vault,
            Settings settings,
            Time time) {
        return new IcalDesk(
                commands,
                idempotency,
                new IcalFeedTable(jdbc),
                new ShiftCalendars(rules, names, settings.url().toString()),
                rules,
                names,
                vault,
                time);
    }
}
