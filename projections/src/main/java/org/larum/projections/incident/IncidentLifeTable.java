package org.larum.projections.incident;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.larum.domain.correlation.CorrelationEvent.RootSuspected;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.IncidentEvent.AcknowledgementExpired;
import org.larum.domain.incident.IncidentEvent.AcknowledgementRenewed;
import org.larum.domain.incident.IncidentEvent.AcknowledgementWithdrawn;
import org.larum.domain.incident.IncidentEvent.HelpCalled;
import org.larum.domain.incident.IncidentEvent.HushEnded;
import org.larum.domain.incident.IncidentEvent.IncidentHushed;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentMitigated;
import org.larum.domain.incident.IncidentEvent.IncidentSnoozed;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.PriorityOverridden;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentEvent.SnoozeEnded;
import org.larum.domain.incident.IncidentEvent.Turn;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.incident.IncidentState;
import org.larum.projections.incident.IncidentView.Quieting;
import org.larum.projections.shared.Json;

/** What happens to a row of an incident between its opening and its end. */
final class IncidentLifeTable {

    private static final String NOBODY = "acknowledged_at = null, acknowledged_by = null, held_until = null";
    private static final String AWAKE = "snoozed_until = null, snooze_reason = null";

    private final IncidentTable table;
    private final Json json;

    IncidentLifeTable(IncidentTable table, Json json) {
        this.table = table;
        this.json = json;
    }

    void renew(AcknowledgementRenewed e, long index) {
        table.change(e.incident(), index, "held_until = ?", utc(e.lease().until()));
    }

    void expire(AcknowledgementExpired e, long index) {
        table.change(e.incident(), index, "state = 'triggered', " + NOBODY);
    }

    void callHelp(HelpCalled e, long index) {
        table.change(e.incident(), index, turn(e) + ", " + AWAKE);
    }

    void withdraw(AcknowledgementWithdrawn e, long index) {
        table.change(e.incident(), index, "state = 'triggered', " + NOBODY);
    }

    void assign(IncidentId incident, @Nullable PersonId to, long index) {
        table.change(incident, index, "assignee = ?", to == null ? null : to.value());
    }

    void mitigate(IncidentMitigated e, long index) {
        table.change(
                e.incident(),
                index,
                "state = 'mitigated', mitigated_at = ?, mitigated_by = ?::jsonb, held_until = null, " + AWAKE,
                utc(e.at()),
                json.write(e.by()));
    }

    void snooze(IncidentSnoozed e, long index) {
        table.change(
                e.incident(),
                index,
                "snoozed_until = ?, snooze_reason = ?, held_until = null",
                utc(e.until()),
                e.reason());
    }

    void wake(SnoozeEnded e, long index) {
        table.change(e.incident(), index, turn(e) + ", " + AWAKE);
    }

    /** Said again when a turn would have asked: it is quiet since the first time. */
    void hush(IncidentHushed e, long index) {
        var by = e.reasons().stream()
                .map(one -> new Quieting(
                        one.kind(),
                        one.word(),
                        one.version(),
                        one.reason(),
                        one.until(),
                        one.alerts().size()))
                .toList();
        table.change(
                e.incident(),
                index,
                "quiet_since = coalesce(quiet_since, ?), quiet_until = ?, quiet_by = ?::jsonb",
                utc(e.at()),
                e.until() == null ? null : utc(e.until()),
                json.write(by));
    }

    void endHush(HushEnded e, long index) {
        table.change(e.incident(), index, IncidentTable.LOUD);
    }

    void restore(ResolutionWithdrawn e, long index) {
        table.change(e.incident(), index, turn(e) + ", resolved_at = null, resolved_by = null");
    }

    void prioritise(PriorityOverridden e, long index) {
        table.change(e.incident(), index, "priority = ?", e.to() == null ? null : e.to().name());
    }

    void impact(IncidentId incident, Instant began, long index) {
        table.change(incident, index, "impact_began = ?", utc(began));
    }

    void merge(IncidentMerged e, long index) {
        table.change(
                e.incident(),
                index,
                "state = 'merged', merged_into = ?, suggested_into = null, alerts_total = alerts_total - ?, alerts_open = 0,"
                        + " held_until = null, " + AWAKE + ", " + IncidentTable.LOUD,
                e.into().value(),
                e.alerts().size());
    }

    void suggest(IncidentId incident, IncidentId into, long index) {
        table.change(incident, index, "suggested_into = ?", into.value());
    }

    void unmerge(IncidentUnmerged e, long index) {
        table.change(e.incident(), index, turn(e) + ", merged_into = null");
    }

    void declare(IncidentId incident, Instant at, Instant due, long index) {
        table.change(incident, index, "major_since = ?, major_over = false, major_update_due = ?", utc(at), utc(due));
    }

    void standDown(IncidentId incident, long index) {
        table.change(incident, index, "major_since = null, major_over = null, major_update_due = null");
    }

    /** What was a major incident when it ended stays one for those who look back. */
    void endMajor(IncidentId incident, long index) {
        table.change(incident, index, "major_over = true, major_update_due = null");
    }

    void promise(IncidentId incident, @Nullable Instant due, long index) {
        table.change(incident, index, "major_update_due = ?", due == null ? null : utc(due));
    }

    /** The root may be suspected before the incident is open. */
    void suspect(RootSuspected e, long index) {
        table.root(e.incident(), e.root().service(), index);
    }

    /** Alerts that came or went, whether open or not. */
    void move(IncidentId incident, int came, long index) {
        table.change(incident, index, "alerts_total = alerts_total + ?, alerts_open = alerts_open + ?", came, came);
    }

    /** What waits for an answer is held by nobody. */
    private static String turn(Turn e) {
        var state = "state = '" + e.state().name().toLowerCase(Locale.ROOT) + "'";
        return e.state() == IncidentState.TRIGGERED
                ? state + ", mitigated_at = null, mitigated_by = null, " + NOBODY
                : state;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
