package org.larum.app.api.improvement;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.improvement.ImprovementDesk.ImprovementActed;
import org.larum.app.api.improvement.RoundView.StretchView;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.improvement.Looking;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.security.Who;
import org.larum.domain.improvement.Evidence;
import org.larum.domain.improvement.EvidenceKind;
import org.larum.domain.improvement.ImprovementCommand;
import org.larum.domain.improvement.ImprovementCommand.BeginPhase;
import org.larum.domain.improvement.ImprovementCommand.Drop;
import org.larum.domain.improvement.ImprovementCommand.NoteRollback;
import org.larum.domain.improvement.ImprovementCommand.Plan;
import org.larum.domain.improvement.ImprovementCommand.Propose;
import org.larum.domain.improvement.ImprovementCommand.Reopen;
import org.larum.domain.improvement.ImprovementCommand.SetCriterion;
import org.larum.domain.improvement.ImprovementCommand.Weigh;
import org.larum.domain.improvement.ImprovementId;
import org.larum.domain.improvement.Phase;
import org.larum.domain.improvement.Round;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Time;
import org.larum.projections.improvement.ImprovementAnswers;
import org.larum.projections.improvement.ImprovementQuery.Improvements;
import org.larum.projections.improvement.ImprovementQuery.Points;
import org.larum.projections.improvement.ImprovementQuery.Steps;
import org.larum.projections.improvement.ImprovementView;
import org.larum.projections.improvement.ImprovementView.PointsView;
import org.larum.projections.improvement.ImprovementView.StepView;
import org.larum.projections.shared.Page;
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
import tools.jackson.databind.json.JsonMapper;

/** What ought to be better: the backlog, its rounds, and what people do to an item. */
@RestController
@RequestMapping("/api/improvements")
@Permit(Permission.RESPOND)
public class ImprovementController {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> OPEN = Set.of("proposed", "weighed", "planned", "research", "build", "validate");
    private static final Set<String> STATES =
            Set.of("proposed", "weighed", "planned", "research", "build", "validate", "done", "failed", "dropped");
    private static final Set<String> KINDS = Words.all(EvidenceKind.values());

    private final Door door;
    private final ImprovementDesk desk;
    private final ImprovementReader reader;
    private final ImprovementAnswers answers;
    private final Looking looking;
    private final Freshness freshness;
    private final Ids ids;
    private final Time time;

    ImprovementController(
            Door door,
            ImprovementDesk desk,
            ImprovementReader reader,
            ImprovementAnswers answers,
            Looking looking,
            Freshness freshness,
            Ids ids,
            Time time) {
        this.door = door;
        this.desk = desk;
        this.reader = reader;
        this.answers = answers;
        this.looking = looking;
        this.freshness = freshness;
        this.ids = ids;
        this.time = time;
    }

    // ------------------------------------------------------------ read

