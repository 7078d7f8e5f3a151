package org.larum.app.api.postmortem;

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
import org.larum.domain.postmortem.ActionState;
import org.larum.domain.postmortem.PostmortemCommand.AddAction;
import org.larum.domain.postmortem.PostmortemCommand.ChangeAction;
import org.larum.domain.postmortem.PostmortemEvent.Action;
import org.larum.domain.postmortem.PostmortemId;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Refusal;
import org.larum.projections.postmortem.ActionView;
import org.larum.projections.postmortem.PostmortemAnswers;
import org.larum.projections.postmortem.PostmortemQuery.AllActions;
import org.larum.projections.shared.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is to be done after incidents, and by whom. */
@RestController
public class ActionController {

    private static final Set<String> STATES = Set.of("proposed", "started", "done", "dropped");
    private static final Set<String> OPEN = Set.of("proposed", "started");

    private final Writing writing;
    private final Door door;
    private final PostmortemDesk desk;
    private final PostmortemAnswers answers;
    private final Freshness freshness;
    private final People people;
    private final Ids ids;

    public ActionController(
            Door door, PostmortemDesk desk, PostmortemAnswers answers, Freshness freshness, People people, Ids ids) {
        this.writing = new Writing(door);
        this.door = door;
        this.desk = desk;
        this.answers = answers;
        this.freshness = freshness;
        this.people = people;
        this.ids = ids;
    }

    /**
     * {@code owner}: by word or id; {@code due}: the last day that is in time; {@code doneWhen}: how everybody sees that it is done;
     * {@code state}: proposed when it is left out.
     */
    public record ActionWish(
            @Nullable String text,
            @Nullable String doneWhen,
            @Nullable String owner,
            @Nullable String due,
            @Nullable String state) {}

    /** Of all reviews, what is due first first. */
    @GetMapping("/api/actions")
    @Permit(Permission.RESPOND)
    public Mono<Page<ActionView>> actions(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            freshness.await("postmortem", atLeast);
            return answers.answer(new AllActions(
                    Asking.states(state, STATES, OPEN),
                    PostmortemController.owner(people, owner),
                    Boolean.TRUE.equals(overdue),
                    desk.today(),
                    Asking.page(limit, after)));
        });
    }

    @PostMapping("/api/postmortems/{id}/actions")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.RESPOND)
    public Mono<PostmortemActed> addAction(@PathVariable String id, @RequestBody ActionWish wish) {
        var action = ids.next();
        return writing.act("add/" + id, wish, (who, write) -> {
            var added = action(action, wish);
            return desk.act(
                    Writing.id(id),
                    write,
                    at -> new AddAction(new PostmortemId(Writing.id(id)), added, who.actor(), at));
        });
    }

    @PutMapping("/api/postmortems/{id}/actions/{action}")
    @Permit(Permission.RESPOND)
    public Mono<PostmortemActed> changeAction(
            @PathVariable String id, @PathVariable String action, @RequestBody ActionWish wish) {
        return writing.act("change/" + id + "/" + action, wish, (who, write) -> {
            var changed = action(known(action), wish);
            return desk.act(
                    Writing.id(id),
                    write,
                    at -> new ChangeAction(new PostmortemId(Writing.id(id)), changed, who.actor(), at));
        });
    }

    private Action action(UUID id, ActionWish wish) {
        return new Action(
                id,
                PostmortemReader.action(wish.text()),
                PostmortemReader.doneWhen(wish.doneWhen()),
                people.find(wish.owner()),
                PostmortemReader.due(wish.due()),
                wish.state() == null ? ActionState.PROPOSED : PostmortemReader.state(wish.state()));
    }

    private static UUID known(String text) {
        var id = Asking.uuid(text);
        if (id == null) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "no_such_action",
                    "\"" + text + "\" is not the id of an action. They are listed at /api/actions.");
        }
        return id;
    }
}
