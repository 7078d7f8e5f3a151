package org.larum.app.api.dashboard;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.dashboard.PanelView.PanelCell;
import org.larum.app.api.dashboard.PanelView.PanelRow;
import org.larum.app.api.dashboard.PanelView.PanelTable;
import org.larum.app.api.measure.BusinessView.ServiceCost;
import org.larum.app.api.measure.GoalsView.GoalView;
import org.larum.domain.directory.Dashboard.Show;
import org.larum.projections.improvement.DebtView;
import org.larum.projections.measure.MeasuresView;
import org.larum.projections.measure.MeasuresView.PlaceMeasure;
import org.larum.projections.measure.MeasuresView.SeverityMeasure;
import org.larum.projections.measure.RuleMeasure;
import org.larum.projections.shared.Named;

/** Courses and lists, as the boards of Insights show them. */
final class ListPanels {

    private static final int MOST_ROWS = 20;
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final Map<String, String> BANDS = Map.of(
            "high", "High: a score of 3 and more",
            "middle", "Middle: 1 and more",
            "low", "Low: below 1",
            "unweighed", "Not weighed yet");
    private static final Map<String, String> STATES =
            Map.of("met", "Reached", "missed", "Not yet", "unknown", "Cannot be said");

    private ListPanels() {}

    static PanelView measured(Show show, MeasuresView found, Sight sight) {
        return switch (show) {
            case TIMES -> times(found);
            case WAKES -> wakes(found);
            case OPEN_BY_SEVERITY -> severities(found, sight);
            case PAGE_HOURS -> pageHours(found);
            case SERVICE_HOURS -> serviceHours(found);
            case PEOPLE -> people(found, sight);
            case SERVICES -> places(show, "service", found.services(), sight);
            case TEAMS -> places(show, "team", found.teams(), sight);
            default -> throw new IllegalArgumentException(show + " is no list that is measured");
        };
    }

    // ------------------------------------------------------------ courses

    private static PanelView times(MeasuresView found) {
        var rows = found.series().stream()
                .map(point -> PanelRow.of(
                        null,
                        PanelCell.day(point.at()),
                        PanelCell.of(point.answerP50(), "seconds"),
                        PanelCell.of(point.repairP50(), "seconds")))
                .toList();
        return view(Show.TIMES, "lines", "half were quicker", List.of(found.unit(), "answer", "repair"), rows);
    }

    private static PanelView wakes(MeasuresView found) {
        var rows = found.series().stream()
                .map(point -> PanelRow.of(
                        null,
                        PanelCell.day(point.at()),
                        PanelCell.count(point.nights()),
                        PanelCell.count(point.wakes() - point.nights())))
                .toList();
        return view(Show.WAKES, "bars", "filled: at night", List.of(found.unit(), "at night", "by day"), rows);
    }

    private static PanelView pageHours(MeasuresView found) {
        var rows = found.pageHours().stream()
                .map(one -> PanelRow.of(
                        null,
                        PanelCell.text(DAYS.get(one.day() - 1)),
                        PanelCell.of((double) one.hour(), "hour"),
                        PanelCell.count(one.wakes())))
                .toList();
        return view(Show.PAGE_HOURS, "heat", "hour of each person’s own day", List.of("day", "hour", "wakes"), rows);
    }

    private static PanelView serviceHours(MeasuresView found) {
        var rows = found.serviceHours().stream()
                .map(one -> PanelRow.of(
                        null,
                        PanelCell.text(one.service().name()),
                        PanelCell.of((double) one.hour(), "hour"),
                        PanelCell.count(one.incidents())))
                .toList();
        return view(
                Show.SERVICE_HOURS,
                "heat",
                "incidents by the hour they were opened in",
                List.of("service", "hour", "incidents"),
                rows);
    }

    // ------------------------------------------------------------ lists

    private static PanelView severities(MeasuresView found, Sight sight) {
        var rows = found.severities().stream().map(one -> severity(one, sight)).toList();
        return table(
                Show.OPEN_BY_SEVERITY,
                null,
                List.of("severity", "incidents", "open", "answer p50", "answered late", "repair p50", "repaired late"),
                rows);
    }

    private static PanelRow severity(SeverityMeasure one, Sight sight) {
        return PanelRow.of(
                sight.list("incidents", Map.of("which", "all", "severity", one.severity())),
                PanelCell.severity(one.severity()),
                PanelCell.count(one.incidents()),
                PanelCell.count(one.open()),
                PanelCell.of(one.answerP50(), "seconds"),
                PanelCell.count(one.answersLate()),
                PanelCell.of(one.repairP50(), "seconds"),
                PanelCell.count(one.repairsLate()));
    }

    private static PanelView people(MeasuresView found, Sight sight) {
        var rows = found.people().stream()
                .limit(MOST_ROWS)
                .map(one -> PanelRow.of(
                        sight.list(
                                "pages",
                                Map.of(
                                        "which",
                                        "all",
                                        "person",
                                        one.person().id().toString())),
                        PanelCell.text(one.person().name()),
                        PanelCell.count(one.messages()),
                        PanelCell.count(one.wakes()),
                        PanelCell.count(one.nights()),
                        PanelCell.of(one.sleepSeconds(), "seconds")))
                .toList();
        return table(
                Show.PEOPLE,
                "those first who lost the most sleep",
                List.of("person", "pages", "woken", "at night", "sleep lost"),
                rows);
    }

