package org.larum.projections.incident;

import org.jspecify.annotations.Nullable;

/** How a service is: what is open of it. {@code worst}: the worst severity of that; null when nothing is open. */
public record HealthView(
        int openIncidents, int openAlerts, @Nullable String worst) {

    public static final HealthView WELL = new HealthView(0, 0, null);
}
