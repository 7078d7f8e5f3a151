package org.larum.domain.schedule;

import java.util.UUID;
import org.larum.domain.directory.PersonId;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names an absence: version 7, or version 5 of the event of a calendar that it was read from. */
public record AbsenceId(UUID value) implements Identifier {

    /** @param nth how often the calendar had given the event another time before */
    public static AbsenceId of(UUID series, Stretch when, int nth) {
        return new AbsenceId(Ids.of("absence", series, when.from(), when.until(), nth));
    }

    /** What an event of a calendar is to a person, whatever its time. */
    public static UUID series(PersonId person, String uid) {
        return Ids.of("absence-series", person, uid);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
