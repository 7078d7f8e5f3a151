package org.larum.app.api.view;

import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.view.ViewDesk.Deleted;
import org.larum.app.api.view.ViewDesk.ViewWish;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.security.Who;
import org.larum.domain.shared.Ids;
import org.larum.projections.shared.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** Views of the inbox that people keep, for themselves or for a team. */
@RestController
@RequestMapping("/api/views")
public class ViewController {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Door door;
    private final ViewDesk desk;
    private final Ids ids;

    ViewController(Door door, ViewDesk desk, Ids ids) {
        this.door = door;
        this.desk = desk;
        this.ids = ids;
    }

    @GetMapping
    @Permit(Permission.RESPOND)
    public Mono<Page<SavedView>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return Callers.current().flatMap(who -> door.go(() -> desk.list(who, Asking.page(limit, after))));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.RESPOND)
    public Mono<SavedView> make(@RequestBody ViewWish wish) {
        var id = ids.next();
        return write("make a view", wish, (who, write) -> desk.make(id, wish, who, write));
    }

    @PutMapping("/{id}")
    @Permit(Permission.RESPOND)
    public Mono<SavedView> change(@PathVariable String id, @RequestBody ViewWish wish) {
        return write("change view " + id, wish, (who, write) -> desk.change(id(id), wish, who, write));
    }

    /** Who asks begins with it from now on; it need not be theirs. */
    @PostMapping("/{id}/first")
    @Permit(Permission.RESPOND)
    public Mono<SavedView> begin(@PathVariable String id) {
        return write("begin with view " + id, "", (who, write) -> desk.begin(id(id), true, who, write));
    }

    @DeleteMapping("/{id}/first")
    @Permit(Permission.RESPOND)
    public Mono<SavedView> beginNoMore(@PathVariable String id) {
        return write("no more begin with view " + id, "", (who, write) -> desk.begin(id(id), false, who, write));
    }

    @DeleteMapping("/{id}")
    @Permit(Permission.RESPOND)
    public Mono<Deleted> delete(@PathVariable String id) {
        return write("delete view " + id, "", (who, write) -> desk.delete(id(id), who, write));
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
