package org.larum.app.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.reactive.UrlHandlerFilter;

/** A slash at the end of an address of the API makes no difference: senders and scripts add one. */
@Configuration(proxyBeanMethods = false)
class SlashConfiguration {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    UrlHandlerFilter trailingSlashes() {
        return UrlHandlerFilter.trailingSlashHandler("/api/**").mutateRequest().build();
    }
}
