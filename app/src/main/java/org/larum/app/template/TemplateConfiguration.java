package org.larum.app.template;

import org.larum.app.rulebook.RuleBook;
import org.larum.app.watch.OwnFaults;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    @Bean
    HouseTemplates houseTemplates(RuleBook rules, OwnFaults faults) {
        return new HouseTemplates(rules::templates, faults);
    }
}
