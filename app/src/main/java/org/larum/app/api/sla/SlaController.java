package org.larum.app.api.sla;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.bus.Door;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.projections.shared.Scope;
import org.larum.projections.sla.ClocksView;
import org.larum.projections.sla.SlaAnswers;
import org.larum.projections.sla.SlaQuery.Clocks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Until when an incident is to be answered and resolved. */
@RestController
public class SlaController {

    private final Door door;
    private final IncidentDesk incidents;
    private final Freshness freshness;
    private final SlaAnswers answers;

    public SlaController(Door door, IncidentDesk incidents, Freshness freshness, SlaAnswers answers) {
        this.door = door;
        this.incidents = incidents;
        this.freshness = freshness;
        this.answers = answers;
    }

    @GetMapping("/api/incidents/{id}/clocks")
    @Permit(Permission.RESPOND)
    public Mono<ClocksView> clocks(@PathVariable String id, @RequestParam(required = false) @Nullable Long atLeast) {
        return Callers.current().flatMap(who -> door.go(() -> of(id, who.scope(), atLeast)));
    }

    private ClocksView of(String id, Scope scope, @Nullable Long atLeast) {
        UUID incident = incidents.one(id, scope, null).id();
        freshness.await("sla", atLeast);
        return answers.answer(new Clocks(incident));
    }
}
