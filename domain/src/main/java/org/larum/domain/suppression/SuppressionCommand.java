package org.larum.domain.suppression;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.RuleId;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Ids;

/** Everything that can be asked about telling of an alert. */
public sealed interface SuppressionCommand extends Command {

    /** {@code until}: when to look again at the latest; null when only a change of the rule or the alert matters. */
    record SuppressAlert(
            @TargetAggregateIdentifier ScreeningId screening,
            Pending pending,
            Suppressor by,
            @Nullable InhibitionId inhibition,
            @Nullable Instant until,
            Instant at)
            implements SuppressionCommand {
        @Override
        public UUID target() {
            return screening.value();
        }
    }

    /** Nothing holds it back now. */
    record AdmitAlert(@TargetAggregateIdentifier ScreeningId screening, Pending pending, Instant at)
            implements SuppressionCommand {
        @Override
        public UUID target() {
            return screening.value();
        }
    }

    /** It ended while it was held back. */
    record LapseSuppression(@TargetAggregateIdentifier ScreeningId screening, Instant at)
            implements SuppressionCommand {
        @Override
        public UUID target() {
            return screening.value();
        }
    }

    record BeginInhibition(@TargetAggregateIdentifier InhibitionId inhibition, RuleId rule, AlertId source, Instant at)
            implements SuppressionCommand {
        @Override
        public UUID target() {
            return inhibition.value();
        }
    }

    record EndInhibition(@TargetAggregateIdentifier InhibitionId inhibition, AlertId source, Instant at)
            implements SuppressionCommand {
        @Override
        public UUID target() {
            return inhibition.value();
        }
    }

    /** Is its cause open? */
    record ScreenTarget(@TargetAggregateIdentifier InhibitionId inhibition, Target asked, Instant at)
            implements SuppressionCommand {
        @Override
        public UUID target() {
            return inhibition.value();
        }
    }

    record ReportFailure(
            @TargetAggregateIdentifier UUID failures,
            RuleId rule,
            String word,
            int version,
            String why,
            AlertId alert,
            Instant at)
            implements SuppressionCommand {

        public static ReportFailure of(RuleId rule, String word, int version, String why, AlertId alert, Instant at) {
            return new ReportFailure(id(rule, version), rule, word, version, why, alert, at);
        }

        /** The failures of one version of a rule are counted together. */
        static UUID id(RuleId rule, int version) {
            return Ids.of("rule-failures", rule, version);
        }

        @Override
        public UUID target() {
            return failures;
        }
    }
}
