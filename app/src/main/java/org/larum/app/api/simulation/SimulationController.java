package org.larum.app.api.simulation;

import org.larum.app.api.config.ConfigMistakes;
import org.larum.app.api.simulation.SimulationDesk.SimulationWish;
import org.larum.app.problem.Problems.Problem;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What would happen, over HTTP. Changes nothing. */
@RestController
public class SimulationController {

    private final SimulationDesk desk;

    public SimulationController(SimulationDesk desk) {
        this.desk = desk;
    }

    /** On threads of their own and not through the door: it computes, and a virtual thread would hold its carrier. */
    @PostMapping("/api/simulations")
    @Permit(Permission.RESPOND)
    public Mono<SimulationView> simulate(@RequestBody SimulationWish wanted) {
        return Mono.fromCallable(() -> desk.answer(wanted)).subscribeOn(Schedulers.boundedElastic());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(ConfigMistakes e) {
        return e.problem();
    }
}
