package org.larum.projections.status;

import java.util.List;
import org.larum.domain.shared.Event;
import org.larum.domain.status.StatusEvent;
import org.larum.domain.status.StatusEvent.ComponentHidden;
import org.larum.domain.status.StatusEvent.ComponentShown;
import org.larum.domain.status.StatusEvent.NoticePublished;
import org.larum.domain.status.StatusEvent.NoticeUpdated;
import org.larum.domain.status.StatusEvent.NoticeWithdrawn;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Projector;

/** Keeps what the status page shows. */
public final class StatusProjector implements Projector {

    private final StatusTable table;

    public StatusProjector(StatusTable table) {
        this.table = table;
    }

    @Override
    public String room() {
        return "status";
    }

    @Override
    public List<String> tables() {
        return List.of("status_components", "status_notices", "status_posts", "status_spans");
    }

    @Override
    public List<Class<? extends Event>> hears() {
        return List.of(StatusEvent.class);
    }

    @Override
    public void on(List<Logged> page) {
        for (var logged : page) {
            if (logged.event() instanceof StatusEvent event) {
                write(event, logged.index());
            }
        }
    }

    private void write(StatusEvent event, long index) {
        switch (event) {
            case NoticePublished e -> table.publish(e, index);
            case NoticeUpdated e -> table.update(e, index);
            case NoticeWithdrawn e -> table.withdraw(e, index);
            case ComponentShown e -> table.show(e, index);
            case ComponentHidden e -> table.hide(e, index);
        }
    }
}
