package org.larum.app.api.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.larum.app.api.dashboard.AfterChange.Followed;
import org.larum.app.api.dashboard.PanelView.PanelCell;
import org.larum.app.api.dashboard.PanelView.PanelRow;
import org.larum.app.api.dashboard.PanelView.PanelTable;
import org.larum.domain.directory.Dashboard.Show;
import org.larum.projections.measure.MeasuresView;

/** Changes beside incidents. {@code followed}: those that came within an hour after one, newest first. */
record ChangePanel(MeasuresView found, Map<Instant, Long> changes, List<Followed> followed) {

    private static final int MOST_ROWS = 20;

    PanelView view(Sight sight) {
        long all = changes.values().stream().mapToLong(Long::longValue).sum();
        var course = found.series().stream()
                .map(point -> PanelRow.of(
                        null,
                        PanelCell.day(point.at()),
                        PanelCell.count(point.incidents()),
                        PanelCell.count(changes.getOrDefault(point.at(), 0L))))
                .toList();
        return new PanelView(
                Show.CHANGES.word(),
                Vocabulary.of(Show.CHANGES).title(),
                null,
                "%,d of %,d incidents were opened within an hour after a change of their service or of one that it needs"
                        .formatted(followed.size(), found.figures().incidents()),
                "marks",
                null,
                List.of(
                        new PanelTable("changes", List.of(found.unit(), "incidents", "changes"), course),
                        new PanelTable(
                                "incidents-after-changes",
                                List.of("incident", "service", "change", "of", "minutes after"),
                                followed.stream()
                                        .limit(MOST_ROWS)
                                        .map(one -> row(one, sight))
                                        .toList())),
                all == 0
                        ? "No change was told in the period. Send deployments to /api/changes, and they stand beside"
                                + " the incidents."
                        : null);
    }

    private static PanelRow row(Followed one, Sight sight) {
        var incident = one.incident();
        return PanelRow.of(
                sight.open("/i/" + incident.id()),
                PanelCell.text("INC-" + incident.number() + " " + incident.title()),
                PanelCell.text(incident.service().name()),
                PanelCell.text(one.change().summary()),
                PanelCell.text(one.change().service().name()),
                PanelCell.count(one.minutes()));
    }
}
