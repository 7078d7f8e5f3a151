package org.larum.domain.alert;

import java.util.UUID;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names an alert: version 5 of (integration, key, cycle), so two nodes that see one fault first agree. */
public record AlertId(UUID value) implements Identifier {

    public static AlertId of(IntegrationId integration, String key, int cycle) {
        return new AlertId(Ids.of("alert", integration, key, cycle));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
