package org.larum.app.api.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Door;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.security.Who;
import org.larum.projections.incident.IncidentView;
import org.larum.projections.shared.Page;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.timeline.TimelineAnswers;
import org.larum.projections.timeline.TimelineQuery.Timeline;
import org.larum.projections.timeline.TimelineView;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Whole timelines to take away. For people and their tokens, since they name who was told. */
@RestController
@RequestMapping("/api/incidents/{id}")
public class TimelineController {

    private static final int PAGE = 1000;

    /** A timeline that is longer is a storm's: its beginning says how it came, the rest is read page by page. */
    private static final int MOST = 50_000;

    private final Door door;
    private final IncidentDesk desk;
    private final TimelineAnswers timelines;

    public TimelineController(Door door, IncidentDesk desk, TimelineAnswers timelines) {
        this.door = door;
        this.desk = desk;
        this.timelines = timelines;
    }

    /** {@code isWhole}: false when only the first 50,000 entries are in it. */
    public record Export(IncidentView incident, boolean isWhole, List<TimelineView> entries) {}

    @GetMapping(path = "/timeline.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Permit(Permission.RESPOND)
    public Mono<ResponseEntity<Export>> json(@PathVariable String id) {
        return Callers.current()
                .flatMap(who -> door.go(() -> {
                    var export = export(Acting.id(id), who);
                    return file(export, "json").body(export);
                }));
    }

    @GetMapping(path = "/timeline.md", produces = "text/markdown;charset=UTF-8")
    @Permit(Permission.RESPOND)
    public Mono<ResponseEntity<String>> markdown(@PathVariable String id) {
        return Callers.current()
                .flatMap(who -> door.go(() -> {
                    var export = export(Acting.id(id), who);
                    return file(export, "md").body(TimelineMarkdown.of(export));
                }));
    }

    private static ResponseEntity.BodyBuilder file(Export export, String ending) {
        var name = "INC-" + export.incident().number() + "-timeline." + ending;
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }

    private Export export(UUID incident, Who who) {
        var view = desk.one(incident, who.scope(), null);
        var entries = new ArrayList<TimelineView>();
        @Nullable String after = null;
        Page<TimelineView> page;
        do {
            page = timelines.answer(new Timeline(incident, Set.of(), new Asked(PAGE, after)));
            entries.addAll(page.items());
            after = page.next();
        } while (after != null && entries.size() < MOST);
        return new Export(view, after == null, List.copyOf(entries));
    }
}
