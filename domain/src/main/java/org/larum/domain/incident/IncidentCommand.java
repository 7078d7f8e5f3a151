package org.larum.domain.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentEvent.Attachment;
import org.larum.domain.incident.IncidentEvent.Hush;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentEvent.Moving;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;

/** Everything that can be asked of an incident. Asking for what already is changes nothing. */
public sealed interface IncidentCommand extends Command {

    IncidentId incident();

    @Override
    default UUID target() {
        return incident().value();
    }

    /** {@code groupWait}: how long nobody is asked yet, because a common cause may show itself. */
    record OpenIncident(
            @TargetAggregateIdentifier IncidentId incident,
            int number,
            UUID group,
            Place place,
            Severity severity,
            String title,
            AlertId first,
            @Nullable Duration groupWait,
            Instant at)
            implements IncidentCommand {}

    /** {@code from}: the services whose incidents are answered by others than those who answer for {@code to}. */
    record RerouteIncident(
            @TargetAggregateIdentifier IncidentId incident,
            Place to,
            List<ServiceId> from,
            @Nullable Duration groupWait,
            Instant at)
            implements IncidentCommand {}

    record JoinIncident(@TargetAggregateIdentifier IncidentId incident, List<Joining> alerts, Instant at)
            implements IncidentCommand {

        /** A storm that comes at once joins at once, and a reader of the timeline sees one line. */
        @Override
        public @Nullable Command and(Command next) {
            return next instanceof JoinIncident more
                    ? new JoinIncident(
                            incident,
                            Stream.concat(alerts.stream(), more.alerts.stream()).toList(),
                            more.at)
                    : null;
        }
    }

    record WorsenIncident(@TargetAggregateIdentifier IncidentId incident, Severity severity, Instant at)
            implements IncidentCommand {}

    record HoldAlert(@TargetAggregateIdentifier IncidentId incident, AlertId alert, Actor by, Instant at)
            implements IncidentCommand {}

    record SettleAlert(@TargetAggregateIdentifier IncidentId incident, AlertId alert, Instant at)
            implements IncidentCommand {}

    record AcknowledgeIncident(
            @TargetAggregateIdentifier IncidentId incident,
            Actor by,
            @Nullable String via,
            Instant at) implements IncidentCommand {}

    record PassIncidentOn(@TargetAggregateIdentifier IncidentId incident, Actor by, Instant at)
            implements IncidentCommand {}

    /** Larum itself asks for it once, and takes it out of nobody's hands. */
    record EscalateIncident(
            @TargetAggregateIdentifier IncidentId incident,
            EscalationCause cause,
            @Nullable String reason,
            Actor by,
            Instant at)
            implements IncidentCommand {}

    record ResolveIncident(
            @TargetAggregateIdentifier IncidentId incident,
            Actor by,
            @Nullable String via,
            Instant at) implements IncidentCommand {}

    record ReopenIncident(@TargetAggregateIdentifier IncidentId incident, Actor by, Instant at)
            implements IncidentCommand {}

    record NoteIncident(
            @TargetAggregateIdentifier IncidentId incident,
            UUID note,
            Actor by,
            String text,
            Instant at,
            List<Attachment> attachments)
            implements IncidentCommand {}

    /** Acknowledges it and makes it one's own. */
    record TakeIncident(
            @TargetAggregateIdentifier IncidentId incident,
            PersonId person,
            @Nullable String via,
            Instant at) implements IncidentCommand {}

    /** {@code to}: nobody, when null. */
    record AssignIncident(
            @TargetAggregateIdentifier IncidentId incident,
            @Nullable PersonId to,
            Actor by,
            Instant at) implements IncidentCommand {}

    record HandOverIncident(
            @TargetAggregateIdentifier IncidentId incident,
            PersonId from,
            PersonId to,
            @Nullable String note,
            Instant at)
            implements IncidentCommand {}

    record MitigateIncident(
            @TargetAggregateIdentifier IncidentId incident,
            Actor by,
            @Nullable String via,
            Instant at) implements IncidentCommand {}

    record SnoozeIncident(
            @TargetAggregateIdentifier IncidentId incident, Instant until, String reason, Actor by, Instant at)
            implements IncidentCommand {}

