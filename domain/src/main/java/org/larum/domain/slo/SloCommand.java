package org.larum.domain.slo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.SloId;
import org.larum.domain.shared.Command;

/** Everything that can be wished of budgets. Wishing the same again changes nothing. */
public sealed interface SloCommand extends Command {

    /** {@code buckets}: all of one day of UTC. */
    record TellCounts(
            @TargetAggregateIdentifier TallyId tally, SloId slo, String source, List<Bucket> buckets, Instant at)
            implements SloCommand {

        @Override
        public UUID target() {
            return tally.value();
        }
    }

    /** What was found of one alarm. {@code asks}: what the policy asks for, null while it asks for nothing. */
    record JudgeBudget(
            @TargetAggregateIdentifier WatchId watch,
            SloId slo,
            String word,
            ServiceId service,
            Alarm alarm,
            boolean sounds,
            @Nullable Double burn,
            @Nullable Double left,
            @Nullable String asks,
            Instant at)
            implements SloCommand {

        @Override
        public UUID target() {
            return watch.value();
        }
    }
}
