package org.larum.app.api.status;

import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.status.NoticeWish.ComponentWish;
import org.larum.app.api.status.NoticeWish.PostWish;
import org.larum.app.api.status.StatusDesk.ComponentActed;
import org.larum.app.api.status.StatusDesk.NoticeActed;
import org.larum.app.api.status.StatusDesk.ServiceOnPage;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.security.Who;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Refusal;
import org.larum.domain.status.ComponentId;
import org.larum.domain.status.NoticeId;
import org.larum.domain.status.NoticeKind;
import org.larum.domain.status.StatusCommand.HideComponent;
import org.larum.domain.status.StatusCommand.PublishNotice;
import org.larum.domain.status.StatusCommand.ShowComponent;
import org.larum.domain.status.StatusCommand.UpdateNotice;
import org.larum.domain.status.StatusCommand.WithdrawNotice;
import org.larum.domain.status.Visibility;
import org.larum.projections.shared.Page;
import org.larum.projections.status.NoticeView;
import org.larum.projections.status.StatusAnswers;
import org.larum.projections.status.StatusQuery.Notices;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The status page for those who publish: notices, and which components are shown. */
@RestController
@RequestMapping("/api/status")
public class StatusController {

    private static final Set<String> STATES = Set.of("open", "over", "withdrawn");
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LAST_PLACE = 9_999;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Door door;
    private final StatusDesk desk;
    private final StatusAnswers answers;
    private final Freshness freshness;
    private final Ids ids;

    public StatusController(Door door, StatusDesk desk, StatusAnswers answers, Freshness freshness, Ids ids) {
        this.door = door;
        this.desk = desk;
        this.answers = answers;
        this.freshness = freshness;
        this.ids = ids;
    }

    @GetMapping("/notices")
    @Permit(Permission.RESPOND)
    public Mono<Page<NoticeView>> notices(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            freshness.await("status", atLeast);
            return answers.answer(new Notices(Asking.states(state, STATES, Set.of("open")), Asking.page(limit, after)));
        });
    }

    @GetMapping("/notices/{id}")
    @Permit(Permission.RESPOND)
    public Mono<NoticeView> notice(@PathVariable String id, @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> desk.notice(id(id), atLeast));
    }

    @PostMapping("/notices")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.RESPOND)
    public Mono<NoticeActed> publish(@RequestBody NoticeWish wish) {
        var id = new NoticeId(ids.next());
        return write("publish", wish, (who, write) -> {
            var kind = NoticeReader.word("kind", wish.kind(), NoticeKind.values());
            var visibility = NoticeReader.word("visibility", wish.visibility(), Visibility.values());
            var title = NoticeReader.line("title", wish.title(), LONGEST_TITLE);
            var post = desk.reader().post(wish.post());
            var incident = wish.incident() == null ? null : desk.incident(Asking.uuid(wish.incident()));
            return desk.act(
                    write, at -> new PublishNotice(id, kind, visibility, title, post, incident, who.actor(), at));
        });
    }

    @PostMapping("/notices/{id}/updates")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.RESPOND)
    public Mono<NoticeActed> update(@PathVariable String id, @RequestBody PostWish wish) {
        return write("update/" + id, wish, (who, write) -> {
            desk.refuseUnlessThereIs(id(id));
            var post = desk.reader().post(wish);
            return desk.act(write, at -> new UpdateNotice(new NoticeId(id(id)), post, who.actor(), at));
        });
    }

    @PostMapping("/notices/{id}/withdraw")
    @Permit(Permission.RESPOND)
    public Mono<NoticeActed> withdraw(@PathVariable String id) {
        return write("withdraw/" + id, "", (who, write) -> {
            desk.refuseUnlessThereIs(id(id));
            return desk.act(write, at -> new WithdrawNotice(new NoticeId(id(id)), who.actor(), at));
        });
    }

    /** {@code shown}: true leaves out what the page does not show. */
    @GetMapping("/components")
    @Permit(Permission.RESPOND)
    public Mono<Page<ServiceOnPage>> components(
            @RequestParam(required = false) @Nullable Boolean shown,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            freshness.await("status", atLeast);
            return desk.services(Boolean.TRUE.equals(shown), Asking.page(limit, after));
        });
    }

    /** {@code service}: its word or its id. */
    @PostMapping("/components/{service}")
    @Permit(Permission.ADMINISTER)
    public Mono<ComponentActed> show(@PathVariable String service, @RequestBody ComponentWish wish) {
        return write("show/" + service, wish, (who, write) -> {
            var id = desk.reader().service(service);
            var name = NoticeReader.line("name", wish.name(), LONGEST_NAME);
            var group = wish.group() == null || wish.group().isBlank()
                    ? null
                    : NoticeReader.line("group", wish.group(), LONGEST_NAME);
            int place = place(wish.place());
            return desk.choose(
                    id, write, at -> new ShowComponent(ComponentId.of(id), id, name, group, place, who.actor(), at));
        });
    }

    private static int place(@Nullable Integer place) {
        if (place == null || place < 0 || place > LAST_PLACE) {
            throw NoticeReader.bad("\"place\" must be a number from 0 to 9999.");
        }
        return place;
    }

    @DeleteMapping("/components/{service}")
    @Permit(Permission.ADMINISTER)
    public Mono<ComponentActed> hide(@PathVariable String service) {
        return write("hide/" + service, "", (who, write) -> {
            var id = desk.shown(service);
            return desk.choose(id, write, at -> new HideComponent(ComponentId.of(id), who.actor(), at));
        });
    }

    private <T> Mono<T> write(String what, Object wish, BiFunction<Who, Write, T> work) {
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var write = Write.of(who.actor(), context, Idempotency.bytes(what, JSON.writeValueAsString(wish)));
            return door.go(() -> work.apply(who, write));
        }));
    }

    private static UUID id(String text) {
        var id = Asking.uuid(text);
        if (id == null) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "no_such_notice",
                    "\"" + text + "\" is not the id of a notice. The list is at /api/status/notices.");
        }
        return id;
    }
}
