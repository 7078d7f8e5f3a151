package org.larum.app.api.status;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.status.Subscriptions;
import org.larum.app.status.Subscriptions.SubscriberList;
import org.larum.domain.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who is told of the status page by mail: personal data of people outside, so for administrators alone. */
@RestController
@RequestMapping("/api/status/subscribers")
@Permit(Permission.ADMINISTER)
public class SubscriberController {

    private final Door door;
    private final Subscriptions subscriptions;

    public SubscriberController(Door door, Subscriptions subscriptions) {
        this.door = door;
        this.subscriptions = subscriptions;
    }

    @GetMapping
    public Mono<SubscriberList> subscribers(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return door.go(() -> {
            var asked = Asking.page(limit, after);
            return subscriptions.list(cursor(asked.after()), asked.limit());
        });
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        var id = after == null ? null : Asking.uuid(after);
        if (after != null && id == null) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "bad_cursor",
                    "\"after\" is not a place in this list. Pass the \"next\" of the page before, or leave it out.");
        }
        return id;
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public Mono<Void> remove(@PathVariable String id) {
        return door.go(() -> {
                    var subscriber = Asking.uuid(id);
                    subscriptions.remove(subscriber == null ? new UUID(0, 0) : subscriber);
                    return true;
                })
                .then();
    }
}
