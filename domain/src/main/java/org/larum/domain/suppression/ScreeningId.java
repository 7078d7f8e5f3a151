package org.larum.domain.suppression;

import java.util.UUID;
import org.larum.domain.alert.AlertId;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names what was decided about telling of one alert: version 5 of the alert. */
public record ScreeningId(UUID value) implements Identifier {

    public static ScreeningId of(AlertId alert) {
        return new ScreeningId(Ids.of("screening", alert));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
