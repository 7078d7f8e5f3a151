package org.larum.app.api.measure;

import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Time;
import org.larum.projections.measure.CountedIncident;
import org.larum.projections.measure.CountedPage;
import org.larum.projections.measure.MeasureAnswers;
import org.larum.projections.measure.MeasureQuery.Counted;
import org.larum.projections.measure.MeasureQuery.Pages;
import org.larum.projections.measure.MeasureQuery.Rules;
import org.larum.projections.measure.MeasureQuery.RulesThat;
import org.larum.projections.measure.MeasuresView;
import org.larum.projections.measure.RuleMeasure;
import org.larum.projections.shared.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Figures of a period, beside those of the period before. For people and their tokens. */
@RestController
@RequestMapping("/api/measures")
@Permit(Permission.RESPOND)
public class MeasureController {

    private static final String ROOM = "measure";

    private final Door door;
    private final Freshness freshness;
    private final MeasureAnswers answers;
    private final BusinessDesk business;
    private final Time time;

    MeasureController(Door door, Freshness freshness, MeasureAnswers answers, BusinessDesk business, Time time) {
        this.door = door;
        this.freshness = freshness;
        this.answers = answers;
        this.business = business;
        this.time = time;
    }

    @GetMapping
    public Mono<MeasuresView> measures(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable Long atLeast) {
        var wish = new MeasureWish(from, until, zone, service, team, severity);
        return door.go(() -> {
            freshness.await(ROOM, atLeast);
            return answers.answer(wish.read(time.now()));
        });
    }

    /** The rules of senders, those first that cost the most sleep. */
    @GetMapping("/rules")
    public Mono<Page<RuleMeasure>> rules(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        var wish = new MeasureWish(from, until, null, service, team, severity);
        return door.go(() -> {
            freshness.await(ROOM, atLeast);
            return answers.answer(
                    new Rules(wish.period(time.now()), wish.narrowed(), RulesThat.ARE, Asking.page(limit, after)));
        });
    }

    /** The incidents behind a figure, newest first. {@code which}: all if left out; {@code rule}: of this rule of {@code sender} alone. */
    @GetMapping("/incidents")
    public Mono<Page<CountedIncident>> incidents(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String which,
            @RequestParam(required = false) @Nullable String sender,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        var wish = new MeasureWish(from, until, null, service, team, severity);
        return door.go(() -> {
            freshness.await(ROOM, atLeast);
            return answers.answer(new Counted(
                    wish.period(time.now()),
                    wish.narrowed(),
                    MeasureWish.which(which),
                    MeasureWish.rule(sender, rule),
                    Asking.page(limit, after)));
        });
    }

    /** The pages behind a figure, newest first. {@code which}: all, wakes or nights. */
    @GetMapping("/pages")
    public Mono<Page<CountedPage>> pages(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String which,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        var wish = new MeasureWish(from, until, null, service, team, severity);
        return door.go(() -> {
            freshness.await(ROOM, atLeast);
            var kind = MeasureWish.pages(which);
            return answers.answer(new Pages(
                    wish.period(time.now()),
                    wish.narrowed(),
                    kind.equals("wakes"),
                    kind.equals("nights"),
                    Asking.uuid(person),
                    Asking.page(limit, after)));
        });
    }

    /** What Larum was built to reach, and how far it is. */
    @GetMapping("/goals")
    public Mono<GoalsView> goals(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable Long atLeast) {
        var wish = new MeasureWish(from, until, zone, service, team, severity);
        return door.go(() -> {
            freshness.await(ROOM, atLeast);
            var found = answers.answer(wish.read(time.now()));
            return new GoalsView(found.from(), found.until(), Goals.of(found.figures(), found.before()));
        });
    }

    /** Availability, what outages cost, and whether people were content: for those who do not answer pages. */
    @GetMapping("/business")
    public Mono<BusinessView> business(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable Long atLeast) {
        var wish = new MeasureWish(from, until, null, service, team, severity);
        return door.go(() -> {
            freshness.await(ROOM, atLeast);
            var now = time.now();
            return business.answer(wish.period(now), wish.narrowed(), now);
        });
    }
}
