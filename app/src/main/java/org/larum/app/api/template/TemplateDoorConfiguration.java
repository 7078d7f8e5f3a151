package org.larum.app.api.template;

import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.config.Settings;
import org.larum.app.delivery.LogBriefing;
import org.larum.domain.shared.Time;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class TemplateDoorConfiguration {

    @Bean
    TemplateDesk templateDesk(LogBriefing briefing, IncidentDesk incidents, Settings settings, Time time) {
        return new TemplateDesk(briefing, incidents, settings.url(), time);
    }
}