    record EndSnooze(@TargetAggregateIdentifier IncidentId incident, Actor by, Instant at) implements IncidentCommand {}

    /** Rules silence these alerts. Changes nothing while another alert of it is open: then people are asked as before. */
    record HushIncident(
            @TargetAggregateIdentifier IncidentId incident,
            List<Hush> reasons,
            @Nullable Instant until,
            Instant at) implements IncidentCommand {}

    /** No rule silences all its alerts now. */
    record EndHush(@TargetAggregateIdentifier IncidentId incident, Instant at) implements IncidentCommand {}

    /** A timer fired: of an acknowledgement or of a snooze. */
    record IncidentDue(@TargetAggregateIdentifier IncidentId incident, int timer, Instant at)
            implements IncidentCommand {}

    record ChangeSeverity(
            @TargetAggregateIdentifier IncidentId incident, Severity severity, String reason, Actor by, Instant at)
            implements IncidentCommand {}

    /** {@code priority}: what Larum computes, when null. */
    record OverridePriority(
            @TargetAggregateIdentifier IncidentId incident,
            @Nullable Priority priority,
            String reason,
            Actor by,
            Instant at)
            implements IncidentCommand {}

    record CorrectImpactStart(
            @TargetAggregateIdentifier IncidentId incident, Instant began, String reason, Actor by, Instant at)
            implements IncidentCommand {}

    /** Undoes an acknowledgement that was a mistake, while it is still that of {@code by}. */
    record WithdrawAcknowledgement(
            @TargetAggregateIdentifier IncidentId incident, Actor by, Instant at) implements IncidentCommand {}

    /** Undoes a resolution that was a mistake: the incident is what it was before. Its alerts have ended all the same. */
    record WithdrawResolution(@TargetAggregateIdentifier IncidentId incident, Actor by, Instant at)
            implements IncidentCommand {}

    /** Asked before anything moves: may alerts of another incident come here? Changes nothing. */
    record AdmitAlerts(@TargetAggregateIdentifier IncidentId incident, IncidentId from) implements IncidentCommand {}

    /** Asked before something is begun that only an open incident can have: is it open? Changes nothing. */
    record ConfirmOpen(@TargetAggregateIdentifier IncidentId incident) implements IncidentCommand {}

    /** By Larum it is done only while nobody holds the incident; otherwise it is suggested. */
    record MergeIncident(@TargetAggregateIdentifier IncidentId incident, IncidentId into, Actor by, Instant at)
            implements IncidentCommand {

        @Override
        public Command before() {
            return new AdmitAlerts(into, incident);
        }
    }

    /** {@code from}: the incident that it is believed to be a part of. */
    record UnmergeIncident(@TargetAggregateIdentifier IncidentId incident, IncidentId from, Actor by, Instant at)
            implements IncidentCommand {}

    /** {@code number}: that of the incident which the alerts become. */
    record SplitIncident(
            @TargetAggregateIdentifier IncidentId incident, int number, List<Joining> alerts, Actor by, Instant at)
            implements IncidentCommand {}

    record MoveAlerts(
            @TargetAggregateIdentifier IncidentId incident, IncidentId to, List<AlertId> alerts, Actor by, Instant at)
            implements IncidentCommand {

        @Override
        public Command before() {
            return new AdmitAlerts(to, incident);
        }
    }

    /** Gives back what had come with a merge, as far as it has not ended. */
    record ReturnAlerts(
            @TargetAggregateIdentifier IncidentId incident, IncidentId to, List<AlertId> alerts, Actor by, Instant at)
            implements IncidentCommand {}

    /** {@code severity}: that of the whole incident they were, null when they are only some of its alerts. */
    record TakeInAlerts(
            @TargetAggregateIdentifier IncidentId incident,
            IncidentId from,
            List<Moving> alerts,
            @Nullable Severity severity,
            Actor by,
            Instant at)
            implements IncidentCommand {}

    /** Ends it if all its alerts have ended while they were elsewhere. */
    record EndIfQuiet(@TargetAggregateIdentifier IncidentId incident, Instant at) implements IncidentCommand {}
}
