package org.larum.app.api.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Time;
import org.larum.projections.shared.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who is on call: now, at an instant, and over a time. */
@RestController
public class ScheduleController {

    private static final Duration USUAL = Duration.ofDays(7);

    private final Door door;
    private final Schedules schedules;
    private final Time time;

    public ScheduleController(Door door, Schedules schedules, Time time) {
        this.door = door;
        this.schedules = schedules;
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
            @RequestParam(required = false) @Nullable String until) {
        return door.go(() -> {
            var begin = moment(from, "from", time.now());
            return schedules.plan(word, begin, moment(until, "until", begin.plus(USUAL)));
        });
    }

    private static Instant moment(@Nullable String text, String what, Instant otherwise) {
        return Objects.requireNonNullElse(Asking.moment(text, what), otherwise);
    }
}
