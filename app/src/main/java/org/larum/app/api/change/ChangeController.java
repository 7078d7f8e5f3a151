package org.larum.app.api.change;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.projections.change.ChangeAnswers;
import org.larum.projections.change.ChangeQuery.Changes;
import org.larum.projections.change.ChangeView;
import org.larum.projections.shared.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The list of changes and deployments. */
@RestController
public class ChangeController {

    private final Door door;
    private final ChangeAnswers changes;
    private final Freshness freshness;

    public ChangeController(Door door, ChangeAnswers changes, Freshness freshness) {
        this.door = door;
        this.changes = changes;
        this.freshness = freshness;
    }

    @GetMapping("/api/changes")
    @Permit(Permission.READ)
    public Mono<Page<ChangeView>> list(
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return Callers.current()
                .flatMap(who -> door.go(() -> {
                    freshness.await("change", atLeast);
                    var one = Asking.service(service);
                    return changes.answer(new Changes(
                            one == null ? Set.of() : Set.of(one),
                            Asking.moment(from, "from"),
                            Asking.moment(until, "until"),
                            who.scope(),
                            Asking.page(limit, after)));
                }));
    }
}
