package org.larum.app.slo;

import static org.larum.app.LarumConfiguration.LIVE;

import org.larum.app.bus.Commands;
import org.larum.app.config.Settings;
import org.larum.app.intake.Intake;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.shared.Time;
import org.larum.projections.slo.SloAnswers;
import org.larum.projections.slo.SloTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the parts of budgets together. */
@Configuration(proxyBeanMethods = false)
class SloClockConfiguration {

    @Bean
    SloAnswers sloAnswers(JdbcClient jdbc) {
        return new SloAnswers(new SloTable(jdbc, LIVE));
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    SloClock sloClock(
            SloAnswers answers,
            JdbcClient jdbc,
            Intake intake,
            Settings settings,
            Commands commands,
            RuleBook rules,
            Time time) {
        var alerts = new BudgetAlerts(intake, settings.url().toString());
        return new SloClock(answers, new UntoldTable(jdbc), alerts, commands, rules, time);
    }
}
