package org.larum.app.bus;

import org.larum.app.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Carries the caller's Idempotency-Key to the unit of work that keeps it; also through the doors that stand before sign-in. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class IdempotencyFilter implements WebFilter {

    private static final int LONGEST = 255;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var key = exchange.getRequest().getHeaders().getFirst("Idempotency-Key");
        if (key == null || key.isBlank()) {
            return chain.filter(exchange);
        }
        if (key.length() > LONGEST) {
            return Problems.write(
                    exchange,
                    HttpStatus.BAD_REQUEST,
                    "bad_idempotency_key",
                    "An Idempotency-Key has at most " + LONGEST + " characters. Nothing was changed.");
        }
        return chain.filter(exchange).contextWrite(context -> context.put(Idempotency.KEY, key));
    }
}
