package org.larum.app.processing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.larum.app.bus.Commands;
import org.larum.app.eventstore.EventLog;

/** Every reaction there is, by the name of its processor. */
public final class Reactions {

    private final Supplier<Commands> commands;
    private final Parked parked;
    private final Map<String, Reacting> all = new LinkedHashMap<>();

    Reactions(Supplier<Commands> commands, Parked parked) {
        this.commands = commands;
        this.parked = parked;
    }

    void add(Standing<?, ?> standing) {
        all.put(standing.name(), new Reacting(standing, commands, parked));
    }

    Map<String, Reacting> all() {
        return all;
    }

    /**
     * Has one event reacted to again, now that its reason to be parked may be gone; throws that reason when it is not. Nothing
     * happens twice: commands find what is already done.
     */
    public boolean again(String name, long index, EventLog log) {
        var reaction = all.get(name);
        var found = log.after(index - 1, 1);
        if (reaction == null || found.isEmpty() || Pages.index(found.getFirst()) != index) {
            return false;
        }
        reaction.react(List.of(found.getFirst()));
        return true;
    }
}
