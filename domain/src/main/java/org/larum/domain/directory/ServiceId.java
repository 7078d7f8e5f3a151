package org.larum.domain.directory;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names a service: version 5 of its word in the configuration. */
public record ServiceId(UUID value) implements Identifier {

    public static ServiceId of(String word) {
        return new ServiceId(Ids.of("service", word));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
