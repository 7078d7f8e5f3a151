package org.larum.app.page;

import java.time.Duration;
import org.larum.app.problem.WebPages;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.server.WebFilter;

/** Serves the web app: one page for every address of it, and assets whose names change with their content. */
@RestController
class WebApp {

    /** The addresses of the web app. It holds no data: what is shown is asked for afterwards, with the reader's rights. */
    @GetMapping(
            path = {
                "/",
                "/inbox",
                "/i/{id}",
                "/outbox",
                "/channels",
                "/feedback",
                "/insights",
                "/insights/list",
                "/insights/boards",
                "/insights/new-board",
                "/insights/boards/{word}",
                "/insights/boards/{word}/edit",
                "/wall/{token}",
                "/reports",
                "/slos",
                "/slos/{word}",
                "/improvements",
                "/improvements/{id}",
                "/reviews",
                "/i/{id}/postmortem",
                "/parked",
                "/people",
                "/policies",
                "/policies/{word}",
                "/services",
                "/services/{word}",
                "/on-call",
                "/on-call/{word}",
                "/on-call/{word}/edit",
                "/simulate",
                "/rules",
                "/why/{what}/{id}",
                "/me",
                "/status-page",
                "/login",
                "/setup/{token}",
                "/invitation/{token}",
            },
            produces = MediaType.TEXT_HTML_VALUE)
    @Permit(Permission.OPEN)
    ResponseEntity<Resource> index() {
        return WebPages.index();
    }

    /** Where the files lie, and how long a browser may keep them. */
    @Configuration(proxyBeanMethods = false)
    static class Files implements WebFluxConfigurer {

        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            registry.addResourceHandler("/assets/**")
                    .addResourceLocations("classpath:/static/assets/")
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                            .cachePublic()
                            .immutable());
            registry.addResourceHandler("/*.svg", "/*.png", "/*.webmanifest", "/*.ico", "/robots.txt", "/sw.js")
                    .addResourceLocations("classpath:/static/")
                    .setCacheControl(CacheControl.noCache());
        }

        /** Answers of the API are never kept by a browser or a proxy. */
        @Bean
        WebFilter noStore() {
            return (exchange, chain) -> {
                if (exchange.getRequest().getPath().value().startsWith("/api/")) {
                    exchange.getResponse().getHeaders().setCacheControl("no-store");
                }
                return chain.filter(exchange);
            };
        }
    }
}
