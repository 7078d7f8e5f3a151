package org.larum.app.api.schedule;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.schedule.CalendarDesk.Imported;
import org.larum.app.api.schedule.DutyDesk.AbsenceActed;
import org.larum.app.api.schedule.DutyDesk.CoverActed;
import org.larum.app.api.schedule.DutyDesk.OverrideActed;
import org.larum.app.api.schedule.DutyWish.AbsenceWish;
import org.larum.app.api.schedule.DutyWish.CoverWish;
import org.larum.app.api.schedule.DutyWish.OverrideWish;
import org.larum.app.api.schedule.DutyWish.TakeWish;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.security.Who;
import org.larum.projections.shared.Page;
import org.springframework.http.HttpStatus;
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

/** What people agree on beside a schedule. Everybody acts for themselves, administrators for all. */
@RestController
public class DutyController {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Door door;
    private final DutyDesk desk;
    private final CalendarDesk calendars;

    public DutyController(Door door, DutyDesk desk, CalendarDesk calendars) {
        this.door = door;
        this.desk = desk;
        this.calendars = calendars;
    }

    /** {@code all}: true for those too that are over or withdrawn. */
    @GetMapping("/api/schedules/{word}/overrides")
    @Permit(Permission.RESPOND)
    public Mono<Page<OverrideView>> overrides(
            @PathVariable String word,
            @RequestParam(required = false) @Nullable Boolean all,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return read(who -> desk.overrides(word, Boolean.TRUE.equals(all), who, Asking.page(limit, after)));
    }

    @PostMapping("/api/schedules/{word}/overrides")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.RESPOND)
    public Mono<OverrideActed> agree(@PathVariable String word, @RequestBody OverrideWish wish) {
        return write("override/" + word, wish, (who, write) -> desk.agree(word, wish, who, write));
    }

    /** What has passed of it stays. */
    @DeleteMapping("/api/schedules/{word}/overrides/{id}")
    @Permit(Permission.RESPOND)
    public Mono<OverrideActed> withdrawOverride(@PathVariable String word, @PathVariable String id) {
        return write("withdraw-override/" + id, "", (who, write) -> desk.withdrawOverride(word, id, who, write));
    }

    /** The shifts around an override as they would be with it. Nothing is written. */
    @PostMapping("/api/schedules/{word}/preview")
    @Permit(Permission.RESPOND)
    public Mono<PlanView> preview(@PathVariable String word, @RequestBody OverrideWish wish) {
        return read(who -> desk.preview(word, wish, who));
    }

    /** {@code whose}: {@code for-me}, what I may take; {@code by-me}, what I asked for; all when it is left out. */
    @GetMapping("/api/cover-requests")
    @Permit(Permission.RESPOND)
    public Mono<Page<CoverView>> requests(
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable Boolean all,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return read(who -> {
            if (whose != null && !whose.equals("for-me") && !whose.equals("by-me")) {
                throw DutyReader.invalid("bad_whose", "\"whose\" is for-me or by-me. Nothing was looked up.");
            }
            return desk.requests(
                    "for-me".equals(whose),
                    "by-me".equals(whose),
                    Boolean.TRUE.equals(all),
                    who,
                    Asking.page(limit, after));
        });
    }

    @PostMapping("/api/cover-requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.RESPOND)
    public Mono<CoverActed> ask(@RequestBody CoverWish wish) {
        return write("ask", wish, (who, write) -> desk.ask(wish, who, write));
    }

    /** The first yes wins; whoever comes second is told who has it. */
    @PostMapping("/api/cover-requests/{id}/take")
    @Permit(Permission.RESPOND)
    public Mono<CoverActed> take(@PathVariable String id, @RequestBody(required = false) @Nullable TakeWish wish) {
        var part = wish == null ? new TakeWish(null, null, null) : wish;
        return write("take/" + id, part, (who, write) -> desk.take(id, part, who, write));
    }

    /** What was taken of it stays taken. */
    @DeleteMapping("/api/cover-requests/{id}")
    @Permit(Permission.RESPOND)
    public Mono<CoverActed> withdrawRequest(@PathVariable String id) {
        return write("withdraw-request/" + id, "", (who, write) -> desk.withdrawRequest(id, who, write));
    }

    /** {@code person}: a word, an id, or {@code me}; everybody when it is left out. */
    @GetMapping("/api/absences")
    @Permit(Permission.RESPOND)
    public Mono<Page<AbsenceView>> absences(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable Boolean all,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return read(who -> desk.absences(person, Boolean.TRUE.equals(all), who, Asking.page(limit, after)));
    }

    @PostMapping("/api/absences")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.RESPOND)
    public Mono<AbsenceActed> declare(@RequestBody AbsenceWish wish) {
        return write("absence", wish, (who, write) -> desk.declare(wish, who, write));
    }

    /** An iCalendar file as the body, of at most 512 KiB: its events become absences, all of them or none. */
    @PostMapping(
            path = "/api/absences/import",
            consumes = {"text/calendar", "text/plain"})
    @Permit(Permission.RESPOND)
    public Mono<Imported> read(@RequestParam(required = false) @Nullable String person, @RequestBody String file) {
        if (file.length() > CalendarFile.MOST_BYTES) {
            return Mono.error(CalendarFile.bad("It is larger than 512 KiB."));
        }
        return write("import/" + person, file, (who, write) -> calendars.read(person, file, who, write));
    }

    /** What has passed of it stays. */
    @DeleteMapping("/api/absences/{id}")
    @Permit(Permission.RESPOND)
    public Mono<AbsenceActed> withdrawAbsence(@PathVariable String id) {
        return write("withdraw-absence/" + id, "", (who, write) -> desk.withdrawAbsence(id, who, write));
    }

    private <T> Mono<T> read(Function<Who, T> work) {
        return Callers.current().flatMap(who -> door.go(() -> work.apply(who)));
    }

    private <T> Mono<T> write(String what, Object wish, BiFunction<Who, Write, T> work) {
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var write = Write.of(who.actor(), context, Idempotency.bytes(what, JSON.writeValueAsString(wish)));
            return door.go(() -> work.apply(who, write));
        }));
    }
}
