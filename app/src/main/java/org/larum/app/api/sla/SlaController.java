package org.larum.app.api.sla;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.bus.Door;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Refusal;
import org.larum.projections.shared.Scope;
import org.larum.projections.sla.ClocksView;
import org.larum.projections.sla.ClocksView.ClockOfIncident;
import org.larum.projections.sla.SlaAnswers;
import org.larum.projections.sla.SlaQuery.Clocks;
import org.larum.projections.sla.SlaQuery.NextClocks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Until when an incident is to be answered and resolved. */
@RestController
public class SlaController {

    /** As many as the first line of a request has room for. */
    private static final int MOST = 100;

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

    /**
     * Of each of these the clock that comes next; nothing for those of which nothing is left to be done in time.
     *
     * @param incidents ids with commas between them, at most 100
     */
    @GetMapping("/api/clocks")
    @Permit(Permission.RESPOND)
    public Mono<List<ClockOfIncident>> next(
            @RequestParam String incidents, @RequestParam(required = false) @Nullable Long atLeast) {
        var texts = incidents.split(",", -1);
        var ids =
                Arrays.stream(texts).map(Asking::uuid).filter(Objects::nonNull).toList();
        if (texts.length > MOST || ids.size() < texts.length) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "bad_incidents",
                    "\"incidents\" must be the ids of 1 to 100 incidents with commas between them.");
        }
        return door.go(() -> {
            freshness.await("sla", atLeast);
            return answers.answer(new NextClocks(Set.copyOf(ids)));
        });
    }

    private ClocksView of(String id, Scope scope, @Nullable Long atLeast) {
        UUID incident = incidents.one(id, scope, null).id();
        freshness.await("sla", atLeast);
        return answers.answer(new Clocks(incident));
    }
}
