package org.larum.domain.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/**
 * Names the turns of one day (UTC) among those whom the same targets mean: version 5 of both. Whoever shares a team shares its turns, in
 * whatever policy; and no stream grows for longer than a day.
 */
public record RoundRobinId(UUID value) implements Identifier {

    public static RoundRobinId of(List<Target> targets, Instant at) {
        var whom = targets.stream()
                .map(target -> target.kind() + ":" + target.id())
                .sorted()
                .collect(Collectors.joining(" "));
        return new RoundRobinId(Ids.of("round-robin", whom, LocalDate.ofInstant(at, ZoneOffset.UTC)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
