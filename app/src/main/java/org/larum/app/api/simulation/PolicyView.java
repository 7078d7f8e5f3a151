package org.larum.app.api.simulation;

import java.util.List;
import java.util.Map;
import org.larum.app.api.simulation.PolicyChecksView.FindingPart;
import org.larum.app.api.simulation.PolicyChecksView.UnreadyPart;

/**
 * A policy in use. {@code origin}: "api", or the file that owns it; {@code policy}: in the shape of the file; {@code services}: the words
 * of those that use it. {@code findings}: looked for at each hour of the next eight weeks.
 */
public record PolicyView(
        String word,
        int version,
        String origin,
        Map<String, Object> policy,
        List<String> services,
        List<FindingPart> findings,
        List<UnreadyPart> unready) {}
