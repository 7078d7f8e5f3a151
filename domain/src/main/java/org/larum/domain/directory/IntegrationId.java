package org.larum.domain.directory;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names a integration: version 5 of its word in the configuration. */
public record IntegrationId(UUID value) implements Identifier {

    public static IntegrationId of(String word) {
        return new IntegrationId(Ids.of("integration", word));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
