package org.larum.app.rulebook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition;
import org.larum.domain.incident.Weighing.Stake;
import org.larum.projections.incident.Ratings;

/** What is at stake while a service is down, from its newest version. */
public final class RuleBookStakes implements Ratings.Stakes {

    private final RuleBook rules;

    public RuleBookStakes(RuleBook rules) {
        this.rules = rules;
    }

    @Override
    public @Nullable Stake of(UUID service) {
        return rules.latest(service)
                .map(RuleBook.Version::definition)
                .map(found -> found instanceof Definition.Service known ? stake(known) : null)
                .orElse(null);
    }

    private static Stake stake(Definition.Service service) {
        var worth = service.value();
        return new Stake(service.criticality(), worth.tier(), worth.users());
    }
}
