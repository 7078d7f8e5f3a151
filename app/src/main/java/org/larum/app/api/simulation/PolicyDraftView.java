package org.larum.app.api.simulation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.simulation.SimulationView.LinePart;
import org.larum.app.problem.Problems.Mistake;
import org.larum.projections.shared.Named;

/**
 * What a draft would do. {@code version}: the one in use, 0 while there is none; {@code origin}: who owns it. A draft with
 * {@code mistakes} is an answer too, without a {@code run} and without {@code checks}. {@code canSave}: there is no mistake and each
 * step finds somebody now and then.
 */
public record PolicyDraftView(
        int version,
        String origin,
        boolean canSave,
        List<Mistake> mistakes,
        @Nullable RunPart run,
        @Nullable PolicyChecksView checks) {

    /**
     * If nobody answered. {@code service}: whose incident it is, or null when no service uses the policy. {@code branch}: the case that
     * holds then, from 1, or null when none does. {@code exhaustedAfter}: until
     * everybody was asked in vain; {@code people}: all whom the lines name by their words.
     */
    public record RunPart(
            @Nullable String service,
            String severity,
            @Nullable Integer branch,
            Instant at,
            @Nullable String reachedAfter,
            @Nullable String exhaustedAfter,
            List<LinePart> lines,
            List<Named> people) {}
}
