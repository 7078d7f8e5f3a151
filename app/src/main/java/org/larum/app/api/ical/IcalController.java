package org.larum.app.api.ical;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.ical.IcalDesk.FeedEnded;
import org.larum.app.api.ical.IcalDesk.FeedWish;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.security.Vault;
import org.larum.app.security.Who;
import org.larum.domain.shared.Ids;
import org.larum.projections.shared.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Calendars of who is on call, for programs that know nothing but an address. */
@RestController
public class IcalController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Door door;
    private final IcalDesk desk;
    private final Ids ids;

    IcalController(Door door, IcalDesk desk, Ids ids) {
        this.door = door;
        this.desk = desk;
        this.ids = ids;
    }

    /** The secret is in the address: whoever knows it may read. */
    @GetMapping("/ical/{token}.ics")
    @Permit(Permission.OPEN)
    Mono<ResponseEntity<byte[]>> calendar(@PathVariable String token) {
        return door.go(() -> desk.behind(token))
                .map(text -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                        .eTag(Vault.hash(new String(text, StandardCharsets.UTF_8))
                                .substring(0, 32))
                        .body(text));
    }

    @GetMapping("/api/ical-feeds")
    @Permit(Permission.RESPOND)
    public Mono<Page<IcalFeedView>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return Callers.current().flatMap(who -> door.go(() -> desk.list(who, Asking.page(limit, after))));
    }

    @PostMapping("/api/ical-feeds")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.RESPOND)
    public Mono<IcalFeedView> make(@RequestBody FeedWish wish) {
        var id = ids.next();
        return write("make a calendar", wish, (who, write) -> desk.make(id, wish, who, write));
    }

    @DeleteMapping("/api/ical-feeds/{id}")
    @Permit(Permission.RESPOND)
    public Mono<FeedEnded> delete(@PathVariable String id) {
        return write("delete calendar " + id, "", (who, write) -> desk.delete(id(id), who, write));
    }

    private <T> Mono<T> write(String what, Object wish, BiFunction<Who, Write, T> work) {
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var write = Write.of(who.actor(), context, Idempotency.bytes(what, JSON.writeValueAsString(wish)));
            return door.go(() -> work.apply(who, write));
        }));
    }

    private static UUID id(String text) {
        var id = Asking.uuid(text);
        return id == null ? new UUID(0, 0) : id;
    }
}
