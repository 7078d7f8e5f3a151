package org.larum.app.api.config;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.config.ConfigDesk.Result;
import org.larum.app.api.config.RuleDesk.Draft;
import org.larum.app.api.config.RuleDesk.Preview;
import org.larum.app.api.config.RuleDesk.RuleView;
import org.larum.app.api.config.RuleDesk.Silenced;
import org.larum.app.api.config.RuleDesk.Wanted;
import org.larum.app.api.config.RuleDesk.WindowView;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.problem.Problems.Problem;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.projections.shared.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Rules about noise over HTTP: the list, a preview of one that is not saved, maintenance as a calendar, silences by hand. */
@RestController
public class RuleController {

    private static final Duration CALENDAR = Duration.ofDays(31);

    private final Door door;
    private final RuleDesk desk;
    private final Ids ids;
    private final Time time;

    public RuleController(Door door, RuleDesk desk, Ids ids, Time time) {
        this.door = door;
        this.desk = desk;
        this.ids = ids;
        this.time = time;
    }

    public record Windows(List<WindowView> items) {}

    @GetMapping("/api/rules")
    @Permit(Permission.RESPOND)
    public Mono<Page<RuleView>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return door.go(() -> desk.list(Asking.page(limit, after)));
    }

    @PostMapping("/api/rules/preview")
    @Permit(Permission.RESPOND)
    public Mono<Preview> preview(@RequestBody Draft draft) {
        return door.go(() -> desk.preview(draft));
    }

    @GetMapping("/api/maintenance")
    @Permit(Permission.RESPOND)
    public Mono<Windows> maintenance(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        return door.go(() -> {
            var begin = from == null ? time.now() : instant("from", from);
            return new Windows(desk.windows(begin, until == null ? begin.plus(CALENDAR) : instant("until", until)));
        });
    }

    private static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "bad_instant",
                    "\"" + name + "\" must be a time such as 2026-03-29T01:30:00Z. Nothing was looked up.");
        }
    }

    @PostMapping("/api/silences")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.RESPOND)
    public Mono<Silenced> silence(@RequestBody Wanted wanted) {
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            // Sent again under one key it is the same silence, by the same word.
            var key = Idempotency.key(context);
            var id = key == null ? ids.next() : Ids.of("silence", who.actor(), key);
            var word = "silence-" + id.toString().substring(24);
            var write = Write.of(who.actor(), context, Idempotency.bytes("silence", wanted.toString()));
            return door.go(() -> desk.silence(wanted, word, who.person(), write));
        }));
    }

    @DeleteMapping("/api/silences/{word}")
    @Permit(Permission.RESPOND)
    public Mono<Result> endSilence(@PathVariable String word) {
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var write = Write.of(who.actor(), context, Idempotency.bytes("end silence", word));
            return door.go(() -> desk.endSilence(word, write));
        }));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(ConfigMistakes e) {
        return e.problem();
    }
}
