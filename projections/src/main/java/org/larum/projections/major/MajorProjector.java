package org.larum.projections.major;

import java.util.List;
import org.larum.domain.major.MajorEvent;
import org.larum.domain.major.MajorEvent.ImpactCarried;
import org.larum.domain.major.MajorEvent.ImpactNoted;
import org.larum.domain.major.MajorEvent.MajorIncidentDeclared;
import org.larum.domain.major.MajorEvent.MajorIncidentEnded;
import org.larum.domain.major.MajorEvent.MajorIncidentMerged;
import org.larum.domain.major.MajorEvent.MajorIncidentStoodDown;
import org.larum.domain.major.MajorEvent.RoleAssigned;
import org.larum.domain.major.MajorEvent.TaskAdded;
import org.larum.domain.major.MajorEvent.TaskAssigned;
import org.larum.domain.major.MajorEvent.TaskDropped;
import org.larum.domain.major.MajorEvent.TaskFinished;
import org.larum.domain.major.MajorEvent.TaskReopened;
import org.larum.domain.major.MajorEvent.UpdatePosted;
import org.larum.domain.major.MajorEvent.UpdateReminded;
import org.larum.domain.major.MajorEvent.WarRoomMoved;
import org.larum.domain.major.MajorEvent.WarRoomOpened;
import org.larum.domain.shared.Event;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Projector;

/** Keeps what makes an incident a major one, and its tasks. */
public final class MajorProjector implements Projector {

    private final MajorTable table;

    public MajorProjector(MajorTable table) {
        this.table = table;
    }

    @Override
    public String room() {
        return "major";
    }

    @Override
    public List<String> tables() {
        return List.of("major_views", "major_tasks");
    }

    @Override
    public List<Class<? extends Event>> hears() {
        return List.of(MajorEvent.class);
    }

    @Override
    public void on(List<Logged> page) {
        for (var logged : page) {
            if (logged.event() instanceof MajorEvent event) {
                write(event, logged.index());
            }
        }
    }

    private void write(MajorEvent event, long index) {
        switch (event) {
            case MajorIncidentDeclared e -> table.declare(e, index);
            case MajorIncidentStoodDown e -> table.end(e, "stood_down", e.by(), e.reason(), null, index);
            case MajorIncidentEnded e -> table.end(e, "ended", e.by(), null, null, index);
            case MajorIncidentMerged e -> table.end(e, "merged", e.by(), null, e.into(), index);
            case RoleAssigned e -> table.assign(e, index);
            case WarRoomOpened e -> table.warRoom(e, e.link(), index);
            case WarRoomMoved e -> table.warRoom(e, e.to(), index);
            case UpdatePosted e -> table.post(e, index);
            case TaskAdded e -> table.add(e, index);
            case TaskAssigned e -> table.assign(e, index);
            case TaskFinished e -> table.task(e, e.task(), "done", e.by(), index);
            case TaskReopened e -> table.task(e, e.task(), "open", e.by(), index);
            case TaskDropped e -> table.task(e, e.task(), "dropped", e.by(), index);
            // What was promised is shown, also when it has passed.
            case UpdateReminded e -> {}
            case ImpactNoted e -> {}
            case ImpactCarried e -> {}
        }
    }
}
