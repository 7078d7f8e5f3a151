package org.larum.app.api.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.config.ConfigMistakes;
import org.larum.app.api.schedule.ScheduleDrafts.ScheduleDraft;
import org.larum.app.bus.Door;
import org.larum.app.problem.Problems.Problem;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Time;
import org.larum.projections.shared.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who is on call: now, at an instant, and over a time. */
@RestController
public class ScheduleController {

    private static final Duration USUAL = Duration.ofDays(7);

    private final Door door;
    private final Schedules schedules;
    private final ScheduleDrafts drafts;
    private final Time time;

    public ScheduleController(Door door, Schedules schedules, ScheduleDrafts drafts, Time time) {
        this.door = door;
        this.schedules = schedules;
        this.drafts = drafts;
        this.time = time;
    }

    @GetMapping("/api/on-call")
    @Permit(Permission.RESPOND)
    public Mono<Page<DutyView>> onCall(
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String schedule,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return door.go(() -> schedules.onCall(moment(at, "at", time.now()), schedule, Asking.page(limit, after)));
    }

    @GetMapping("/api/schedules")
    @Permit(Permission.RESPOND)
    public Mono<Page<ScheduleLineView>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return door.go(() -> schedules.list(time.now(), Asking.page(limit, after)));
    }

    @GetMapping("/api/schedules/{word}/shifts")
    @Permit(Permission.RESPOND)
    public Mono<PlanView> shifts(
            @PathVariable String word,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String zone) {
        return door.go(() -> {
            var begin = moment(from, "from", time.now());
            return schedules.plan(word, begin, moment(until, "until", begin.plus(USUAL)), zone);
        });
    }

    /** As it was written, for an editor. */
    @GetMapping("/api/schedules/{word}")
    @Permit(Permission.RESPOND)
    public Mono<ScheduleDefinitionView> written(@PathVariable String word) {
        return door.go(() -> drafts.written(word));
    }

    /** What a schedule would be that is not saved. Nothing is written. */
    @PostMapping("/api/schedules/preview")
    @Permit(Permission.RESPOND)
    public Mono<ScheduleDraftView> draft(@RequestBody ScheduleDraft draft) {
        return door.go(() -> drafts.preview(draft));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(ConfigMistakes e) {
        return e.problem();
    }

    private static Instant moment(@Nullable String text, String what, Instant otherwise) {
        return Objects.requireNonNullElse(Asking.moment(text, what), otherwise);
    }
}
