package org.larum.domain.incident;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentEvent.Hush;

/** By what the alerts of an incident are silenced, and until when. {@code run}: the one that it ended, or kept from beginning. */
record Hushed(List<Hush> reasons, @Nullable Instant until, int run) {

    /** None of them is left that would have to be told. */
    boolean covers(OpenAlerts open) {
        return open.areAllAmong(
                reasons.stream().flatMap(one -> one.alerts().stream()).collect(Collectors.toSet()));
    }

    boolean lastsBeyond(Instant at) {
        return until == null || at.isBefore(until);
    }

    /** For the same reasons; which alerts there are besides is not said again. */
    boolean isLike(Hushed other) {
        return reasons.size() == other.reasons.size()
                && reasons.stream().allMatch(one -> other.reasons.stream().anyMatch(one::isLike));
    }
}
