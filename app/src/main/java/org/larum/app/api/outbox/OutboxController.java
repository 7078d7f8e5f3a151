package org.larum.app.api.outbox;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.projections.outbox.OutboxAnswers;
import org.larum.projections.outbox.OutboxQuery.Messages;
import org.larum.projections.outbox.OutboxView;
import org.larum.projections.shared.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The list of messages. */
@RestController
public class OutboxController {

    private static final Set<String> STATES =
            Set.of("waiting", "pending", "held", "sent", "delivered", "undelivered", "failed", "dropped");
    private static final Set<String> OPEN = Set.of("waiting", "pending");

    private final Door door;
    private final OutboxAnswers messages;
    private final Freshness freshness;

    public OutboxController(Door door, OutboxAnswers messages, Freshness freshness) {
        this.door = door;
        this.messages = messages;
        this.freshness = freshness;
    }

    @GetMapping("/api/outbox")
    @Permit(Permission.RESPOND)
    public Mono<Page<OutboxView>> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            freshness.await("outbox", atLeast);
            return messages.answer(new Messages(Asking.states(state, STATES, OPEN), Asking.page(limit, after)));
        });
    }
}
