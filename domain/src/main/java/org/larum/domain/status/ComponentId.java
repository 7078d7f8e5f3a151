package org.larum.domain.status;

import java.util.UUID;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names what the status page shows of a service: version 5 of the service. */
public record ComponentId(UUID value) implements Identifier {

    public static ComponentId of(ServiceId service) {
        return new ComponentId(Ids.of("status-component", service));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
