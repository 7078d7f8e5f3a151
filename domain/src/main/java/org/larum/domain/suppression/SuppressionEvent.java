package org.larum.domain.suppression;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.RuleId;
import org.larum.domain.shared.Event;

/** Everything that can happen to an alert on its way to people, before it belongs to an incident. */
public sealed interface SuppressionEvent extends Event {

    /** It is told to nobody; looked at again at {@code until}, or when the rule or the alert changes. */
    @Revision("1")
    record AlertSuppressed(
            ScreeningId screening,
            AlertId alert,
            Suppressor by,
            Pending pending,
            @Nullable InhibitionId inhibition,
            @Nullable Instant until,
            Instant at)
            implements SuppressionEvent {}

    /** Nothing holds it back any more, and the fault is still there. */
    @Revision("1")
    record AlertAdmitted(ScreeningId screening, AlertId alert, Suppressor before, Pending pending, Instant at)
            implements SuppressionEvent {}

    /** The alert ended before anything let it through: nobody was told, and nobody needs to be. */
    @Revision("1")
    record SuppressionLapsed(ScreeningId screening, AlertId alert, Suppressor before, Instant at)
            implements SuppressionEvent {}

    /** An alert is open that mutes its consequences. */
    @Revision("1")
    record InhibitionBegan(InhibitionId inhibition, RuleId rule, AlertId source, Instant at)
            implements SuppressionEvent {}

    /** {@code left}: how many other sources still mute. */
    @Revision("1")
    record InhibitionEnded(InhibitionId inhibition, RuleId rule, AlertId source, int left, Instant at)
            implements SuppressionEvent {}

    /** A consequence came while its cause was open. */
    @Revision("1")
    record TargetMuted(InhibitionId inhibition, Target target, AlertId source, Instant at)
            implements SuppressionEvent {}

    /** What could have been a consequence came while no cause was open. */
    @Revision("1")
    record TargetPassed(InhibitionId inhibition, Target target, Instant at) implements SuppressionEvent {}

    /** A rule could not be asked about an alert. It held nothing back; told once in an hour for each version. */
    @Revision("1")
    record RuleFailed(RuleId rule, String word, int version, String why, AlertId alert, Instant at)
            implements SuppressionEvent {}
}
