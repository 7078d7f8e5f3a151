package org.larum.app.improvement;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.Slo;
import org.larum.domain.improvement.Evidence;
import org.larum.domain.improvement.EvidenceKind;
import org.larum.domain.slo.ErrorBudget;
import org.larum.projections.feedback.FeedbackAnswers;
import org.larum.projections.feedback.FeedbackFiguresView.CommentTheme;
import org.larum.projections.feedback.FeedbackQuery.Figures;
import org.larum.projections.feedback.FeedbackQuery.Within;
import org.larum.projections.measure.CountedIncident;
import org.larum.projections.measure.MeasureAnswers;
import org.larum.projections.measure.MeasureQuery.Counted;
import org.larum.projections.measure.MeasureQuery.Measures;
import org.larum.projections.measure.MeasureQuery.Narrowed;
import org.larum.projections.measure.MeasureQuery.Period;
import org.larum.projections.measure.MeasureQuery.Rules;
import org.larum.projections.measure.MeasureQuery.RulesThat;
import org.larum.projections.measure.MeasureQuery.Which;
import org.larum.projections.measure.MeasuresView.PlaceMeasure;
import org.larum.projections.measure.RuleMeasure;
import org.larum.projections.postmortem.ActionView;
import org.larum.projections.postmortem.PostmortemAnswers;
import org.larum.projections.postmortem.PostmortemQuery.AllActions;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.slo.SloAnswers;
import org.larum.projections.slo.SloQuery.Seen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the figures show that ought to be better. No names of people: what they say stands in the log for good. Blocking. */
final class Signs {

    private static final Logger LOG = LoggerFactory.getLogger(Signs.class);

    /** Once is bad luck, twice is chance. */
    private static final int OFTEN = 3;

    private static final int MOST = 200;
    private static final int MOST_NUMBERS = 5;
    private static final Duration RUNBOOKS = Duration.ofDays(90);
    private static final Narrowed ALL = new Narrowed(Set.of(), Set.of(), Set.of());

    private final MeasureAnswers measures;
    private final FeedbackAnswers feedback;
    private final PostmortemAnswers reviews;
    private final SloAnswers slos;
    private final RuleBook rules;

    Signs(
            MeasureAnswers measures,
            FeedbackAnswers feedback,
            PostmortemAnswers reviews,
            SloAnswers slos,
            RuleBook rules) {
        this.measures = measures;
        this.feedback = feedback;
        this.reviews = reviews;
        this.slos = slos;
        this.rules = rules;
    }

    /** What happened in a period, up to now. */
    List<Evidence> of(Period period) {
        var found = new ArrayList<Evidence>();
        found.addAll(alone(() -> noise(period)));
        found.addAll(alone(() -> late(period, Which.ANSWER_LATE)));
        found.addAll(alone(() -> late(period, Which.REPAIR_LATE)));
        found.addAll(alone(() -> repeats(period)));
        found.addAll(alone(() -> themes(period)));
        return found;
    }

    /** How things stand now, whatever happened when. */
    List<Evidence> standing(Instant now) {
        var found = new ArrayList<Evidence>();
        found.addAll(alone(() -> runbooks(now)));
        found.addAll(alone(() -> budgets(now)));
        found.addAll(alone(() -> actions(now)));
        return found;
    }

    /** One that fails does not hold up the others. */
    private static List<Evidence> alone(Supplier<List<Evidence>> look) {
        try {
            return look.get();
        } catch (RuntimeException e) {
            LOG.warn("some figures could not be looked at; they are tried again with the next look: {}", e.toString());
            return List.of();
        }
    }

    private List<Evidence> noise(Period period) {
        return measures.answer(new Rules(period, ALL, RulesThat.ARE_DELETABLE, new Asked(MOST, null))).items().stream()
                .map(rule -> noise(rule, period.from()))
                .toList();
    }

    static String subject(RuleMeasure rule) {
        return rule.sender().id() + "/" + rule.rule();
    }

    private static Evidence noise(RuleMeasure rule, Instant since) {
        return new Evidence(
                EvidenceKind.NOISY_RULE,
                subject(rule),
                null,
                "Delete or mend the rule “" + rule.rule() + "” of "
                        + rule.sender().name(),
                rule.idle() + " of " + rule.judged() + " incidents of it led to nothing. It interrupted people "
                        + times(rule.wakes()) + ", of that " + times(rule.nights()) + " at night.",
                100.0 * rule.idle() / rule.judged(),
                since);
    }

