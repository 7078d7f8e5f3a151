package org.larum.projections.timeline;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;
import org.larum.projections.timeline.TimelineQuery.LastNotes;
import org.larum.projections.timeline.TimelineQuery.Latest;
import org.larum.projections.timeline.TimelineQuery.Timeline;

/** Answers what happened. */
public final class TimelineAnswers {

    private final TimelineTable table;
    private final Names names;

    public TimelineAnswers(TimelineTable table, Names names) {
        this.table = table;
        this.names = names;
    }

    public Page<TimelineView> answer(Timeline query) {
        return Page.of(table.find(query, names), query.asked());
    }

    public Map<UUID, TimelineView> answer(LastNotes query) {
        return table.find(query, names);
    }

    public List<TimelineView> answer(Latest query) {
        return table.find(query, names);
    }
}
