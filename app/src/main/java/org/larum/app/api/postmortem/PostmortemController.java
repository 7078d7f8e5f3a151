package org.larum.app.api.postmortem;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.incident.People;
import org.larum.app.api.postmortem.PostmortemDesk.PostmortemActed;
import org.larum.app.bus.Door;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.postmortem.PostmortemCommand.PublishPostmortem;
import org.larum.domain.postmortem.PostmortemCommand.ReopenPostmortem;
import org.larum.domain.postmortem.PostmortemCommand.RequestReview;
import org.larum.domain.postmortem.PostmortemCommand.WritePostmortem;
import org.larum.domain.postmortem.PostmortemId;
import org.larum.projections.postmortem.PostmortemAnswers;
import org.larum.projections.postmortem.PostmortemLine;
import org.larum.projections.postmortem.PostmortemQuery.Postmortems;
import org.larum.projections.postmortem.PostmortemQuery.Versions;
import org.larum.projections.postmortem.PostmortemView;
import org.larum.projections.postmortem.VersionView;
import org.larum.projections.shared.Page;
import org.larum.reports.report.Brand;
import org.larum.reports.report.TextReport;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reviews: drafted, written in versions, read by others, published. */
@RestController
public class PostmortemController {

    private static final Set<String> STATES = Set.of("asked", "draft", "review", "published");
    private static final Set<String> OPEN = Set.of("asked", "draft", "review");

    private final Writing writing;
    private final Door door;
    private final PostmortemDesk desk;
    private final PostmortemAnswers answers;
    private final PostmortemMarkdown markdown;
    private final Freshness freshness;
    private final People people;

    public PostmortemController(
            Door door,
            PostmortemDesk desk,
            PostmortemAnswers answers,
            PostmortemMarkdown markdown,
            Freshness freshness,
            People people) {
        this.writing = new Writing(door);
        this.door = door;
        this.desk = desk;
        this.answers = answers;
        this.markdown = markdown;
        this.freshness = freshness;
        this.people = people;
    }

    /** {@code version}: the one that it was written on; {@code text}: Markdown, at most 100,000 characters. */
    public record PostmortemWish(
            @Nullable Integer version,
            @Nullable String title,
            @Nullable String text) {}

    /** {@code solution}: what helps the next time; {@code runbook}: a web address; {@code labels}: words to find it by. */
    public record PublishWish(
            @Nullable Integer version,
            @Nullable String solution,
            @Nullable String runbook,
            @Nullable List<String> labels) {}

    @GetMapping("/api/incidents/{id}/postmortem")
    @Permit(Permission.RESPOND)
    public Mono<PostmortemView> postmortemOfIncident(
            @PathVariable String id, @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(
                () -> desk.one(PostmortemId.of(new IncidentId(Writing.id(id))).value(), atLeast));
    }

    @PostMapping("/api/incidents/{id}/postmortem")
    @Permit(Permission.RESPOND)
    public Mono<PostmortemActed> askPostmortem(@PathVariable String id) {
        return writing.act("ask/" + id, "", (who, write) -> desk.ask(Writing.id(id), who.actor(), write));
    }

    /**
     * {@code owner}: by word or id, who has an action in it; {@code overdue}: true for those with an action that is late, or that are
     * late themselves.
     */
    @GetMapping("/api/postmortems")
    @Permit(Permission.RESPOND)
    public Mono<Page<PostmortemLine>> postmortems(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            freshness.await("postmortem", atLeast);
            return answers.answer(new Postmortems(
                    Asking.states(state, STATES, OPEN),
                    owner(people, owner),
                    Asking.services(service),
                    Boolean.TRUE.equals(overdue),
                    desk.today(),
                    Asking.page(limit, after)));
        });
    }

    static @Nullable UUID owner(People people, @Nullable String owner) {
        return owner == null || owner.isBlank() ? null : people.find(owner).value();
    }

    @GetMapping("/api/postmortems/{id}")
    @Permit(Permission.RESPOND)
    public Mono<PostmortemView> postmortem(
            @PathVariable String id, @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> desk.one(Writing.id(id), atLeast));
    }

    @PutMapping("/api/postmortems/{id}")
    @Permit(Permission.RESPOND)
    public Mono<PostmortemActed> writePostmortem(@PathVariable String id, @RequestBody PostmortemWish wish) {
        return writing.act("write/" + id, wish, (who, write) -> {
            int basedOn = PostmortemReader.version(wish.version());
            var title = PostmortemReader.title(wish.title());
            var text = PostmortemReader.text(wish.text());
            return desk.write(
                    Writing.id(id),
                    basedOn,
                    write,
                    at -> new WritePostmortem(review(id), basedOn, title, text, who.actor(), at));
        });
    }

    @PostMapping("/api/postmortems/{id}/review")
    @Permit(Permission.RESPOND)
    public Mono<PostmortemActed> requestReview(@PathVariable String id) {
        return writing.act(
                "review/" + id,
                "",
                (who, write) -> desk.act(Writing.id(id), write, at -> new RequestReview(review(id), who.actor(), at)));
    }

    @PostMapping("/api/postmortems/{id}/publish")
    @Permit(Permission.RESPOND)
    public Mono<PostmortemActed> publishPostmortem(@PathVariable String id, @RequestBody PublishWish wish) {
        return writing.act("publish/" + id, wish, (who, write) -> {
            int version = PostmortemReader.version(wish.version());
            var outcome = PostmortemReader.outcome(wish.solution(), wish.runbook(), wish.labels());
            return desk.write(
                    Writing.id(id),
                    version,
                    write,
                    at -> new PublishPostmortem(review(id), version, outcome, who.actor(), at));
        });
    }

    @PostMapping("/api/postmortems/{id}/reopen")
    @Permit(Permission.RESPOND)
    public Mono<PostmortemActed> reopenPostmortem(@PathVariable String id) {
        return writing.act(
                "reopen/" + id,
                "",
                (who, write) ->
                        desk.act(Writing.id(id), write, at -> new ReopenPostmortem(review(id), who.actor(), at)));
    }

    @GetMapping("/api/postmortems/{id}/versions")
    @Permit(Permission.RESPOND)
    public Mono<Page<VersionView>> postmortemVersions(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            var review = desk.one(Writing.id(id), atLeast).about().id();
            return answers.answer(new Versions(review, Asking.page(limit, after)));
        });
    }

    @GetMapping(path = "/api/postmortems/{id}/export.md", produces = "text/markdown;charset=UTF-8")
    @Permit(Permission.RESPOND)
    public Mono<ResponseEntity<String>> exportPostmortem(@PathVariable String id) {
        return door.go(() -> {
            var review = desk.one(Writing.id(id), null);
            return file(review, "md").body(markdown.of(review));
        });
    }

    @GetMapping(path = "/api/postmortems/{id}/export.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Permit(Permission.RESPOND)
    public Mono<ResponseEntity<byte[]>> exportPostmortemPdf(@PathVariable String id) {
        return door.go(() -> {
            var review = desk.one(Writing.id(id), null);
            var paper = new ByteArrayOutputStream();
            TextReport.write(review.about().title(), markdown.of(review), Brand.LARUM, paper);
            return file(review, "pdf").body(paper.toByteArray());
        });
    }

    private static ResponseEntity.BodyBuilder file(PostmortemView review, String ending) {
        var name = "INC-" + review.about().number() + "-review." + ending;
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }

    private static PostmortemId review(String id) {
        return new PostmortemId(Writing.id(id));
    }
}
