package org.larum.domain.directory;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names a schedule: version 5 of its word. */
public record ScheduleId(UUID value) implements Identifier {

    public static ScheduleId of(String word) {
        return new ScheduleId(Ids.of("schedule", word));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
