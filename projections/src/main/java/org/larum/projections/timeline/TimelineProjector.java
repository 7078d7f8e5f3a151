package org.larum.projections.timeline;

import java.time.Instant;
import java.util.List;
import org.larum.domain.shared.Event;
import org.larum.projections.shared.Projector;

/** Keeps the course of every incident. */
public final class TimelineProjector implements Projector {

    private final TimelineTable table;

    public TimelineProjector(TimelineTable table) {
        this.table = table;
    }

    @Override
    public String room() {
        return "timeline";
    }

    @Override
    public List<String> tables() {
        return List.of("timeline_entries", "timeline_subjects");
    }

    @Override
    public void on(Event event, long index) {
        var remembered = Telling.remembers(event);
        if (remembered != null) {
            table.remember(Telling.subject(event), remembered);
        }
        Telling.of(event, table::memory).ifPresent(told -> table.insert(told, index, at(event), name(event)));
    }

    private static Instant at(Event event) {
        try {
            return (Instant) event.getClass().getMethod("at").invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(event.getClass() + " is told in timelines but has no time", e);
        }
    }

    private static String name(Event event) {
        var room = event.getClass().getPackageName();
        return room.substring(room.lastIndexOf('.') + 1) + "."
                + event.getClass().getSimpleName();
    }
}
