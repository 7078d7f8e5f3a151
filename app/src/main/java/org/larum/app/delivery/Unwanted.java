package org.larum.app.delivery;

import org.jspecify.annotations.Nullable;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.StopReason;

/** Why a run asks for no answer any more. */
public final class Unwanted {

    private Unwanted() {}

    /** As a sentence; null while it does. */
    public static @Nullable String why(Iterable<?> run) {
        for (var event : run) {
            if (event instanceof EscalationStopped stopped) {
                return why(stopped.reason());
            }
        }
        return null;
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
            case REROUTED -> "Whoever answers for its likely root is asked instead.";
        };
    }
}