    private static PanelView places(Show show, String what, List<PlaceMeasure> places, Sight sight) {
        var rows = places.stream()
                .limit(MOST_ROWS)
                .map(one -> PanelRow.of(
                        link(one.place(), place -> sight.list("incidents", Map.of("which", "all", what, place.word()))),
                        PanelCell.text(
                                one.place() == null ? "No team" : one.place().name()),
                        PanelCell.count(one.incidents()),
                        PanelCell.count(one.repeated()),
                        PanelCell.count(one.open()),
                        PanelCell.of(one.answerP50(), "seconds"),
                        PanelCell.of(one.repairP50(), "seconds"),
                        PanelCell.of(one.brokenSeconds(), "seconds")))
                .toList();
        return table(
                show,
                "those first that were broken for the longest",
                List.of(what, "incidents", "again", "open", "answer p50", "repair p50", "broken for"),
                rows);
    }

    private static @Nullable String link(@Nullable Named place, Function<Named, @Nullable String> list) {
        return place == null ? null : list.apply(place);
    }

    static PanelView rules(List<RuleMeasure> rules, Sight sight) {
        var rows = rules.stream()
                .map(one -> PanelRow.of(
                        sight.list(
                                "incidents",
                                Map.of(
                                        "which",
                                        "all",
                                        "sender",
                                        one.sender().id().toString(),
                                        "rule",
                                        one.rule())),
                        PanelCell.text(one.rule()),
                        PanelCell.text(one.sender().name()),
                        PanelCell.count(one.alerts()),
                        PanelCell.count(one.incidents()),
                        PanelCell.of(FigurePanels.percent(one.idle(), one.judged()), "percent"),
                        PanelCell.count(one.wakes()),
                        PanelCell.of(one.sleepSeconds(), "seconds")))
                .toList();
        return table(
                Show.RULES,
                "those first that cost the most sleep",
                List.of("rule", "sender", "alerts", "incidents", "no action", "woken", "sleep lost"),
                rows);
    }

    static PanelView costs(List<ServiceCost> services, Sight sight) {
        var severe = sight.severe();
        var rows = services.stream()
                .limit(MOST_ROWS)
                .map(one -> PanelRow.of(
                        severe.list(
                                "incidents",
                                Map.of("which", "all", "service", one.service().word())),
                        PanelCell.text(one.service().name()),
                        PanelCell.count(one.incidents()),
                        PanelCell.of(one.outSeconds(), "seconds"),
                        PanelCell.of(one.availability(), "availability"),
                        PanelCell.of(one.users() == null ? null : (double) one.users(), "count"),
                        PanelCell.of(one.revenue(), "amount")))
                .toList();
        return table(
                Show.OUTAGE_COSTS,
                "critical and high; two at once are one outage",
                List.of("service", "incidents", "out for", "available", "users", "revenue lost"),
                rows);
    }

    static PanelView goals(List<GoalView> goals) {
        var rows = goals.stream()
                .map(one -> PanelRow.of(
                        null,
                        PanelCell.text(one.name()),
                        PanelCell.of(one.target(), one.unit()),
                        PanelCell.of(one.measured(), one.unit()),
                        PanelCell.text(STATES.getOrDefault(one.state(), one.state()))))
                .toList();
        return table(
                Show.GOALS,
                "fewer than five of anything prove nothing",
                List.of("goal", "target", "now", "state"),
                rows);
    }

    /** What is left undone is debt: it is paid in points of effort. */
    static PanelView debt(List<DebtView> debts, Sight sight) {
        var rows = debts.stream()
                .map(one -> PanelRow.of(
                        sight.open("/improvements"),
                        PanelCell.text(BANDS.getOrDefault(one.band(), one.band())),
                        PanelCell.count(one.fresh() + one.older() + one.old()),
                        PanelCell.count(one.fresh()),
                        PanelCell.count(one.older()),
                        PanelCell.count(one.old()),
                        PanelCell.count(one.points())))
                .toList();
        return new PanelView(
                Show.DEBT.word(),
                Vocabulary.of(Show.DEBT).title(),
                null,
                "improvements that are open now, whatever the period",
                "table",
                null,
                List.of(new PanelTable(
                        Show.DEBT.word(),
                        List.of("priority", "open", "up to 30 days", "31 to 90 days", "older", "effort"),
                        rows)),
                rows.isEmpty() ? "Nothing is left undone: no improvement is open." : null);
    }

    // ------------------------------------------------------------ parts

    static PanelView table(Show show, @Nullable String note, List<String> columns, List<PanelRow> rows) {
        return view(show, "table", note, columns, rows);
    }

    private static PanelView view(
            Show show, String picture, @Nullable String note, List<String> columns, List<PanelRow> rows) {
        boolean isEmpty = rows.stream()
                .flatMap(row -> IntStream.range(1, row.cells().size())
                        .mapToObj(at -> row.cells().get(at).number()))
                .noneMatch(number -> number != null && number != 0);
        return new PanelView(
                show.word(),
                Vocabulary.of(show).title(),
                null,
                note,
                picture,
                null,
                List.of(new PanelTable(show.word(), columns, rows)),
                isEmpty ? "Nothing of this kind happened in the period." : null);
    }
}
