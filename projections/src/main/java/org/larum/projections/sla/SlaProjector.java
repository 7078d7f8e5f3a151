package org.larum.projections.sla;

import java.util.List;
import org.larum.domain.shared.Event;
import org.larum.domain.sla.SlaEvent;
import org.larum.domain.sla.SlaEvent.ClockBreached;
import org.larum.domain.sla.SlaEvent.ClockForetold;
import org.larum.domain.sla.SlaEvent.ClockMet;
import org.larum.domain.sla.SlaEvent.ClockPaused;
import org.larum.domain.sla.SlaEvent.ClockRecomputed;
import org.larum.domain.sla.SlaEvent.ClockResumed;
import org.larum.domain.sla.SlaEvent.ClockStarted;
import org.larum.domain.sla.SlaEvent.ClockStopped;
import org.larum.domain.sla.SlaEvent.ClockWentOn;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Projector;

/** Keeps the clocks of every incident as the events say: it never finds anything late by itself. */
public final class SlaProjector implements Projector {

    private final SlaTable table;

    public SlaProjector(SlaTable table) {
        this.table = table;
    }

    @Override
    public String room() {
        return "sla";
    }

    @Override
    public List<String> tables() {
        return List.of("sla_views");
    }

    @Override
    public List<Class<? extends Event>> hears() {
        return List.of(SlaEvent.class);
    }

    @Override
    public void on(List<Logged> page) {
        for (var logged : page) {
            if (logged.event() instanceof SlaEvent event) {
                write(event, logged.index());
            }
        }
    }

    private void write(SlaEvent event, long index) {
        switch (event) {
            case ClockStarted e -> table.start(e, index);
            case ClockPaused e -> table.pause(e, index);
            case ClockResumed e -> table.resume(e, index);
            case ClockForetold e -> table.foretell(e, index);
            case ClockBreached e -> table.breach(e, index);
            case ClockMet e -> table.meet(e, index);
            case ClockStopped e -> table.stop(e, index);
            case ClockWentOn e -> table.goOn(e, index);
            case ClockRecomputed e -> table.recompute(e, index);
        }
    }
}
