package org.larum.app.api.incident;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.FilterWish;
import org.larum.app.api.attachment.AttachmentDesk;
import org.larum.app.api.incident.IncidentDesk.Acted;
import org.larum.app.bus.Door;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.incident.IncidentCommand.AcknowledgeIncident;
import org.larum.domain.incident.IncidentCommand.NoteIncident;
import org.larum.domain.incident.IncidentCommand.ReopenIncident;
import org.larum.domain.incident.IncidentCommand.ResolveIncident;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Refusal;
import org.larum.projections.incident.FacetsView;
import org.larum.projections.incident.IncidentAnswers;
import org.larum.projections.incident.IncidentQuery.Choices;
import org.larum.projections.incident.IncidentQuery.Incidents;
import org.larum.projections.incident.IncidentView;
import org.larum.projections.shared.Page;
import org.larum.projections.timeline.TimelineAnswers;
import org.larum.projections.timeline.TimelineQuery.Timeline;
import org.larum.projections.timeline.TimelineView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Incidents: lists, one, its timeline, and what can be done to it. */
@RestController
@RequestMapping("/api/incidents")
public class IncidentController {

    private static final Set<String> KINDS = Set.of("alert", "person", "message", "escalation", "incident", "note");
    private static final int LONGEST_NOTE = 10_000;

    private final Door door;
    private final IncidentDesk desk;
    private final Acting acting;
    private final IncidentAnswers incidents;
    private final TimelineAnswers timelines;
    private final Freshness freshness;
    private final AttachmentDesk attachments;
    private final Ids ids;

    public IncidentController(
            Door door,
            IncidentDesk desk,
            IncidentAnswers incidents,
            TimelineAnswers timelines,
            Freshness freshness,
            AttachmentDesk attachments,
            Ids ids) {
        this.door = door;
        this.desk = desk;
        this.acting = new Acting(door, desk);
        this.incidents = incidents;
        this.timelines = timelines;
        this.freshness = freshness;
        this.attachments = attachments;
        this.ids = ids;
    }

    /**
     * What is written down about an incident: plain text, at most 10,000 characters. {@code attachments}: ids of files that were
     * uploaded for it; with some, the text may be empty.
     */
    public record Note(@Nullable String text, @Nullable List<String> attachments) {}

    @GetMapping
    @Permit(Permission.READ)
    public Mono<Page<IncidentView>> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String priority,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable Boolean major,
            @RequestParam(required = false) @Nullable Boolean mine,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        var wish = new FilterWish(state, severity, priority, service, team, major, mine, null);
        return Callers.current()
                .flatMap(who -> door.go(() -> {
                    freshness.await("incident", atLeast);
                    return incidents.answer(
                            new Incidents(wish.read(who), Asking.order(order), who.scope(), Asking.page(limit, after)));
                }));
    }

    /** How many each choice of the filter would show. */
    @GetMapping("/facets")
    @Permit(Permission.READ)
    public Mono<FacetsView> facets(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String priority,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable Boolean major,
            @RequestParam(required = false) @Nullable Boolean mine,
            @RequestParam(required = false) @Nullable Long atLeast) {
        var wish = new FilterWish(state, severity, priority, service, team, major, mine, null);
        return Callers.current()
                .flatMap(who -> door.go(() -> {
                    freshness.await("incident", atLeast);
                    var person = who.person();
                    return incidents.answer(
                            new Choices(wish.read(who), person == null ? null : person.value(), who.scope()));
                }));
    }

    @GetMapping("/{id}")
    @Permit(Permission.READ)
    public Mono<IncidentView> one(@PathVariable String id, @RequestParam(required = false) @Nullable Long atLeast) {
        return Callers.current().flatMap(who -> door.go(() -> desk.one(Acting.id(id), who.scope(), atLeast)));
    }

    /** For people and their tokens: an ingest key reads what it sent, and this names who was told. */
    @GetMapping("/{id}/timeline")
    @Permit(Permission.RESPOND)
    public Mono<Page<TimelineView>> timeline(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return Callers.current()
                .flatMap(who -> door.go(() -> {
                    desk.one(Acting.id(id), who.scope(), null);
                    freshness.await("timeline", atLeast);
                    return timelines.answer(new Timeline(Acting.id(id), kinds(kind), Asking.page(limit, after)));
                }));
    }

    @PostMapping("/{id}/acknowledge")
    @Permit(Permission.RESPOND)
    public Mono<Acted> acknowledge(@PathVariable String id) {
        return acting.act(
                id,
                "acknowledge",
                (who, at) -> new AcknowledgeIncident(Acting.incident(id), who.actor(), who.via(), at));
    }

    @PostMapping("/{id}/resolve")
    @Permit(Permission.RESPOND)
    public Mono<Acted> resolve(@PathVariable String id) {
        return acting.act(
                id, "resolve", (who, at) -> new ResolveIncident(Acting.incident(id), who.actor(), who.via(), at));
    }

    @PostMapping("/{id}/reopen")
    @Permit(Permission.RESPOND)
    public Mono<Acted> reopen(@PathVariable String id) {
        return acting.act(id, "reopen", (who, at) -> new ReopenIncident(Acting.incident(id), who.actor(), at));
    }

    @PostMapping("/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.RESPOND)
    public Mono<Acted> note(@PathVariable String id, @RequestBody Note note) {
        var text = note.text() == null ? "" : note.text().strip();
        var files = note.attachments() == null ? List.<String>of() : note.attachments();
        if ((text.isEmpty() && files.isEmpty()) || text.length() > LONGEST_NOTE || text.indexOf('\0') >= 0) {
            return Mono.error(new Refusal(
                    Refusal.Kind.INVALID,
                    "bad_note",
                    "\"text\" must have 1 to 10,000 characters of plain text. Nothing was written."));
        }
        var noteId = ids.next();
        return acting.act(
                id,
                files.isEmpty() ? "note/" + text : "note/" + files + "/" + text,
                (who, at) -> new NoteIncident(
                        Acting.incident(id), noteId, who.actor(), text, at, attachments.named(Acting.id(id), files)));
    }

    private static Set<String> kinds(@Nullable String kinds) {
        return Asking.words(kinds, KINDS, "kind");
    }
}
