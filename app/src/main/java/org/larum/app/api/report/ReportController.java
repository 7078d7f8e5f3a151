package org.larum.app.api.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.projections.report.ReportAnswers;
import org.larum.projections.report.ReportQuery.Runs;
import org.larum.projections.report.ReportRunView;
import org.larum.projections.shared.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reports: which there are, one made now, and the archive. For people and their tokens. */
@RestController
@RequestMapping("/api/reports")
@Permit(Permission.RESPOND)
public class ReportController {

    /** Whatever it holds, it runs nowhere and asks for nothing; the page has its own style. */
    private static final String CONTENT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    private final Door door;
    private final ReportDesk desk;
    private final ReportAnswers answers;
    private final Freshness freshness;

    ReportController(Door door, ReportDesk desk, ReportAnswers answers, Freshness freshness) {
        this.door = door;
        this.desk = desk;
        this.answers = answers;
        this.freshness = freshness;
    }

    /** What is made when, and the last one of each. There are few: they are described in the configuration. */
    public record ReportPlans(List<ReportPlanView> items) {}

    @GetMapping
    public Mono<ReportPlans> reports(@RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            freshness.await("report", atLeast);
            return new ReportPlans(desk.plans());
        });
    }

    /** Made now, of the last whole period. {@code mail}: true when its recipients get it, otherwise it is for the archive alone. */
    @PostMapping("/{name}/run")
    public Mono<ReportRunView> run(@PathVariable String name, @RequestParam(required = false) @Nullable Boolean mail) {
        boolean isMailed = Boolean.TRUE.equals(mail);
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var write = Write.of(who.actor(), context, Idempotency.bytes("report", name, Boolean.toString(isMailed)));
            return door.go(() -> desk.run(name, isMailed, who.actor(), write));
        }));
    }

    /** The archive, newest first. {@code report}: of this one alone. */
    @GetMapping("/runs")
    public Mono<Page<ReportRunView>> runs(
            @RequestParam(required = false) @Nullable String report,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            freshness.await("report", atLeast);
            @Nullable
            UUID plan = report == null || report.isBlank()
                    ? null
                    : desk.plan(report.strip()).id().value();
            return answers.answer(new Runs(plan, Asking.page(limit, after)));
        });
    }

    @GetMapping("/runs/{id}/{format}")
    public Mono<ResponseEntity<byte[]>> file(@PathVariable String id, @PathVariable String format) {
        return door.go(() -> desk.file(id, format))
                .map(file -> ResponseEntity.ok()
                        .header("Content-Security-Policy", CONTENT)
                        .header("X-Content-Type-Options", "nosniff")
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .contentType(MediaType.valueOf(file.mediaType()))
                        .header(
                                "Content-Disposition",
                                ContentDisposition.attachment()
                                        .filename(file.name(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .body(file.bytes()));
    }
}
