package org.larum.domain.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.larum.domain.directory.Schedule.Layer;
import org.larum.domain.directory.Schedule.Turn;
import org.larum.domain.shared.WallClock;

/** Whose turn it is in one layer. */
final class LayerCalendar {

    private final Layer layer;
    private final Turns turns;
    private final WeekHours hours;
    private final Instant begin;
    private final Instant end;

    /** Whose turn a time is: the {@code place} among the turns of the layer. */
    record Held(Stretch when, int place) {}

    LayerCalendar(Layer layer) {
        this.layer = layer;
        var clock = WallClock.of(layer.timeZone());
        this.turns = new Turns(clock, layer);
        this.hours = new WeekHours(clock, layer.only());
        this.begin = turns.start(0);
        this.end = layer.until() == null ? Instant.MAX : clock.at(layer.until());
    }

    Layer layer() {
        return layer;
    }

    /** In their order, none over another. */
    List<Held> within(Stretch span) {
        return new Stretch(begin, end).and(span).map(this::held).orElse(List.of());
    }

    private List<Held> held(Stretch open) {
        var held = new ArrayList<Held>();
        long n = turns.at(open.from());
        for (var part : hours.within(open)) {
            var from = part.from();
            while (from.isBefore(part.until())) {
                var handover = turns.start(n + 1);
                if (handover.isAfter(from)) {
                    var until = handover.isBefore(part.until()) ? handover : part.until();
                    held.add(new Held(new Stretch(from, until), Math.floorMod(n, places())));
                    from = until;
                }
                if (!handover.isAfter(from)) {
                    n++;
                }
            }
        }
        return held;
    }

    Turn turn(int place) {
        return layer.turns().get(Math.floorMod(place, places()));
    }

    int places() {
        return layer.turns().size();
    }
}
