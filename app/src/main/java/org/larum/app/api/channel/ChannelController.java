package org.larum.app.api.channel;

import org.jspecify.annotations.Nullable;
import org.larum.app.api.channel.ChannelsView.ChannelCheck;
import org.larum.app.api.me.TestDesk.TestActed;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Ids;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The channels of the house: how each does, a test message, and a question to its provider. */
@RestController
@RequestMapping("/api/channels")
public class ChannelController {

    private final Door door;
    private final ChannelDesk desk;
    private final Ids ids;

    ChannelController(Door door, ChannelDesk desk, Ids ids) {
        this.door = door;
        this.desk = desk;
        this.ids = ids;
    }

    @GetMapping
    @Permit(Permission.RESPOND)
    public Mono<ChannelsView> all(@RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> desk.all(atLeast));
    }

    @PostMapping("/{channel}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Permit(Permission.ADMINISTER)
    public Mono<TestActed> test(@PathVariable String channel) {
        var id = ids.next();
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var write = Write.of(who.actor(), context, Idempotency.bytes("test channel " + channel, ""));
            return door.go(() -> desk.test(channel, id, who, write));
        }));
    }

    /** A webhook that was disabled is told again; what it was not told in between can be sent again from the outbox. */
    @PostMapping("/{channel}/enable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.ADMINISTER)
    public Mono<Void> enable(@PathVariable String channel) {
        return Callers.current()
                .flatMap(who -> door.go(() -> desk.enable(channel, who.actor())))
                .then();
    }

    /** Answers when the provider has: up to half a minute. Nobody is told anything, so it may be asked twice. */
    @PostMapping("/{channel}/check")
    @Permit(Permission.ADMINISTER)
    public Mono<ChannelCheck> check(@PathVariable String channel) {
        return door.go(() -> desk.check(channel));
    }
}
