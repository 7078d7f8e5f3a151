package org.larum.app.api.incident;

import static org.larum.app.api.incident.Acting.id;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.incident.IncidentDesk.Acted;
import org.larum.app.bus.Door;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Incidents that become one or several, and alerts that change their incident. */
@RestController
@RequestMapping("/api/incidents/{id}")
public class MergeController {

    private final Acting acting;
    private final MergeDesk desk;

    public MergeController(Door door, IncidentDesk incidents, MergeDesk desk) {
        this.acting = new Acting(door, incidents);
        this.desk = desk;
    }

    /** {@code into}: the id of the incident that goes on. */
    public record Merging(@Nullable String into) {}

    /** {@code alerts}: ids of open alerts. */
    public record SomeAlerts(@Nullable List<String> alerts) {}

    @PostMapping("/merge")
    @Permit(Permission.RESPOND)
    public Mono<Acted> merge(@PathVariable String id, @RequestBody Merging body) {
        var into = body.into() == null ? "" : body.into();
        return acting.write(id, "merge/" + into, (who, write) -> desk.merge(id(id), id(into), who.actor(), write));
    }

    @PostMapping("/unmerge")
    @Permit(Permission.RESPOND)
    public Mono<Acted> unmerge(@PathVariable String id) {
        return acting.write(id, "unmerge", (who, write) -> desk.unmerge(id(id), who.actor(), write));
    }

    /** Answers the incident that the alerts are now. */
    @PostMapping("/split")
    @Permit(Permission.RESPOND)
    public Mono<Acted> split(@PathVariable String id, @RequestBody SomeAlerts body) {
        return acting.write(
                id,
                "split/" + body,
                (who, write) -> desk.split(id(id), Said.alerts(body.alerts()), who.actor(), write));
    }

    @PostMapping("/add-alerts")
    @Permit(Permission.RESPOND)
    public Mono<Acted> addAlerts(@PathVariable String id, @RequestBody SomeAlerts body) {
        return acting.write(
                id, "add/" + body, (who, write) -> desk.add(id(id), Said.alerts(body.alerts()), who.actor(), write));
    }
}
