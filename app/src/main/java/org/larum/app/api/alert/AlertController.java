package org.larum.app.api.alert;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Refusal;
import org.larum.projections.alert.AlertAnswers;
import org.larum.projections.alert.AlertQuery.Alerts;
import org.larum.projections.alert.AlertView;
import org.larum.projections.shared.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The list of alerts. */
@RestController
public class AlertController {

    private static final Set<String> STATES = Set.of("triggered", "acknowledged", "resolved", "expired");
    private static final Set<String> OPEN = Set.of("triggered", "acknowledged");

    private final Door door;
    private final AlertAnswers alerts;
    private final Freshness freshness;

    public AlertController(Door door, AlertAnswers alerts, Freshness freshness) {
        this.door = door;
        this.alerts = alerts;
        this.freshness = freshness;
    }

    @GetMapping("/api/alerts")
    @Permit(Permission.READ)
    public Mono<Page<AlertView>> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String incident,
            @RequestParam(required = false) @Nullable Boolean held,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        if (incident != null && Asking.uuid(incident) == null) {
            return Mono.error(
                    new Refusal(Refusal.Kind.INVALID, "bad_incident", "\"incident\" must be the id of an incident."));
        }
        return Callers.current()
                .flatMap(who -> door.go(() -> {
                    freshness.await("alert", atLeast);
                    return alerts.answer(new Alerts(
                            Asking.states(state, STATES, OPEN),
                            Asking.service(service),
                            Asking.severities(severity),
                            key,
                            Asking.uuid(incident),
                            held,
                            who.scope(),
                            Asking.page(limit, after)));
                }));
    }
}
