package org.larum.app.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.app.watch.WatchTable.Reader;

/**
 * Which readers of the log stand still. One stands still when it had more to read and did not move for longer than a round. A machine
 * that was put to sleep stood still itself, and says nothing of its readers.
 */
final class Standstill {

    /** Looks further apart than so many rounds: nobody was awake between them. */
    private static final int ASLEEP = 3;

    private final Duration round;
    private final Map<String, Stand> stands = new HashMap<>();
    private @Nullable Instant looked;

    private record Stand(long index, Instant since) {}

    /** @param moving those that stood somewhere at the look before and are well */
    record Look(List<Reader> moving, List<Reader> standing) {}

    Standstill(Duration round) {
        this.round = round;
    }

    Look look(Instant now, long head, List<Reader> readers) {
        boolean hasSlept =
                looked != null && looked.plus(round.multipliedBy(ASLEEP)).isBefore(now);
        looked = now;
        var moving = new ArrayList<Reader>();
        var standing = new ArrayList<Reader>();
        for (var reader : readers) {
            var before = stands.get(reader.name());
            if (before == null || hasSlept) {
                stands.put(reader.name(), new Stand(reader.index(), now));
            } else if (reader.index() >= head || before.index() != reader.index()) {
                stands.put(reader.name(), new Stand(reader.index(), now));
                moving.add(reader);
            } else if (before.since().plus(round).isBefore(now)) {
                standing.add(reader);
            }
        }
        return new Look(moving, standing);
    }
}
