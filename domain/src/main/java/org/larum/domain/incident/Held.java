package org.larum.domain.incident;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.AlertsMovedIn;
import org.larum.domain.incident.IncidentEvent.HelpCalled;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentMitigated;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentSnoozed;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.SnoozeEnded;
import org.larum.domain.incident.IncidentEvent.Turn;
import org.larum.domain.shared.Actor;

/**
 * Whether somebody has an incident in hand, as far as the sources of its alerts must know.
 *
 * @param by whoever acknowledged, snoozed or mitigated it; null when nobody holds it, or it is over
 * @param wasEver somebody had it in hand once
 * @param open its alerts that have not ended
 * @param ever all that it ever had
 */
public record Held(@Nullable Actor by, boolean wasEver, Set<AlertId> open, Set<AlertId> ever) {

    /** @param events all of the incident, in their order */
    public static Held of(List<? extends IncidentEvent> events) {
        var hand = new Hand();
        events.forEach(hand::evolve);
        return new Held(
                hand.isHeld() ? hand.by : null,
                hand.by != null,
                new LinkedHashSet<>(Standing.of(events).alerts()),
                hand.ever);
    }

    private static final class Hand {

        private final Set<AlertId> ever = new LinkedHashSet<>();
        private IncidentState state = IncidentState.TRIGGERED;
        private @Nullable Actor by;
        private boolean isSnoozed;
        private boolean isPart;

        private boolean isHeld() {
            boolean isAnswered = state == IncidentState.ACKNOWLEDGED || state == IncidentState.MITIGATED;
            return !isPart && state != IncidentState.RESOLVED && (isSnoozed || isAnswered);
        }

        private void evolve(IncidentEvent event) {
            if (event instanceof Turn turn) {
                state = turn.state();
            }
            switch (event) {
                case IncidentOpened e -> ever.add(e.first());
                case AlertsJoined e -> ever.addAll(e.alerts());
                case AlertsMovedIn e -> e.alerts().forEach(one -> ever.add(one.alert()));
                case IncidentAcknowledged e -> answered(IncidentState.ACKNOWLEDGED, e.by());
                case IncidentMitigated e -> answered(IncidentState.MITIGATED, e.by());
                case IncidentSnoozed e -> {
                    by = e.by();
                    isSnoozed = true;
                }
                case SnoozeEnded e -> isSnoozed = false;
                case HelpCalled e -> isSnoozed = false;
                case IncidentReopened e -> isSnoozed = false;
                case IncidentMerged e -> {
                    isPart = true;
                    isSnoozed = false;
                }
                case IncidentUnmerged e -> isPart = false;
                case IncidentResolved e -> {
                    state = IncidentState.RESOLVED;
                    isSnoozed = false;
                }
                default -> {}
            }
        }

        private void answered(IncidentState as, Actor whoever) {
            state = as;
            by = whoever;
            isSnoozed = false;
        }
    }
}
