package org.larum.app.intake;

import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** What is known of a door for machines before anything of a request is read. */
public interface MachineDoor {

    /** Whether what is posted to this path comes in here, or nowhere. */
    boolean isAt(String path);

    /** What was posted, answered; and the route it took, which names no key. */
    record Answered(String route, Mono<ResponseEntity<byte[]>> answer) {}

    /**
     * Answers what is posted to exactly one of this door's addresses, without the long way of other requests: a door knows its
     * senders by their keys. Empty for another spelling of the address, or none of them; such a request takes the long way.
     */
    Optional<Answered> answer(String path, ServerHttpRequest request);

    /** As the raw requests of this door are marked. */
    String dialect();

    /** How this dialect says that there is no room: with Retry-After, and so that its senders try again. */
    ResponseEntity<byte[]> overloaded(Overloaded refusal);
}
