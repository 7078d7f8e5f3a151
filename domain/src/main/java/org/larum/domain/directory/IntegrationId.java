package org.larum.domain.directory;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names a integration: version 5 of its word in the configuration. */
public record IntegrationId(UUID value) implements Identifier {

    /** Who sends the alerts about error budgets: Larum itself. No word of an integration has a space. */
    public static final IntegrationId BUDGETS = of("error budgets");

    public static IntegrationId of(String word) {
        return new IntegrationId(Ids.of("integration", word));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
