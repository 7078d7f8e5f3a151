package org.larum.app.api.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.dashboard.SharedBoards.TooOften;
import org.larum.app.api.dashboard.Vocabulary.PanelWord;
import org.larum.app.bus.Door;
import org.larum.app.problem.Problems;
import org.larum.app.problem.Problems.Problem;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Time;
import org.larum.projections.shared.Names;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Panels without a board: which there are, what some of them show; and boards for screens that do not sign in. */
@RestController
public class PanelController {

    private static final String ROOM = "measure";

    private final Door door;
    private final Panels panels;
    private final SharedBoards shared;
    private final Freshness freshness;
    private final Names names;
    private final Time time;

    PanelController(Door door, Panels panels, SharedBoards shared, Freshness freshness, Names names, Time time) {
        this.door = door;
        this.panels = panels;
        this.shared = shared;
        this.freshness = freshness;
        this.names = names;
        this.time = time;
    }

    public record PanelWords(List<PanelWord> items) {}

    @GetMapping("/api/panels")
    @Permit(Permission.RESPOND)
    public Mono<PanelWords> words() {
        return Mono.just(new PanelWords(Vocabulary.all()));
    }

    /** {@code show}: words of panels, with commas between them. */
    @GetMapping("/api/panels/figures")
    @Permit(Permission.RESPOND)
    public Mono<PanelsView> panels(
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable Long atLeast) {
        var wish = new LookWish(days, zone, team, service, severity);
        return door.go(() -> {
            freshness.await(ROOM, atLeast);
            var sight = wish.sight(time.now(), names);
            return PanelsView.of(sight, panels.of(LookWish.panels(show), sight));
        });
    }

    /** The secret is in the address: whoever knows it may read what this one board shows. */
    @GetMapping("/api/shared-boards/{token}")
    @Permit(Permission.OPEN)
    public Mono<SharedBoardView> shared(
            @PathVariable String token, @RequestParam(required = false) @Nullable String zone) {
        return door.go(() -> shared.behind(token, zone));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(TooOften e) {
        var told = Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too_often", e.getMessage());
        return ResponseEntity.status(told.getStatusCode())
                .headers(told.getHeaders())
                .header("Retry-After", "60")
                .body(told.getBody());
    }
}
