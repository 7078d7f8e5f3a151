package org.larum.app.bus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.larum.domain.shared.Command;

/** Commands for one unit of work, in their order; what one target can decide at once has become one command. */
public final class Wishes {

    /** A command and what is said beside it: who asked, and because of which event. */
    public record Wish(Map<String, ?> metadata, Command command) {}

    private final List<Wish> wishes = new ArrayList<>();

    /** Where the last command of each target stands: only that one may be joined, or the order would change. */
    private final Map<UUID, Integer> last = new HashMap<>();

    public static Wishes of(Map<String, ?> metadata, List<? extends Command> commands) {
        var wishes = new Wishes();
        commands.forEach(command -> wishes.add(metadata, command));
        return wishes;
    }

    public void add(Map<String, ?> metadata, Command command) {
        var place = last.get(command.target());
        if (place != null) {
            var joined = wishes.get(place).command().and(command);
            if (joined != null) {
                wishes.set(place, new Wish(metadata, joined));
                return;
            }
        }
        last.put(command.target(), wishes.size());
        wishes.add(new Wish(metadata, command));
    }

    public List<Wish> all() {
        return wishes;
    }

    public boolean isEmpty() {
        return wishes.isEmpty();
    }
}
