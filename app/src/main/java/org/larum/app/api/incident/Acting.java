package org.larum.app.api.incident;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.larum.app.api.Asking;
import org.larum.app.api.incident.IncidentDesk.Acted;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.security.Callers;
import org.larum.app.security.Who;
import org.larum.domain.incident.IncidentCommand;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Refusal;
import reactor.core.publisher.Mono;

/** One act of whoever calls on one incident: the hop to a thread that may block, and the caller's Idempotency-Key. */
record Acting(Door door, IncidentDesk desk) {

    /** @param what tells two acts with one key apart */
    Mono<Acted> act(String id, String what, BiFunction<Who, Instant, IncidentCommand> wish) {
        return write(id, what, (who, write) -> desk.act(id(id), write, at -> wish.apply(who, at)));
    }

    <T> Mono<T> write(String id, String what, BiFunction<Who, Write, T> work) {
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var write = Write.of(who.actor(), context, Idempotency.bytes(id, what));
            return door.go(() -> work.apply(who, write));
        }));
    }

    static IncidentId incident(String id) {
        return new IncidentId(id(id));
    }

    static UUID id(String text) {
        var id = Asking.uuid(text);
        if (id == null) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "no_such_incident",
                    "\"" + text + "\" is not the id of an incident. The list is at /api/incidents.");
        }
        return id;
    }
}
