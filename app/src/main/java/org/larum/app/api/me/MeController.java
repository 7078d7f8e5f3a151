package org.larum.app.api.me;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.config.ConfigMistakes;
import org.larum.app.api.me.DeviceDesk.DeviceWish;
import org.larum.app.api.me.DeviceDesk.MyDevices;
import org.larum.app.api.me.NumberDesk.CodeSent;
import org.larum.app.api.me.NumberDesk.CodeWish;
import org.larum.app.api.me.NumberDesk.TypedCode;
import org.larum.app.api.me.ReachDesk.ReachWish;
import org.larum.app.api.me.TestDesk.TestActed;
import org.larum.app.api.me.TestDesk.TestWish;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.problem.Problems.Problem;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.security.Who;
import org.larum.domain.shared.Ids;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Whoever calls, and nobody else: whether Larum can reach them, and what they change about it. */
@RestController
@RequestMapping("/api/me")
public class MeController {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Door door;
    private final ReachDesk reach;
    private final TestDesk tests;
    private final DeviceDesk devices;
    private final NumberDesk numbers;
    private final Ids ids;

    MeController(Door door, ReachDesk reach, TestDesk tests, DeviceDesk devices, NumberDesk numbers, Ids ids) {
        this.door = door;
        this.reach = reach;
        this.tests = tests;
        this.devices = devices;
        this.numbers = numbers;
        this.ids = ids;
    }

    @GetMapping("/reach")
    @Permit(Permission.RESPOND)
    public Mono<MyReachView> reach(@RequestParam(required = false) @Nullable Long atLeast) {
        return Callers.current().flatMap(who -> door.go(() -> reach.of(who, atLeast)));
    }

    @GetMapping("/duty")
    @Permit(Permission.RESPOND)
    public Mono<MyDutyView> duty() {
        return Callers.current().flatMap(who -> door.go(() -> reach.duty(who)));
    }

    @PutMapping("/reach")
    @Permit(Permission.RESPOND)
    public Mono<MyReachView> change(@RequestBody ReachWish wish) {
        return write("change my ways", wish, (who, write) -> reach.change(wish, who, write));
    }

    @PostMapping("/tests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Permit(Permission.RESPOND)
    public Mono<TestActed> send(@RequestBody TestWish wish) {
        var id = ids.next();
        return write("test a way", wish, (who, write) -> tests.send(id, wish, who, write));
    }

    @PostMapping("/tests/{id}/confirm")
    @Permit(Permission.RESPOND)
    public Mono<TestActed> confirm(@PathVariable String id) {
        return write("confirm test " + id, "", (who, write) -> tests.confirm(Asking.uuid(id), who, write));
    }

    @PostMapping("/numbers/verification")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Permit(Permission.RESPOND)
    public Mono<CodeSent> sendCode(@RequestBody CodeWish wish) {
        var id = ids.next();
        return write("send a code", wish, (who, write) -> numbers.send(id, wish, who, write));
    }

    @PostMapping("/numbers/verification/confirm")
    @Permit(Permission.RESPOND)
    public Mono<MyReachView> confirmCode(@RequestBody TypedCode typed) {
        return write("confirm my number", typed, (who, write) -> {
            numbers.confirm(typed, who, write);
            return reach.of(who, null);
        });
    }

    @GetMapping("/devices")
    @Permit(Permission.RESPOND)
    public Mono<MyDevices> devices() {
        return Callers.current().flatMap(who -> door.go(() -> devices.of(who)));
    }

    @PostMapping("/devices")
    @Permit(Permission.RESPOND)
    public Mono<MyDevices> addDevice(@RequestBody DeviceWish wish) {
        return write("add a device", wish, (who, write) -> devices.add(wish, who, write));
    }

    @DeleteMapping("/devices/{id}")
    @Permit(Permission.RESPOND)
    public Mono<MyDevices> removeDevice(@PathVariable String id) {
        return write("remove device " + id, "", (who, write) -> devices.remove(Asking.uuid(id), who, write));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(ConfigMistakes e) {
        return e.problem();
    }

    private <T> Mono<T> write(String what, Object wish, BiFunction<Who, Write, T> work) {
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var write = Write.of(who.actor(), context, Idempotency.bytes(what, JSON.writeValueAsString(wish)));
            return door.go(() -> work.apply(who, write));
        }));
    }
}
