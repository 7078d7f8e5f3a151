package org.larum.domain.directory;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names what a service owes its users: version 5 of its word in the configuration. */
public record SloId(UUID value) implements Identifier {

    public static SloId of(String word) {
        return new SloId(Ids.of("slo", word));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
