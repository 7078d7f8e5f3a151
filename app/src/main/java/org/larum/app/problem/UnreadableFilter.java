package org.larum.app.problem;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses what no text column can hold: a NUL in a parameter would look like an outage of the database. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean isReadable = exchange.getRequest().getQueryParams().values().stream()
                .flatMap(List::stream)
                .noneMatch(value -> value != null && value.indexOf('\0') >= 0);
        return isReadable
                ? chain.filter(exchange)
                : Problems.write(
                        exchange,
                        HttpStatus.BAD_REQUEST,
                        "bad_parameter",
                        "A parameter holds a NUL character, which no name has. Nothing was changed.");
    }
}