    private List<Evidence> late(Period period, Which which) {
        boolean isAnswer = which == Which.ANSWER_LATE;
        return measures.answer(new Counted(period, ALL, which, null, new Asked(1000, null))).items().stream()
                .collect(Collectors.groupingBy(CountedIncident::service))
                .entrySet()
                .stream()
                .filter(late -> late.getValue().size() >= (isAnswer ? OFTEN : 1))
                .map(late -> isAnswer
                        ? evidence(
                                EvidenceKind.LATE_ANSWERS,
                                late.getKey(),
                                "Answer in time for " + late.getKey().name(),
                                "Answered later than promised: " + numbers(late.getValue()) + ".",
                                late.getValue().size(),
                                period.from())
                        : evidence(
                                EvidenceKind.PROMISE_GAP,
                                late.getKey(),
                                "Keep what is promised for " + late.getKey().name(),
                                "Repaired later than promised: " + numbers(late.getValue()) + ".",
                                late.getValue().size(),
                                period.from()))
                .toList();
    }

    private static String numbers(List<CountedIncident> incidents) {
        var some = incidents.stream()
                .limit(MOST_NUMBERS)
                .map(one -> "INC-" + one.number())
                .collect(Collectors.joining(", "));
        int more = incidents.size() - MOST_NUMBERS;
        return more > 0 ? some + " and " + more + " more" : some;
    }

    private List<Evidence> repeats(Period period) {
        return places(period)
                .filter(place -> place.repeated() >= OFTEN - 1)
                .map(place -> evidence(
                        EvidenceKind.REPEAT_INCIDENT,
                        Objects.requireNonNull(place.place()),
                        "Find out why the same comes back at "
                                + Objects.requireNonNull(place.place()).name(),
                        place.repeated() + " of " + place.incidents() + " incidents had one of the same rule before.",
                        place.repeated(),
                        period.from()))
                .toList();
    }

    private Stream<PlaceMeasure> places(Period period) {
        return measures.answer(new Measures(period, ZoneOffset.UTC, ALL, period.until())).services().stream()
                .filter(place -> place.place() != null);
    }

    private List<Evidence> themes(Period period) {
        var within = new Within(period.from(), period.until(), Set.of(), Set.of());
        return feedback.answer(new Figures(within)).themes().stream()
                .filter(theme -> theme.comments() >= OFTEN && theme.sentiment() <= 0)
                .map(theme -> theme(theme, period.from()))
                .toList();
    }

    private static Evidence theme(CommentTheme theme, Instant since) {
        return new Evidence(
                EvidenceKind.FEEDBACK_THEME,
                theme.id().toString(),
                null,
                "Answer what is said again and again",
                theme.comments() + " comments say nearly the same; the first: “" + theme.comment() + "”",
                (double) theme.comments(),
                since);
    }

    private List<Evidence> runbooks(Instant now) {
        return places(new Period(now.minus(RUNBOOKS), now))
                .map(place -> Objects.requireNonNull(place.place()))
                .filter(place -> rules.now()
                        .service(new ServiceId(place.id()))
                        .filter(service ->
                                service.runbook() == null || service.runbook().isBlank())
                        .isPresent())
                .map(place -> evidence(
                        EvidenceKind.MISSING_RUNBOOK,
                        place,
                        "Write a runbook for " + place.name(),
                        place.name() + " had an incident in the last " + RUNBOOKS.toDays()
                                + " days, and has no runbook.",
                        0,
                        now))
                .toList();
    }

    /** What was spent before it was mended comes back as it leaves the window. */
    private List<Evidence> budgets(Instant now) {
        return rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(Slo.class::isInstance)
                .map(Slo.class::cast)
                .flatMap(slo -> {
                    var left = new ErrorBudget(slo, slos.answer(new Seen(slo, now)), now).left();
                    return left == null || left > 0 ? Stream.empty() : Stream.of(spent(slo, left, now));
                })
                .toList();
    }

    private Evidence spent(Slo slo, double left, Instant now) {
        var service =
                rules.now().service(slo.service()).map(Definition.Service::name).orElse("its service");
        return new Evidence(
                EvidenceKind.PROMISE_GAP,
                "slo/" + slo.id(),
                slo.service(),
                "Bring " + service + " back within the budget of " + slo.word(),
                "The error budget of " + slo.word() + " is spent.",
                100 * left,
                now.minus(slo.window()));
    }

    private List<Evidence> actions(Instant now) {
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        var open = new AllActions(Set.of("proposed", "started"), null, true, today, new Asked(MOST, null));
        return reviews.answer(open).items().stream()
                .map(action -> action(action, now))
                .toList();
    }

    private static Evidence action(ActionView action, Instant now) {
        return new Evidence(
                EvidenceKind.REVIEW_ACTION,
                action.id().toString(),
                null,
                action.text(),
                "It was to be done after INC-" + action.number() + " until " + action.due() + ".",
                null,
                now);
    }

    private static Evidence evidence(
            EvidenceKind kind, Named service, String title, String sentence, long figure, Instant since) {
        return new Evidence(
                kind,
                service.id().toString(),
                new ServiceId(service.id()),
                title,
                sentence,
                kind == EvidenceKind.MISSING_RUNBOOK ? null : (double) figure,
                since);
    }

    private static String times(long count) {
        return count == 1 ? "once" : count == 0 ? "never" : count + " times";
    }
}
