package org.larum.projections.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;
import org.larum.projections.timeline.LanesView.Lane;
import org.larum.projections.timeline.LanesView.Mark;
import org.larum.projections.timeline.TimelineQuery.EntriesAt;
import org.larum.projections.timeline.TimelineQuery.Lanes;
import org.larum.projections.timeline.TimelineQuery.LastNotes;
import org.larum.projections.timeline.TimelineQuery.Latest;
import org.larum.projections.timeline.TimelineQuery.Timeline;
import org.larum.projections.timeline.TimelineTable.Stretch;

/** Answers what happened. */
public final class TimelineAnswers {

    private static final long SHORTEST_PART = 1000;

    private final TimelineTable table;
    private final Names names;

    public TimelineAnswers(TimelineTable table, Names names) {
        this.table = table;
        this.names = names;
    }

    public Page<TimelineView> answer(Timeline query) {
        return Page.of(table.find(query, names), query.asked());
    }

    /** Empty while nothing has happened. */
    public Optional<LanesView> answer(Lanes query) {
        return table.span(query.incident()).map(span -> {
            var from = query.from() == null ? span.from() : query.from();
            var until = query.until() == null ? span.until() : query.until();
            long millis = Math.max(0, Duration.between(from, until).toMillis());
            // Both ends belong to it; a second is as close as anybody looks.
            long part = Math.max(SHORTEST_PART, millis / query.parts() + 1);
            var end = from.plusMillis(Math.max(part, millis));
            var marks = table.marks(query.incident(), new Stretch(from, end, part), names);
            var lanes = TimelineTable.LANES.stream()
                    .map(lane -> lane(lane, marks.getOrDefault(lane, List.of())))
                    .toList();
            return new LanesView(from, end, part, lanes);
        });
    }

    private static Lane lane(String lane, List<Mark> marks) {
        return new Lane(lane, marks.stream().mapToLong(Mark::count).sum(), marks);
    }

    public List<TimelineView> answer(EntriesAt query) {
        return table.find(query, names);
    }

    public Map<UUID, TimelineView> answer(LastNotes query) {
        return table.find(query, names);
    }

    public List<TimelineView> answer(Latest query) {
        return table.find(query, names);
    }
}
