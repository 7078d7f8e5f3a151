package org.larum.app.api.simulation;

import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.simulation.PolicyDesk.PolicyDraft;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.projections.shared.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Escalation policies over HTTP: which there are, whom their steps may tell, and what a draft would do. Changes nothing. */
@RestController
@RequestMapping("/api/policies")
public class PolicyController {

    private final PolicyDesk desk;

    public PolicyController(PolicyDesk desk) {
        this.desk = desk;
    }

    /** On threads of their own and not through the door, as all that only computes. */
    @GetMapping
    @Permit(Permission.RESPOND)
    public Mono<Page<PolicyView>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return Mono.fromCallable(() -> desk.list(Asking.page(limit, after))).subscribeOn(Schedulers.boundedElastic());
    }

    @GetMapping("/targets")
    @Permit(Permission.RESPOND)
    public Mono<Page<TargetView>> targets(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return Mono.fromCallable(() -> desk.targets(Asking.page(limit, after)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    @PostMapping("/preview")
    @Permit(Permission.RESPOND)
    public Mono<PolicyDraftView> preview(@RequestBody PolicyDraft draft) {
        return Mono.fromCallable(() -> desk.preview(draft)).subscribeOn(Schedulers.boundedElastic());
    }
}
