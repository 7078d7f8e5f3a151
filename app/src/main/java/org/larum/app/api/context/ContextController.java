package org.larum.app.api.context;

import org.jspecify.annotations.Nullable;
import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.bus.Door;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What stands around an incident. For people and their tokens: it tells of other services and of what all are worth. */
@RestController
public class ContextController {

    private final Door door;
    private final IncidentDesk incidents;
    private final ContextDesk desk;

    public ContextController(Door door, IncidentDesk incidents, ContextDesk desk) {
        this.door = door;
        this.incidents = incidents;
        this.desk = desk;
    }

    @GetMapping("/api/incidents/{id}/context")
    @Permit(Permission.RESPOND)
    public Mono<ContextView> context(@PathVariable String id, @RequestParam(required = false) @Nullable Long atLeast) {
        return Callers.current()
                .flatMap(who -> door.go(() -> desk.around(incidents.one(id, who.scope(), atLeast), who.scope())));
    }
}
