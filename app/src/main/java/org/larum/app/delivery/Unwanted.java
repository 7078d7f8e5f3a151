package org.larum.app.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.escalation.EscalationEvent.AnswerCounted;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.StopReason;

/** Why a run asks somebody for no answer any more. */
public final class Unwanted {

    private Unwanted() {}

    /** As a sentence; null while it does. */
    public static @Nullable String why(Iterable<?> run, UUID recipient) {
        String why = null;
        for (var event : run) {
            if (event instanceof EscalationStopped stopped) {
                return why(stopped.reason());
            }
            if (event instanceof AnswerCounted counted
                    && counted.person().value().equals(recipient)) {
                why = "They have acknowledged in the meantime; only the others are still asked.";
            }
        }
        return why;
    }

    private static String why(@Nullable StopReason reason) {
        return switch (reason) {
            case null -> "Somebody has answered in the meantime.";
            case ANSWERED -> "Somebody has answered in the meantime.";
            case MITIGATED -> "It was mitigated in the meantime.";
            case SNOOZED -> "It was snoozed in the meantime.";
            case RESOLVED -> "It was resolved in the meantime.";
            case MERGED -> "It is a part of another incident in the meantime, and that one asks by itself.";
            case SILENCED -> "All its alerts are silenced by a rule in the meantime.";
            case ASKED_AGAIN -> "It is asked about again in the meantime, in another run.";
            case REROUTED -> "Whoever answers for its likely root is asked instead.";
        };
    }
}
