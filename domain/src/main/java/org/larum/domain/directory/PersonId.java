package org.larum.domain.directory;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names a person: version 5 of its word in the configuration. */
public record PersonId(UUID value) implements Identifier {

    public static PersonId of(String word) {
        return new PersonId(Ids.of("person", word));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
