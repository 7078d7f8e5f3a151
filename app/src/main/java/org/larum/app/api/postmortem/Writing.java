package org.larum.app.api.postmortem;

import java.util.UUID;
import java.util.function.BiFunction;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.security.Callers;
import org.larum.app.security.Who;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** One act of whoever calls on a review: the hop to a thread that may block, and the caller's Idempotency-Key. */
record Writing(Door door) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param what tells two acts with one key apart */
    <T> Mono<T> act(String what, Object wish, BiFunction<Who, Write, T> work) {
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var write = Write.of(who.actor(), context, Idempotency.bytes(what, JSON.writeValueAsString(wish)));
            return door.go(() -> work.apply(who, write));
        }));
    }

    static UUID id(String text) {
        var id = Asking.uuid(text);
        if (id == null) {
            throw PostmortemDesk.unknown();
        }
        return id;
    }
}