    /** By priority, the best first, then what nobody has weighed. {@code state}: words, or open for all that is not closed. */
    @GetMapping
    public Mono<Page<ImprovementView>> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            freshness.await(ImprovementDesk.ROOM, atLeast);
            return answers.answer(new Improvements(
                    Asking.states(state, STATES, OPEN),
                    Asking.words(kind, KINDS, "kind"),
                    round,
                    Asking.page(limit, after)));
        });
    }

    @GetMapping("/{id}")
    public Mono<ImprovementView> one(@PathVariable String id, @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> desk.one(ImprovementReader.id(id).value(), atLeast));
    }

    /** What was done to it, the newest first. */
    @GetMapping("/{id}/steps")
    public Mono<Page<StepView>> steps(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            var item = desk.one(ImprovementReader.id(id).value(), atLeast);
            return answers.answer(new Steps(item.id(), Asking.page(limit, after)));
        });
    }

    /** {@code number}: of a round, or now. Its items are those of the list with that round. */
    @GetMapping("/rounds/{number}")
    public Mono<RoundView> round(@PathVariable String number, @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            freshness.await(ImprovementDesk.ROOM, atLeast);
            var at = time.now();
            return shown(found(number, at), at);
        });
    }

    private static Round found(String number, Instant at) {
        if (number.equals("now")) {
            return Round.at(at);
        }
        if (number.matches("[1-9][0-9]{0,3}") && Integer.parseInt(number) <= Round.LAST) {
            return new Round(Integer.parseInt(number));
        }
        throw ImprovementReader.bad("A round is now, or a number from 1 to " + Round.LAST + ".");
    }

    private RoundView shown(Round round, Instant at) {
        var states = answers.answer(new Points(round.number()));
        int now = Round.at(at).number();
        return new RoundView(
                round.number(),
                now,
                round.from(),
                round.until(),
                Round.CAPACITY,
                states.stream().mapToInt(PointsView::points).sum(),
                states.stream()
                        .filter(one -> one.state().equals("done"))
                        .mapToInt(PointsView::points)
                        .sum(),
                round.number() == now
                        ? Words.of(round.phaseOn(at.atOffset(ZoneOffset.UTC).toLocalDate()))
                        : null,
                Arrays.stream(Phase.values())
                        .map(round::stretch)
                        .map(StretchView::of)
                        .toList(),
                states);
    }

    // ------------------------------------------------------------ done to an item

    /** {@code why}: what was seen, or what it is for; {@code service}: by word or id, when it is about one. */
    public record ImprovementWish(
            @Nullable String title,
            @Nullable String why,
            @Nullable String service) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<ImprovementActed> propose(@RequestBody ImprovementWish wish) {
        return writing("propose", wish, (who, write) -> {
            var title = ImprovementReader.title(wish.title());
            var why = ImprovementReader.text("why", wish.why());
            var service = reader.service(wish.service());
            var subject = ids.next().toString();
            return desk.propose(
                    write,
                    at -> new Propose(
                            new Evidence(EvidenceKind.BY_HAND, subject, service, title, why, null, at),
                            who.actor(),
                            at));
        });
    }

    /** Each from 1, little, to 5, much. */
    public record PriorityWish(
            @Nullable Integer impact,
            @Nullable Integer feasibility,
            @Nullable Integer effort,
            @Nullable Integer risk) {}

    @PostMapping("/{id}/weigh")
    public Mono<ImprovementActed> weigh(@PathVariable String id, @RequestBody PriorityWish wish) {
        return act(id, "weigh", wish, (item, who) -> {
            var priority = ImprovementReader.priority(wish.impact(), wish.feasibility(), wish.effort(), wish.risk());
            return at -> new Weigh(item, priority, who, at);
        });
    }

    public record RoundWish(@Nullable Integer round) {}

    @PostMapping("/{id}/plan")
    public Mono<ImprovementActed> plan(@PathVariable String id, @RequestBody RoundWish wish) {
        return act(id, "plan", wish, (item, who) -> {
            int round = ImprovementReader.round(wish.round());
            return at -> new Plan(item, round, who, at);
        });
    }

    /** {@code phase}: the one that begins; validate says that the change is live. */
    public record PhaseWish(@Nullable String phase) {}

    @PostMapping("/{id}/phase")
    public Mono<ImprovementActed> phase(@PathVariable String id, @RequestBody PhaseWish wish) {
        return act(id, "phase", wish, (item, who) -> {
            var phase = ImprovementReader.word(Phase.class, "phase", wish.phase());
            return at -> new BeginPhase(item, phase, who, at);
        });
    }

    /** {@code direction}: at_most or at_least; {@code service}, {@code team}: of these alone, by word or id. */
    public record CriterionWish(
            @Nullable String measure,
            @Nullable String direction,
            @Nullable Double target,
            @Nullable String service,
            @Nullable String team) {}

    @PostMapping("/{id}/criterion")
    public Mono<ImprovementActed> criterion(@PathVariable String id, @RequestBody CriterionWish wish) {
        return act(id, "criterion", wish, (item, who) -> {
            var criterion =
                    reader.criterion(wish.measure(), wish.direction(), wish.target(), wish.service(), wish.team());
            return at -> new SetCriterion(item, criterion, who, at);
        });
    }

    /** What was measured since the change is held against the criterion. Larum does it by itself after a week. */
    @PostMapping("/{id}/judge")
    public Mono<ImprovementActed> judge(@PathVariable String id) {
        return act(id, "judge", "", (item, who) -> at -> looking.judgement(item, who, at));
    }

    /** {@code note}: what was taken back after it failed, or why it stays. */
    public record RollbackWish(@Nullable String note) {}

    @PostMapping("/{id}/rollback")
    public Mono<ImprovementActed> rollback(@PathVariable String id, @RequestBody RollbackWish wish) {
        return act(id, "rollback", wish, (item, who) -> {
            var note = ImprovementReader.text("note", wish.note());
            return at -> new NoteRollback(item, note, who, at);
        });
    }

    public record ReasonWish(@Nullable String reason) {}

    @PostMapping("/{id}/drop")
    public Mono<ImprovementActed> drop(@PathVariable String id, @RequestBody ReasonWish wish) {
        return act(id, "drop", wish, (item, who) -> {
            var reason = ImprovementReader.text("reason", wish.reason());
            return at -> new Drop(item, reason, who, at);
        });
    }

    @PostMapping("/{id}/reopen")
    public Mono<ImprovementActed> reopen(@PathVariable String id, @RequestBody ReasonWish wish) {
        return act(id, "reopen", wish, (item, who) -> {
            var reason = ImprovementReader.text("reason", wish.reason());
            return at -> new Reopen(item, reason, who, at);
        });
    }

    private Mono<ImprovementActed> act(
            String id,
            String what,
            Object body,
            BiFunction<ImprovementId, Actor, Function<Instant, ImprovementCommand>> wish) {
        return writing(what + "/" + id, body, (who, write) -> {
            var item = ImprovementReader.id(id);
            return desk.act(item, write, wish.apply(item, who.actor()));
        });
    }

    /** @param what tells two acts with one key apart */
    private <T> Mono<T> writing(String what, Object body, BiFunction<Who, Write, T> work) {
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var write = Write.of(who.actor(), context, Idempotency.bytes(what, JSON.writeValueAsString(body)));
            return door.go(() -> work.apply(who, write));
        }));
    }
}
