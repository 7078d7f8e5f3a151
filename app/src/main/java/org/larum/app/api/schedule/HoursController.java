package org.larum.app.api.schedule;

import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Hours on call, for whoever pays for them: a file of a table. */
@RestController
public class HoursController {

    private static final int USUAL_DAYS = 30;

    private final Door door;
    private final Schedules schedules;
    private final Time time;

    public HoursController(Door door, Schedules schedules, Time time) {
        this.door = door;
        this.schedules = schedules;
        this.time = time;
    }

    /** Of the last 30 days, unless {@code from} and {@code until} say otherwise; {@code format}: csv or xlsx. */
    @GetMapping("/api/schedules/{word}/hours")
    @Permit(Permission.RESPOND)
    Mono<ResponseEntity<byte[]>> hours(
            @PathVariable String word,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String format) {
        return door.go(() -> {
            var sheet = sheet(format);
            var end = Objects.requireNonNullElse(Asking.moment(until, "until"), time.now());
            var begin = Objects.requireNonNullElse(Asking.moment(from, "from"), end.minus(USUAL_DAYS, ChronoUnit.DAYS));
            var plan = schedules.plan(word, begin, end, null);
            var name = "hours-" + plan.schedule().word() + "." + sheet.ending();
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(sheet.type()))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name)
                                    .build()
                                    .toString())
                    .body(sheet.of(plan));
        });
    }

    private static HoursSheet sheet(@Nullable String format) {
        return switch (format) {
            case null -> HoursSheet.CSV;
            case "csv" -> HoursSheet.CSV;
            case "xlsx" -> HoursSheet.XLSX;
            default ->
                throw new Refusal(
                        Refusal.Kind.INVALID,
                        "bad_format",
                        "\"format\" is csv or xlsx. Nothing was made; ask for one of them.");
        };
    }
}
