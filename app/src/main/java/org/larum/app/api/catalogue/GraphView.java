package org.larum.app.api.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.incident.HealthView;

/**
 * Services and what they need, to be drawn. {@code around}: the service whose neighbourhood it is; null when it is all there is.
 * {@code total}: how many services there are; {@code whole}: none of those asked for was left out.
 */
public record GraphView(@Nullable UUID around, int total, boolean whole, List<Node> nodes, List<Edge> edges) {

    public record Node(UUID id, String word, String name, String criticality, HealthView health) {}

    /** {@code from} needs {@code to}; both are ids of nodes. */
    public record Edge(UUID from, UUID to) {}
}
