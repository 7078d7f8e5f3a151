package org.larum.app.api.dashboard;

import org.larum.app.api.config.ConfigDesk;
import org.larum.app.api.measure.BusinessDesk;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.config.PageCost;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Vault;
import org.larum.domain.shared.Time;
import org.larum.projections.change.ChangeAnswers;
import org.larum.projections.improvement.ImprovementAnswers;
import org.larum.projections.measure.MeasureAnswers;
import org.larum.projections.shared.Names;
import org.larum.projections.slo.SloAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class DashboardConfiguration {

    @Bean
    PageCost pageCost() {
        return PageCost.from(System.getenv());
    }

    @Bean
    Panels panels(
            MeasureAnswers measures,
            BusinessDesk business,
            SloAnswers slos,
            ChangeAnswers changes,
            ImprovementAnswers improvements,
            RuleBook rules,
            PageCost cost) {
        return new Panels(new PanelSources(measures, business, slos, changes, improvements, rules, cost));
    }

    @Bean
    DashboardDesk dashboardDesk(ConfigDesk config, JdbcClient jdbc, RuleBook rules, Names names) {
        return new DashboardDesk(config, new DashboardLinkTable(jdbc), rules, names);
    }

    @Bean
    LinkDesk linkDesk(
            Commands commands,
            Idempotency idempotency,
            DashboardDesk boards,
            JdbcClient jdbc,
            Names names,
            Vault vault) {
        return new LinkDesk(commands, idempotency, boards, new DashboardLinkTable(jdbc), names, vault);
    }

    @Bean
    SharedBoards sharedBoards(JdbcClient jdbc, Panels panels, RuleBook rules, Names names, Vault vault, Time time) {
        return new SharedBoards(new DashboardLinkTable(jdbc), panels, rules, names, vault, time);
    }
}
