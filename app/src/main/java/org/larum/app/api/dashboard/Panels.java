package org.larum.app.api.dashboard;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Dashboard.Panel;
import org.larum.domain.directory.ReportPlan.Filters;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Severity;
import org.larum.projections.measure.MeasureQuery.Narrowed;

/** Draws the panels of one board: what several of them are made of is asked for once. Blocking. */
final class Panels {

    private static final String HIDDEN = "It names people, and is shown to those who sign in.";

    private final PanelSources sources;

    Panels(PanelSources sources) {
        this.sources = sources;
    }

    List<PanelView> of(List<Panel> panels, Sight sight) {
        var asked = sources.asked();
        return panels.stream().map(panel -> view(panel, sight, asked)).toList();
    }

    private static PanelView view(Panel panel, Sight sight, PanelSources.Answered asked) {
        if (panel.show().isOfPeople() && !sight.isOpen()) {
            return new PanelView(
                    panel.show().word(),
                    Vocabulary.of(panel.show()).title(),
                    null,
                    null,
                    "table",
                    null,
                    List.of(),
                    HIDDEN);
        }
        var view = drawn(panel, sight.narrowedTo(narrowed(panel.filters())), asked);
        return new PanelView(
                view.show(),
                view.title(),
                about(panel.filters(), sight),
                view.note(),
                view.picture(),
                view.figure(),
                view.tables(),
                view.missing());
    }

    private static PanelView drawn(Panel panel, Sight sight, PanelSources.Answered asked) {
        var show = panel.show();
        return switch (show) {
            case INCIDENTS, MTTA, MTTR, WOKEN_AT_NIGHT, ACTED_ON, NOISE, PROMISES, HANDLESS ->
                FigurePanels.measured(show, asked.measures(sight), sight);
            case AVAILABILITY, SERVICES_OUT, REVENUE_LOST, SATISFACTION -> {
                var business = asked.business(sight);
                yield FigurePanels.business(show, business.figures(), business.before(), sight);
            }
            case PAGING_COST -> asked.paging(sight);
            case TIMES, WAKES, OPEN_BY_SEVERITY, PAGE_HOURS, SERVICE_HOURS, PEOPLE, SERVICES, TEAMS ->
                ListPanels.measured(show, asked.measures(sight), sight);
            case RULES -> ListPanels.rules(asked.rules(sight), sight);
            case ERROR_RATES -> asked.errorRates(sight).view(sight);
            case CHANGES -> asked.changes(sight).view(sight);
            case DEBT -> ListPanels.debt(asked.debts(sight), sight);
            case OUTAGE_COSTS -> ListPanels.costs(asked.business(sight).services(), sight);
            case GOALS -> ListPanels.goals(asked.goals(sight));
        };
    }

    static Narrowed narrowed(Filters filters) {
        return new Narrowed(
                filters.services().stream().map(Identifier::value).collect(Collectors.toSet()),
                filters.teams().stream().map(Identifier::value).collect(Collectors.toSet()),
                filters.severities().stream().map(Severity::mark).collect(Collectors.toSet()));
    }

    /** By the names of what it is narrowed to. */
    private static @Nullable String about(Filters filters, Sight sight) {
        var names = Stream.of(
                        filters.teams().stream()
                                .map(id -> sight.names().team(id.value()).name()),
                        filters.services().stream()
                                .map(id -> sight.names().service(id.value()).name()),
                        filters.severities().stream().map(one -> one.name().toLowerCase(Locale.ROOT)))
                .flatMap(all -> all)
                .toList();
        return names.isEmpty() ? null : String.join(", ", names);
    }
}
