package org.larum.domain.schedule;

import java.util.UUID;
import org.larum.domain.directory.PersonId;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names what a person says of being disturbed: version 5 of the person, who has one. */
public record DoNotDisturbId(UUID value) implements Identifier {

    public static DoNotDisturbId of(PersonId person) {
        return new DoNotDisturbId(Ids.of("do-not-disturb", person));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
