package org.larum.app.api.schedule;

import org.jspecify.annotations.Nullable;
import org.larum.app.api.schedule.DoNotDisturbDesk.DoNotDisturbActed;
import org.larum.app.api.schedule.DoNotDisturbDesk.DoNotDisturbWish;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Do not disturb, over HTTP: one's own, unless an administrator names somebody. */
@RestController
public class DoNotDisturbController {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Door door;
    private final DoNotDisturbDesk desk;

    public DoNotDisturbController(Door door, DoNotDisturbDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    @GetMapping("/api/do-not-disturb")
    @Permit(Permission.RESPOND)
    public Mono<DoNotDisturbView> show(@RequestParam(required = false) @Nullable String person) {
        return Callers.current().flatMap(who -> door.go(() -> desk.show(person, who)));
    }

    @PutMapping("/api/do-not-disturb")
    @Permit(Permission.RESPOND)
    public Mono<DoNotDisturbActed> begin(@RequestBody DoNotDisturbWish wish) {
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var body = Idempotency.bytes("do-not-disturb", JSON.writeValueAsString(wish));
            var write = Write.of(who.actor(), context, body);
            return door.go(() -> desk.begin(wish, who, write));
        }));
    }

    @DeleteMapping("/api/do-not-disturb")
    @Permit(Permission.RESPOND)
    public Mono<DoNotDisturbActed> end(@RequestParam(required = false) @Nullable String person) {
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var write = Write.of(who.actor(), context, Idempotency.bytes("disturb", String.valueOf(person)));
            return door.go(() -> desk.end(person, who, write));
        }));
    }
}
