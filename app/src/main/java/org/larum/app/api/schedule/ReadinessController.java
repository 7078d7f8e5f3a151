package org.larum.app.api.schedule;

import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.projections.shared.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Answers who could not be woken. */
@RestController
public class ReadinessController {

    private final Door door;
    private final ReadinessDesk readiness;

    public ReadinessController(Door door, ReadinessDesk readiness) {
        this.door = door;
        this.readiness = readiness;
    }

    @GetMapping("/api/readiness")
    @Permit(Permission.RESPOND)
    public Mono<Page<ReadinessView>> unready(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return door.go(() -> readiness.unready(Asking.page(limit, after)));
    }
}
