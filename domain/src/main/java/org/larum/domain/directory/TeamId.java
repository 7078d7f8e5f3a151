package org.larum.domain.directory;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names a team: version 5 of its word in the configuration. */
public record TeamId(UUID value) implements Identifier {

    public static TeamId of(String word) {
        return new TeamId(Ids.of("team", word));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
