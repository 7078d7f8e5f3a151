package org.larum.projections.alert;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.shared.Scope;

/** What can be asked about alerts. */
public sealed interface AlertQuery {

    /** Newest first. An empty set of states or severities means all; {@code held}: whether a rule holds it back. */
    record Alerts(
            Set<String> states,
            @Nullable UUID service,
            Set<Integer> severities,
            @Nullable String key,
            @Nullable UUID incident,
            @Nullable Boolean held,
            Scope scope,
            Asked asked)
            implements AlertQuery {}
}
