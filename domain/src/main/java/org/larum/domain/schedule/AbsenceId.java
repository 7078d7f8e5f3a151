package org.larum.domain.schedule;

import java.util.UUID;
import org.larum.domain.directory.PersonId;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names an absence: version 7, or version 5 of the person and of what a calendar calls it. */
public record AbsenceId(UUID value) implements Identifier {

    /** @param uid what the calendar calls it; its time makes another absence of it when it is moved */
    public static AbsenceId of(PersonId person, String uid, Stretch when) {
        return new AbsenceId(Ids.of("absence", person, uid, when.from(), when.until()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
