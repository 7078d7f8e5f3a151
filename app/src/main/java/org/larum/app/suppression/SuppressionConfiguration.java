package org.larum.app.suppression;

import org.larum.app.bus.Commands;
import org.larum.app.eventstore.EventLog;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.watch.OwnFaults;
import org.larum.domain.shared.Time;
import org.larum.domain.suppression.Conditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What asks rules, and looks again at what they hold back. */
@Configuration(proxyBeanMethods = false)
public class SuppressionConfiguration {

    @Bean
    Conditions conditions() {
        return new CelConditions();
    }

    @Bean
    HeldTable heldTable(JdbcClient jdbc) {
        return new HeldTable(jdbc);
    }

    @Bean
    RuleFaultTable ruleFaultTable(JdbcClient jdbc) {
        return new RuleFaultTable(jdbc);
    }

    @Bean
    ScreeningDesk screeningDesk(
            HeldTable table, Commands commands, EventLog log, RuleBook rules, Conditions conditions) {
        return new ScreeningDesk(
                table,
                commands,
                log,
                () -> {
                    rules.catchUp();
                    return rules.now();
                },
                conditions);
    }

    @Bean
    HushTable hushTable(JdbcClient jdbc) {
        return new HushTable(jdbc);
    }

    @Bean
    HushDesk hushDesk(
            HushTable table, HeldTable held, Commands commands, EventLog log, RuleBook rules, Conditions conditions) {
        return new HushDesk(table, held, commands, log, rules, conditions);
    }

    @Bean
    SilenceReminders silenceReminders(HeldTable table, HushTable hushes, RuleBook rules, Commands commands, Time time) {
        return new SilenceReminders(table, hushes, rules, commands, time);
    }

    @Bean
    Screenings screenings(
            ScreeningDesk desk,
            HushDesk hushes,
            HeldTable table,
            RuleFaultTable faultTable,
            OwnFaults faults,
            SilenceReminders reminders) {
        return new Screenings(desk, hushes, table, new RuleFaults(faultTable, faults), reminders);
    }
}
