package org.larum.app.template;

import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.config.Settings;
import org.larum.app.delivery.LogBriefing;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.watch.OwnFaults;
import org.larum.domain.shared.Time;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    @Bean
    HouseTemplates houseTemplates(RuleBook rules, OwnFaults faults) {
        return new HouseTemplates(rules::templates, faults);
    }

    @Bean
    TemplateDesk templateDesk(LogBriefing briefing, IncidentDesk incidents, Settings settings, Time time) {
        return new TemplateDesk(briefing, incidents, settings.url(), time);
    }
}
