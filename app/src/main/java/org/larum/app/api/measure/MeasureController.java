package org.larum.app.api.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.processing.Freshness;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.directory.Definition.Service;
import org.larum.domain.shared.Time;
import org.larum.projections.feedback.FeedbackAnswers;
import org.larum.projections.feedback.FeedbackFiguresView.IncidentFigures;
import org.larum.projections.feedback.FeedbackQuery.Figures;
import org.larum.projections.feedback.FeedbackQuery.Within;
import org.larum.projections.measure.CountedIncident;
import org.larum.projections.measure.CountedPage;
import org.larum.projections.measure.MeasureAnswers;
import org.larum.projections.measure.MeasureQuery.Counted;
import org.larum.projections.measure.MeasureQuery.Narrowed;
import org.larum.projections.measure.MeasureQuery.Outages;
import org.larum.projections.measure.MeasureQuery.Pages;
import org.larum.projections.measure.MeasureQuery.Period;
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
    private final FeedbackAnswers feedback;
    private final RuleBook rules;
    private final Time time;

    MeasureController(
            Door door,
            Freshness freshness,
            MeasureAnswers answers,
            FeedbackAnswers feedback,
            RuleBook rules,
            Time time) {
        this.door = door;
        this.freshness = freshness;
        this.answers = answers;
        this.feedback = feedback;
        this.rules = rules;
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
            var period = wish.period(now);
            var narrowed = wish.narrowed();
            var business = new Business(services(narrowed), now);
            var outages = answers.answer(new Outages(period, narrowed, now));
            var before = answers.answer(new Outages(period.before(), narrowed, now));
            return new BusinessView(
                    period.from(),
                    period.until(),
                    business.figures(period, outages, said(period, narrowed)),
                    business.figures(period.before(), before, said(period.before(), narrowed)),
                    business.costs(period, outages));
        });
    }

    private List<Service> services(Narrowed narrowed) {
        return rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(Service.class::isInstance)
                .map(Service.class::cast)
                .filter(one -> narrowed.services().isEmpty()
                        || narrowed.services().contains(one.id().value()))
                .filter(one -> {
                    var team = one.team();
                    return narrowed.teams().isEmpty()
                            || (team != null && narrowed.teams().contains(team.value()));
                })
                .toList();
    }

    private IncidentFigures said(Period period, Narrowed narrowed) {
        return feedback.answer(
                        new Figures(new Within(period.from(), period.until(), narrowed.teams(), narrowed.services())))
                .incidents();
    }
}
