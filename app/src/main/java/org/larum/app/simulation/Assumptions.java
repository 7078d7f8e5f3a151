package org.larum.app.simulation;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.larum.domain.directory.PersonId;
import org.larum.domain.shared.ChannelKind;

/**
 * What is taken to be so: who acknowledges, and how long after being told first; whose provider fails at each attempt. Nobody else
 * answers.
 */
public record Assumptions(Map<PersonId, Duration> answers, Set<ChannelKind> down) {

    public static final Assumptions NOBODY_ANSWERS = new Assumptions(Map.of(), Set.of());
}
