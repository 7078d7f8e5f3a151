package org.larum.app.api.dashboard;

import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.config.ConfigMistakes;
import org.larum.app.api.dashboard.DashboardDesk.BoardDeleted;
import org.larum.app.api.dashboard.DashboardDesk.DashboardWish;
import org.larum.app.api.dashboard.LinkDesk.LinkEnded;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.problem.Problems.Problem;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.security.Who;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Time;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;
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

/** Boards that people put together, what they show, and their secret addresses. */
@RestController
@RequestMapping("/api/dashboards")
@Permit(Permission.RESPOND)
public class DashboardController {

    private static final String ROOM = "measure";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Door door;
    private final DashboardDesk desk;
    private final LinkDesk links;
    private final Panels panels;
    private final Freshness freshness;
    private final Names names;
    private final Ids ids;
    private final Time time;

    DashboardController(
            Door door,
            DashboardDesk desk,
            LinkDesk links,
            Panels panels,
            Freshness freshness,
            Names names,
            Ids ids,
            Time time) {
        this.door = door;
        this.desk = desk;
        this.links = links;
        this.panels = panels;
        this.freshness = freshness;
        this.names = names;
        this.ids = ids;
        this.time = time;
    }

    // ------------------------------------------------------------ read

    /** Those of everybody, by word. */
    @GetMapping
    public Mono<Page<DashboardView>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return Callers.current().flatMap(who -> door.go(() -> desk.list(who, Asking.page(limit, after))));
    }

    @GetMapping("/{word}")
    public Mono<DashboardView> show(@PathVariable String word) {
        return Callers.current().flatMap(who -> door.go(() -> desk.show(word, who)));
    }

    /** What it shows now. {@code days}: 7, 30, 90 or 365; this and what it is narrowed to as the board says where it is left out. */
    @GetMapping("/{word}/figures")
    public Mono<PanelsView> figures(
            @PathVariable String word,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable Long atLeast) {
        var wish = new LookWish(days, zone, team, service, severity);
        return door.go(() -> {
            freshness.await(ROOM, atLeast);
            var board = desk.board(word);
            var sight = wish.sight(board.days(), board.filters(), true, time.now(), names);
            return PanelsView.of(sight, panels.of(board.panels(), sight));
        });
    }

    // ------------------------------------------------------------ kept

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<DashboardView> make(@RequestBody DashboardWish wish) {
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            // Sent again under one key it is the same board, by the same word.
            var key = Idempotency.key(context);
            var id = key == null ? ids.next() : Ids.of("board", who.actor(), key);
            var word = "board-" + id.toString().substring(24);
            var write =
                    Write.of(who.actor(), context, Idempotency.bytes("make a board", JSON.writeValueAsString(wish)));
            return door.go(() -> desk.make(word, wish, who, write));
        }));
    }

    @PutMapping("/{word}")
    public Mono<DashboardView> change(@PathVariable String word, @RequestBody DashboardWish wish) {
        return write("change board " + word, wish, (who, write) -> desk.change(word, wish, who, write));
    }

    @DeleteMapping("/{word}")
    public Mono<BoardDeleted> delete(@PathVariable String word) {
        return write("delete board " + word, "", (who, write) -> desk.delete(word, who, write));
    }

    // ------------------------------------------------------------ given to screens

    @GetMapping("/{word}/links")
    public Mono<Page<DashboardLinkView>> links(
            @PathVariable String word,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return Callers.current().flatMap(who -> door.go(() -> links.list(word, who, Asking.page(limit, after))));
    }

    /** Whoever knows the path of the answer may read what the board shows, without signing in. It is told only now. */
    @PostMapping("/{word}/links")
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<DashboardLinkView> link(@PathVariable String word) {
        var id = ids.next();
        return write("give board " + word, "", (who, write) -> links.make(id, word, who, write));
    }

    @DeleteMapping("/{word}/links/{id}")
    public Mono<LinkEnded> endLink(@PathVariable String word, @PathVariable String id) {
        return write("end address " + id + " of " + word, "", (who, write) -> links.end(id(id), word, who, write));
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

    @ExceptionHandler
    ResponseEntity<Problem> on(ConfigMistakes e) {
        return e.problem();
    }
}
