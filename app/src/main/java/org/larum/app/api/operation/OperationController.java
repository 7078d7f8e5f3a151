package org.larum.app.api.operation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.larum.app.LarumConfiguration;
import org.larum.app.bus.Door;
import org.larum.app.processing.Rebuild;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Refusal;
import org.larum.projections.shared.Projector;
import org.larum.projections.shared.Projectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** What {@code ./larum rebuild} asks of the running server. */
@RestController
public class OperationController {

    private final Door door;
    private final Rebuild rebuild;
    private final Projectors projectors;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public OperationController(Door door, Rebuild rebuild, Projectors projectors) {
        this.door = door;
        this.rebuild = rebuild;
        this.projectors = projectors;
    }

    /** A line for each step of progress: {@code index of goal}; the last one is {@code done}, or {@code failed: why}. */
    @PostMapping(path = "/api/operations/rebuild/{room}", produces = MediaType.TEXT_PLAIN_VALUE)
    @Permit(Permission.OPERATE)
    public Flux<String> rebuild(@PathVariable String room) {
        var makers = makers();
        var maker = makers.get(room);
        if (maker == null) {
            return Flux.error(new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "no_such_projection",
                    "\"" + room + "\" is not a projection. Write one of " + String.join(", ", makers.keySet())
                            + ". Reactions and sagas act, so they are never read again."));
        }
        return Flux.create(sink -> door.go(() -> {
                    if (!oneAtATime.tryLock()) {
                        sink.next("failed: another rebuild is running\n");
                        sink.complete();
                        return true;
                    }
                    try {
                        rebuild.run(
                                maker.apply(LarumConfiguration.LIVE),
                                maker,
                                (index, goal) -> sink.next(index + " of " + goal + "\n"));
                        sink.next("done\n");
                    } finally {
                        oneAtATime.unlock();
                        sink.complete();
                    }
                    return true;
                })
                .subscribe(done -> {}, e -> {
                    sink.next("failed: " + e.getMessage() + "\n");
                    sink.complete();
                }));
    }

    private Map<String, Function<String, Projector>> makers() {
        var found = new TreeMap<String, Function<String, Projector>>();
        List<Function<String, Projector>> all = projectors.makers();
        all.forEach(maker -> found.put(maker.apply(LarumConfiguration.LIVE).room(), maker));
        return found;
    }
}
