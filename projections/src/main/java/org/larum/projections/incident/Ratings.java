package org.larum.projections.incident;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.PriorityRating;
import org.larum.domain.incident.PriorityWeights;
import org.larum.domain.incident.Weighing;
import org.larum.domain.incident.Weighing.Past;
import org.larum.domain.incident.Weighing.Stake;
import org.larum.domain.shared.Severity;
import org.larum.projections.incident.IncidentView.Consideration;
import org.larum.projections.incident.IncidentView.Rating;

/** Judges how much an incident matters when it is read: what is known of its service may have changed since it was opened. */
public final class Ratings {

    /** What is at stake while a service is down, as it is described now; null when it is described nowhere. In memory. */
    public interface Stakes {
        @Nullable
        Stake of(UUID service);
    }

    private final Stakes stakes;
    private final PriorityWeights weights;

    public Ratings(Stakes stakes, PriorityWeights weights) {
        this.stakes = stakes;
        this.weights = weights;
    }

    Rating of(UUID service, Severity severity, @Nullable Past past, int alerts, int services, @Nullable String byHand) {
        // Its alerts may not have been read yet; it has one and a service all the same.
        var weighing = new Weighing(severity, stakes.of(service), past, Math.max(1, alerts), Math.max(1, services));
        var rated = PriorityRating.of(weighing, weights);
        var worked = rated.priority().name();
        return new Rating(
                worked,
                rated.score(),
                rated.parts().stream()
                        .map(part -> new Consideration(part.name(), part.points(), part.most(), part.sentence()))
                        .toList(),
                byHand == null ? worked : byHand,
                byHand != null);
    }
}
