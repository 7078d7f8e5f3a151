package org.larum.app.api.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.measure.BusinessDesk;
import org.larum.app.api.measure.BusinessView;
import org.larum.app.api.measure.Goals;
import org.larum.app.api.measure.GoalsView.GoalView;
import org.larum.app.config.PageCost;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.Slo;
import org.larum.domain.shared.Identifier;
import org.larum.projections.change.ChangeAnswers;
import org.larum.projections.change.ChangeQuery.ChangeCounts;
import org.larum.projections.change.ChangeQuery.Changes;
import org.larum.projections.change.ChangeView;
import org.larum.projections.improvement.DebtView;
import org.larum.projections.improvement.ImprovementAnswers;
import org.larum.projections.improvement.ImprovementQuery.Debts;
import org.larum.projections.measure.CountedIncident;
import org.larum.projections.measure.MeasureAnswers;
import org.larum.projections.measure.MeasureQuery.Counted;
import org.larum.projections.measure.MeasureQuery.Narrowed;
import org.larum.projections.measure.MeasureQuery.PagesSent;
import org.larum.projections.measure.MeasureQuery.Rules;
import org.larum.projections.measure.MeasureQuery.RulesThat;
import org.larum.projections.measure.MeasureQuery.Which;
import org.larum.projections.measure.MeasuresView;
import org.larum.projections.measure.MeasuresView.MeasurePoint;
import org.larum.projections.measure.RuleMeasure;
import org.larum.projections.shared.Page;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.shared.Scope;
import org.larum.projections.slo.CountPoint;
import org.larum.projections.slo.SloAnswers;
import org.larum.projections.slo.SloQuery.Counts;

/** What panels are made of. Blocking. */
final class PanelSources {

    private static final int MOST_RULES = 10;
    private static final int PAGE = 1000;
    private static final int MOST_PAGES = 5;
    private static final UUID NONE = new UUID(0, 0);

    private final MeasureAnswers measures;
    private final BusinessDesk business;
    private final SloAnswers slos;
    private final ChangeAnswers changes;
    private final ImprovementAnswers improvements;
    private final RuleBook rules;
    private final PageCost cost;

    PanelSources(
            MeasureAnswers measures,
            BusinessDesk business,
            SloAnswers slos,
            ChangeAnswers changes,
            ImprovementAnswers improvements,
            RuleBook rules,
            PageCost cost) {
        this.measures = measures;
        this.business = business;
        this.slos = slos;
        this.changes = changes;
        this.improvements = improvements;
        this.rules = rules;
        this.cost = cost;
    }

    Answered asked() {
        return new Answered();
    }

    /** One look: what was asked for once is not asked for again. */
    final class Answered {

        private final Map<Narrowed, MeasuresView> figures = new HashMap<>();
        private final Map<Narrowed, BusinessView> outages = new HashMap<>();

        MeasuresView measures(Sight sight) {
            return figures.computeIfAbsent(sight.narrowed(), same -> measures.answer(sight.measures()));
        }

        BusinessView business(Sight sight) {
            return outages.computeIfAbsent(
                    sight.narrowed(), same -> business.answer(sight.period(), sight.narrowed(), sight.now()));
        }

        PanelView paging(Sight sight) {
            var period = sight.period();
            return FigurePanels.paging(
                    measures.answer(new PagesSent(period, sight.narrowed())),
                    measures.answer(new PagesSent(period.before(), sight.narrowed())),
                    cost.amount(),
                    sight);
        }

        List<RuleMeasure> rules(Sight sight) {
            var wanted = new Rules(sight.period(), sight.narrowed(), RulesThat.ARE, new Asked(MOST_RULES, null));
            return measures.answer(wanted).items();
        }

        List<GoalView> goals(Sight sight) {
            var found = measures(sight);
            return Goals.of(found.figures(), found.before());
        }

        List<DebtView> debts(Sight sight) {
            return improvements.answer(new Debts(services(sight.narrowed()), sight.now()));
        }

        ErrorRates errorRates(Sight sight) {
            var counted = counted(services(sight.narrowed()));
            var period = sight.period();
            var found = measures(sight);
            var unit = found.unit();
            var ids = counted.stream().map(slo -> slo.id().value()).collect(Collectors.toSet());
            return new ErrorRates(
                    counted,
                    counts(ids, period.from(), period.until(), unit, sight),
                    counts(ids, period.before().from(), period.from(), unit, sight),
                    unit,
                    found.series().stream().map(MeasurePoint::at).toList());
        }

        private List<CountPoint> counts(Set<UUID> ids, Instant from, Instant until, String unit, Sight sight) {
            return slos.answer(new Counts(ids, from, until, unit, sight.zone()));
        }

        ChangePanel changes(Sight sight) {
            var found = measures(sight);
            var services = withNeeds(services(sight.narrowed()));
            var period = sight.period();
            var told = changes.answer(
                    new ChangeCounts(services, period.from(), period.until(), found.unit(), sight.zone()));
            var after = new AfterChange(lately(services, sight), PanelSources.this::needs);
            return new ChangePanel(found, told, after.among(incidents(sight)));
        }

        private List<CountedIncident> incidents(Sight sight) {
            return all(page -> measures.answer(new Counted(sight.period(), sight.narrowed(), Which.ALL, null, page)));
        }

        private List<ChangeView> lately(Set<UUID> services, Sight sight) {
            var period = sight.period();
            return all(page -> changes.answer(new Changes(
                    services, period.from().minus(AfterChange.WITHIN), period.until(), Scope.EVERYTHING, page)));
        }
    }

    /** The newest of a list, as many as a reader could look through. */
    private static <T> List<T> all(Function<Asked, Page<T>> ask) {
        var found = new ArrayList<T>();
        @Nullable String after = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            var page = ask.apply(new Asked(PAGE, after));
            found.addAll(page.items());
            after = page.next();
            if (after == null) {
                break;
            }
        }
        return found;
    }

    /** Those that somebody asks about; empty for all. */
    private Set<UUID> services(Narrowed narrowed) {
        if (narrowed.services().isEmpty() && narrowed.teams().isEmpty()) {
            return Set.of();
        }
        var found = business.services(narrowed).stream()
                .map(one -> one.id().value())
                .collect(Collectors.toSet());
        return found.isEmpty() ? Set.of(NONE) : found;
    }

    private Set<UUID> withNeeds(Set<UUID> services) {
        var all = new HashSet<>(services);
        services.forEach(service -> all.addAll(needs(service)));
        return all;
    }

    private List<UUID> needs(UUID service) {
        return rules.now().services().below(new ServiceId(service)).stream()
                .map(Identifier::value)
                .toList();
    }

    /** Those that are measured by counts. */
    private List<Slo> counted(Set<UUID> services) {
        return rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(Slo.class::isInstance)
                .map(Slo.class::cast)
                .filter(slo -> slo.from() == Slo.Source.COUNTS)
                .filter(slo ->
                        services.isEmpty() || services.contains(slo.service().value()))
                .toList();
    }
}
