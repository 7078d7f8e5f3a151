package org.larum.app.security;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import reactor.core.publisher.Mono;

/** Whoever called the current route. */
public final class Callers {

    private Callers() {}

    /** Empty only on routes that permit everybody. */
    public static Mono<Who> current() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .mapNotNull(found -> found.getPrincipal())
                .ofType(Who.class);
    }
}
