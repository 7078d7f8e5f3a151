package org.larum.app.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.larum.app.metrics.Meters;
import org.larum.app.problem.Problems;
import org.larum.domain.shared.Refusal;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Stands before all else and answers what comes to the doors for machines: the way through sign-in and routing costs more than
 * storing an alert (docs/measurements.md), and no door needs it. What would be more than the server may hold at once is refused
 * before a byte of it is read. A request counts until its answer is written, or its sender has hung up.
 */
public final class MachineFilter implements WebFilter, Ordered {

    /** What gzip makes of such bodies, usually. */
    private static final long UNPACKING = 8;

    private final List<MachineDoor> doors;
    private final InFlight inFlight;
    private final Meters meters;
    private final DoubleSupplier jitter;

    public MachineFilter(List<MachineDoor> doors, InFlight inFlight, Meters meters, DoubleSupplier jitter) {
        this.doors = doors;
        this.inFlight = inFlight;
        this.meters = meters;
        this.jitter = jitter;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var door = door(request);
        return door.isEmpty()
                ? chain.filter(exchange)
                : Mono.defer(() -> {
                    long size = size(request);
                    return inFlight.enter(size)
                            ? pass(exchange, chain, door.get()).doFinally(end -> inFlight.leave(size))
                            : refuse(exchange, door.get());
                });
    }

    private static Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain, MachineDoor door) {
        var request = exchange.getRequest();
        return door.answer(request.getPath().value(), request)
                .map(answered -> {
                    ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                            .ifPresent(seen -> seen.setPathPattern(answered.route()));
                    return answered.answer()
                            .flatMap(answer -> write(exchange, answer))
                            .onErrorResume(Refusal.class, refusal -> Problems.writeRefusal(exchange, refusal))
                            .onErrorResume(bug -> Problems.writeBug(exchange, bug));
                })
                .orElseGet(() -> chain.filter(exchange));
    }

    private Optional<MachineDoor> door(ServerHttpRequest request) {
        if (!HttpMethod.POST.equals(request.getMethod())) {
            return Optional.empty();
        }
        var path = request.getPath().value();
        return doors.stream().filter(door -> door.isAt(path)).findFirst();
    }

    /** What it says, within the limits that are kept later; the most that may come when it does not say. */
    private static long size(ServerHttpRequest request) {
        long said = request.getHeaders().getContentLength();
        long sent = said < 0 ? BodyReader.MOST_SENT : Math.min(said, BodyReader.MOST_SENT);
        boolean isPacked = request.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING) != null;
        return isPacked ? Math.min(sent * UNPACKING, BodyReader.MOST_UNPACKED) : sent;
    }

    private Mono<Void> refuse(ServerWebExchange exchange, MachineDoor door) {
        meters.refused(door.dialect(), Meters.Refused.FULL, 1);
        var refusal = new Overloaded(Overloaded.Kind.FULL, Overloaded.seconds(jitter.getAsDouble()));
        return write(exchange, door.overloaded(refusal));
    }

    private static Mono<Void> write(ServerWebExchange exchange, ResponseEntity<byte[]> answer) {
        var response = exchange.getResponse();
        response.setStatusCode(answer.getStatusCode());
        response.getHeaders().putAll(answer.getHeaders());
        response.getHeaders().set("X-Content-Type-Options", "nosniff");
        var body = answer.getBody();
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body == null ? new byte[0] : body)));
    }

    /** Before whoever calls is looked for. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 10;
    }
}
