package org.larum.projections.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.larum.domain.alert.AlertEvent;
import org.larum.domain.correlation.CorrelationEvent;
import org.larum.domain.directory.DirectoryEvent.Retired;
import org.larum.domain.escalation.EscalationEvent;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.major.MajorEvent;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemPublished;
import org.larum.domain.reach.ReachEvent;
import org.larum.domain.shared.Event;
import org.larum.domain.sla.SlaEvent;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Projector;
import org.larum.projections.timeline.Telling.Remembered;

/** Keeps the course of every incident. */
public final class TimelineProjector implements Projector {

    private final TimelineTable table;

    public TimelineProjector(TimelineTable table) {
        this.table = table;
    }

    /** A sentence about an event. */
    record Entry(Telling.Told told, long index, Instant at, String event) {}

    @Override
    public String room() {
        return "timeline";
    }

    @Override
    public List<String> tables() {
        return List.of("timeline_entries", "timeline_subjects");
    }

    @Override
    public List<Class<? extends Event>> hears() {
        return List.of(
                AlertEvent.class,
                CorrelationEvent.class,
                IncidentEvent.class,
                EscalationEvent.class,
                ReachEvent.class,
                MajorEvent.class,
                SlaEvent.class,
                PostmortemPublished.class,
                NotificationEvent.class,
                Retired.class);
    }

    @Override
    public void on(List<Logged> page) {
        var fresh = new LinkedHashMap<UUID, Remembered>();
        page.forEach(logged -> Telling.remembers(logged.event()).forEach(fresh::putIfAbsent));
        var memory = memory(page, fresh);
        var entries = new ArrayList<Entry>();
        for (var logged : page) {
            var event = logged.event();
            Telling.all(event, subject -> Optional.ofNullable(memory.get(subject)))
                    .forEach(told -> entries.add(new Entry(told, logged.index(), at(event), name(event))));
        }
        table.remember(fresh);
        table.insert(entries);
    }

    /** What was said before this page of those whom it speaks of, and what it says itself. */
    private Map<UUID, Remembered> memory(List<Logged> page, Map<UUID, Remembered> fresh) {
        var needed = page.stream()
                .flatMap(logged -> Telling.needs(logged.event()))
                .filter(subject -> !fresh.containsKey(subject))
                .distinct()
                .toList();
        var memory = new HashMap<>(fresh);
        memory.putAll(table.memory(needed));
        return memory;
    }

    private static Instant at(Event event) {
        if (event instanceof Retired retired && retired.ending() != null) {
            return retired.ending().at();
        }
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
