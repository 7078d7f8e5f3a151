package org.larum.projections.change;

import java.util.List;
import org.larum.domain.directory.DirectoryEvent.ChangeRecorded;
import org.larum.domain.shared.Event;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Projector;

/** Keeps the list of changes. */
public final class ChangeProjector implements Projector {

    private final ChangeTable table;

    public ChangeProjector(ChangeTable table) {
        this.table = table;
    }

    @Override
    public String room() {
        return "change";
    }

    @Override
    public List<String> tables() {
        return List.of("change_entries");
    }

    @Override
    public List<Class<? extends Event>> hears() {
        return List.of(ChangeRecorded.class);
    }

    @Override
    public void on(List<Logged> page) {
        table.insert(page);
    }
}
