package org.larum.app.api.catalogue;

import java.util.List;
import org.larum.projections.incident.HealthView;
import org.larum.projections.shared.Named;

/** One service whole: its line, and the services around it, those that are worst first. */
public record ServiceView(ServiceLine service, Neighbours needs, Neighbours neededBy) {

    /** Directly and through others, at most so many; {@code total} counts those that are left out too. */
    public record Neighbours(int total, List<Neighbour> items) {}

    /** Another service and how it is; {@code direct}: nothing lies between. */
    public record Neighbour(Named service, String criticality, boolean direct, HealthView health) {}
}
