package org.larum.app.api.improvement;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.improvement.Looking;
import org.larum.app.improvement.Looking.Looked;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Time;
import org.larum.projections.improvement.ImprovementAnswers;
import org.larum.projections.improvement.ImprovementQuery.OneImprovement;
import org.larum.projections.improvement.ImprovementView;
import org.larum.projections.measure.MeasureAnswers;
import org.larum.projections.measure.MeasureQuery.Narrowed;
import org.larum.projections.measure.MeasureQuery.Period;
import org.larum.projections.measure.MeasureQuery.Rules;
import org.larum.projections.measure.MeasureQuery.RulesThat;
import org.larum.projections.measure.RuleMeasure;
import org.larum.projections.shared.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What shows that something ought to be better. */
@RestController
@Permit(Permission.RESPOND)
public class SignController {

    private static final Duration BACK = Duration.ofDays(30);

    private final Door door;
    private final Looking looking;
    private final MeasureAnswers measures;
    private final ImprovementAnswers answers;
    private final Freshness freshness;
    private final Time time;

    SignController(
            Door door,
            Looking looking,
            MeasureAnswers measures,
            ImprovementAnswers answers,
            Freshness freshness,
            Time time) {
        this.door = door;
        this.looking = looking;
        this.measures = measures;
        this.answers = answers;
        this.freshness = freshness;
        this.time = time;
    }

    /** Looks now, as Larum does once a day by itself: proposes what it sees, and judges what is due. */
    @PostMapping("/api/improvements/look")
    public Mono<Looked> lookForImprovements() {
        return door.go(looking::look);
    }

    /** {@code improvement}: the item of it, {@code state}: how that stands; null while there is none. */
    public record DeleteThis(
            RuleMeasure rule,
            @Nullable UUID improvement,
            @Nullable String state) {}

    /** "Delete this alert": the rules of the last 30 days that interrupted somebody at night and led to nothing, the costliest first. */
    @GetMapping("/api/improvements/delete-these")
    public Mono<Page<DeleteThis>> deleteThese(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            freshness.await("measure", atLeast);
            var now = time.now();
            var found = measures.answer(new Rules(
                    new Period(now.minus(BACK), now),
                    new Narrowed(Set.of(), Set.of(), Set.of()),
                    RulesThat.COST_SLEEP,
                    Asking.page(limit, after)));
            return new Page<>(found.items().stream().map(this::shown).toList(), found.next());
        });
    }

    private DeleteThis shown(RuleMeasure rule) {
        var item = answers.answer(new OneImprovement(Looking.of(rule).value()));
        return new DeleteThis(
                rule,
                item.map(ImprovementView::id).orElse(null),
                item.map(ImprovementView::state).orElse(null));
    }
}
