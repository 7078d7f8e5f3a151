package org.larum.domain.slo;

import java.util.UUID;
import org.larum.domain.directory.SloId;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names what was told of one budget: version 5 of what it is a budget of. */
public record WatchId(UUID value) implements Identifier {

    public static WatchId of(SloId slo) {
        return new WatchId(Ids.of("budget-watch", slo));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
