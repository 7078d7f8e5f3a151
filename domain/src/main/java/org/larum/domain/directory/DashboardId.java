package org.larum.domain.directory;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names a board of figures: version 5 of its word in the configuration. */
public record DashboardId(UUID value) implements Identifier {

    public static DashboardId of(String word) {
        return new DashboardId(Ids.of("dashboard", word));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
