package org.larum.domain.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.RuleId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;

/** Everything that can happen to an incident. {@code run} counts its calls for an answer, from 1. */
public sealed interface IncidentEvent extends Event {

    IncidentId incident();

    /** It may be that nobody answers now: when it is triggered with it, a run begins, which {@code run} counts. */
    interface Turn {

        IncidentId incident();

        int run();

        Place place();

        IncidentState state();

        /** Null in events of before it was kept. */
        @Nullable
        Severity severity();

        Instant at();
    }

    /** Nobody need be asked any more, at least for now: the run ends. */
    sealed interface Rest {

        IncidentId incident();

        int run();

        Actor by();

        Instant at();
    }

    /**
     * How long an acknowledgement is good for. {@code timer} counts the timers of the incident; an older one that fires is stale.
     * The time is measured by the database's clock; {@code until} is when it ends as the deciding node saw it.
     */
    record Lease(int timer, Duration length, Instant until) {}

    /** An alert that moves from one incident to another, and whether it was acknowledged where it was detected. */
    record Moving(AlertId alert, boolean held) {}

    /** What the incident must know of an alert that joins it. */
    record Joining(AlertId alert, Place place, Severity severity, String summary) {}

    /**
     * A rule, in the version of then, and the alerts that it silences; {@code kind} as it is written, such as "silence" or
     * "known issue". {@code until}: its end, null when it has none of its own.
     */
    record Hush(
            String kind,
            RuleId rule,
            String word,
            int version,
            String reason,
            @Nullable Instant until,
            List<AlertId> alerts) {

        boolean isLike(Hush other) {
            return rule.equals(other.rule) && version == other.version && Objects.equals(until, other.until);
        }
    }

    /** {@code groupWait}: how long nobody is asked yet, because a common cause may show itself. */
    @Revision("1")
    record IncidentOpened(
            IncidentId incident,
            int number,
            UUID group,
            Place place,
            Severity severity,
            String title,
            AlertId first,
            @Nullable Duration groupWait,
            Instant at)
            implements IncidentEvent, Turn {

        @Override
        public int run() {
            return 1;
        }

        @Override
        public IncidentState state() {
            return IncidentState.TRIGGERED;
        }
    }

    /**
     * Its likely root is a service that others answer for. When it {@code asks}, nobody holds it: the run before {@code run} ends,
     * and {@code run} begins, after {@code groupWait} if there is any.
     */
    @Revision("1")
    record IncidentRerouted(
            IncidentId incident,
            int run,
            boolean asks,
            ServiceId from,
            Place to,
            @Nullable Duration groupWait,
            Instant at,
            @Nullable Severity severity)
            implements IncidentEvent {}

    @Revision("1")
    record AlertsJoined(IncidentId incident, List<AlertId> alerts, Instant at) implements IncidentEvent {}

    /** They came when the incident was over, and are correlated again. */
    @Revision("1")
    record AlertsTurnedAway(IncidentId incident, UUID group, List<Joining> alerts, Instant at)
            implements IncidentEvent {}

    /** {@code holder}: who was at work on it, or was given it; null when nobody was. Without {@code run} in events of before it was kept. */
    @Revision("1")
    record IncidentWorsened(
            IncidentId incident,
            Severity from,
            Severity to,
            @Nullable Actor holder,
            Instant at,
            @Nullable Integer run) implements IncidentEvent {}

    /** An alert of the incident was acknowledged where it was detected. */
    @Revision("1")
    record AlertHeld(IncidentId incident, AlertId alert, Instant at) implements IncidentEvent {}

    /** An alert of the incident ended. */
    @Revision("1")
    record AlertSettled(IncidentId incident, AlertId alert, Instant at) implements IncidentEvent {}

    /**
     * {@code via}: the door it came through, such as "mail link", "web" or "api". Without a {@code lease}, as in events of before
     * there were any, it holds until somebody ends it.
     */
    @Revision("1")
    record IncidentAcknowledged(
            IncidentId incident,
            int run,
            Actor by,
            @Nullable String via,
            @Nullable Lease lease,
            Instant at) implements IncidentEvent, Rest {}

    /** Somebody else is at work on it as well; who holds it stays as it is. */
    @Revision("1")
    record AcknowledgementAdded(
            IncidentId incident,
            int run,
            Actor by,
            @Nullable String via,
            Instant at) implements IncidentEvent {}

    /** Still held: the lease begins anew. */
    @Revision("1")
    record AcknowledgementRenewed(IncidentId incident, Lease lease, Actor by, Instant at) implements IncidentEvent {}

    /** {@code holder} did not say again that somebody is at work; {@code after} is how long the lease was. */
    @Revision("1")
    record AcknowledgementExpired(
            IncidentId incident,
            int run,
            Place place,
            Actor holder,
            Duration after,
            Instant at,
            @Nullable Severity severity)
            implements IncidentEvent, Turn {

        @Override
        public IncidentState state() {
            return IncidentState.TRIGGERED;
        }
    }

    /** It was acknowledged by mistake, and that was undone. */
    @Revision("1")
    record AcknowledgementWithdrawn(
            IncidentId incident,
            int run,
            Place place,
            Actor by,
            Instant at,
            @Nullable Severity severity) implements IncidentEvent, Turn {

        @Override
        public IncidentState state() {
            return IncidentState.TRIGGERED;
        }
    }

    /** {@code to}: nobody, when null. */
    @Revision("1")
    record IncidentAssigned(IncidentId incident, @Nullable PersonId to, Actor by, Instant at)
            implements IncidentEvent {}

    @Revision("1")
    record IncidentHandedOver(
            IncidentId incident,
            PersonId from,
            PersonId to,
            @Nullable String note,
            Instant at) implements IncidentEvent {}

    /** The symptoms are gone, the work goes on. */
    @Revision("1")
    record IncidentMitigated(
            IncidentId incident,
            int run,
            Actor by,
            @Nullable String via,
            Instant at) implements IncidentEvent, Rest {}

    @Revision("1")
    record IncidentSnoozed(IncidentId incident, int run, int timer, Instant until, String reason, Actor by, Instant at)
            implements IncidentEvent, Rest {}

    /** Its time was up, it became worse, or somebody ended it; {@code state} is what the incident is with it. */
    @Revision("1")
    record SnoozeEnded(
            IncidentId incident,
            int run,
            Place place,
            IncidentState state,
            Actor by,
            Instant at,
            @Nullable Severity severity)
            implements IncidentEvent, Turn {}

    /**
     * All its open alerts are silenced: the run ends, and none begins, for as long as that is so. Whoever holds it still does.
     * {@code until}: when the first of the reasons ends, null when none has an end of its own.
     */
    @Revision("1")
    record IncidentHushed(
            IncidentId incident,
            int run,
            List<Hush> reasons,
            @Nullable Instant until,
            Instant at) implements IncidentEvent, Rest {

        @Override
        public Actor by() {
            return Actor.LARUM;
        }
    }

    /** Not all its open alerts are silenced any more. When it {@code asks}, {@code run} begins. */
    @Revision("1")
    record HushEnded(
            IncidentId incident,
            int run,
            Place place,
            boolean asks,
            HushEnd why,
            Instant at,
            @Nullable Severity severity)
            implements IncidentEvent {}

    /** Append only: it stands in events. */
    enum HushEnd {
        /** An alert that nothing silences joined. */
        JOINED,
        /** What silenced its alerts has ended, or was taken back or changed. */
        OVER
    }

    /** By hand; a detection that is worse raises it again. */
    @Revision("1")
    record SeverityChanged(
            IncidentId incident,
            Severity from,
            Severity to,
            String reason,
            Actor by,
            Instant at,
            @Nullable Integer run) implements IncidentEvent {}

    /** By hand; {@code to} is null when it is left to Larum again. */
    @Revision("1")
    record PriorityOverridden(
            IncidentId incident,
            @Nullable Priority from,
            @Nullable Priority to,
            String reason,
            Actor by,
            Instant at) implements IncidentEvent {}

    /** Users felt it since {@code began}; when the incident was opened stays known. */
    @Revision("1")
    record ImpactStartCorrected(IncidentId incident, Instant began, String reason, Actor by, Instant at)
            implements IncidentEvent {}

    /** It is a part of another one now, where its open alerts are; {@code severity} is what it was. */
    @Revision("1")
    record IncidentMerged(
            IncidentId incident, IncidentId into, int run, Severity severity, List<Moving> alerts, Actor by, Instant at)
            implements IncidentEvent, Rest {}

    /** Larum would have merged it, but somebody holds it: people decide. */
    @Revision("1")
    record MergeSuggested(IncidentId incident, IncidentId into, Instant at) implements IncidentEvent {}

    /** It stands alone again, as {@code state}; {@code alerts} are those that had moved, of which some may have ended since. */
    @Revision("1")
    record IncidentUnmerged(
            IncidentId incident,
            IncidentId from,
            int run,
            Place place,
            IncidentState state,
            List<AlertId> alerts,
            Actor by,
            Instant at,
            @Nullable Severity severity)
            implements IncidentEvent, Turn {}

    /** Some alerts are an incident of their own now; {@code held}: the whole was held, so the part is too. */
    @Revision("1")
    record IncidentSplit(
            IncidentId incident,
            UUID group,
            IncidentId next,
            int number,
            boolean held,
            List<Joining> alerts,
            Actor by,
            Instant at)
            implements IncidentEvent {}

    @Revision("1")
    record AlertsMovedOut(IncidentId incident, IncidentId to, List<Moving> alerts, Actor by, Instant at)
            implements IncidentEvent {}

    @Revision("1")
    record AlertsMovedIn(IncidentId incident, IncidentId from, List<Moving> alerts, Actor by, Instant at)
            implements IncidentEvent {}

    /** They came for an incident that is a part of another one, and join that. */
    @Revision("1")
    record AlertsForwarded(IncidentId incident, IncidentId to, List<Joining> alerts, Instant at)
            implements IncidentEvent {}

    /** Somebody who was asked said: not me, ask the next one. */
    @Revision("1")
    record IncidentPassedOn(IncidentId incident, int run, Actor by, Instant at) implements IncidentEvent {}

    /** The next one is asked at once, whatever is left of the wait. */
    @Revision("1")
    record IncidentEscalated(
            IncidentId incident,
            int run,
            EscalationCause cause,
            @Nullable String reason,
            Actor by,
            Instant at) implements IncidentEvent {}

    /** Nobody was being asked, and now those above the first step are: a hand is not enough, or nobody's is at work. */
    @Revision("1")
    record HelpCalled(
            IncidentId incident,
            int run,
            Place place,
            EscalationCause cause,
            @Nullable String reason,
            Actor by,
            Instant at,
            @Nullable Severity severity)
            implements IncidentEvent, Turn {

        @Override
        public IncidentState state() {
            return IncidentState.TRIGGERED;
        }
    }

    /** {@code open}: the alerts that had not ended by themselves, when it was resolved by hand. */
    @Revision("1")
    record IncidentResolved(
            IncidentId incident,
            UUID group,
            int run,
            Actor by,
            @Nullable String via,
            List<AlertId> open,
            Instant at) implements IncidentEvent, Rest {}

    /** It was resolved by mistake, and that was undone; {@code state} is what it was before. */
    @Revision("1")
    record ResolutionWithdrawn(
            IncidentId incident,
            int run,
            Place place,
            IncidentState state,
            Actor by,
            Instant at,
            @Nullable Severity severity)
            implements IncidentEvent, Turn {}

    /**
     * {@code run} is the one that begins with it; {@code before}: what the incident was, absent in events of before it could be
     * mitigated.
     */
    @Revision("1")
    record IncidentReopened(
            IncidentId incident,
            int run,
            Place place,
            Actor by,
            @Nullable IncidentState before,
            Instant at,
            @Nullable Severity severity)
            implements IncidentEvent, Turn {

        @Override
        public IncidentState state() {
            return IncidentState.TRIGGERED;
        }
    }

    /** A file that a note names; what it holds lies beside the log. {@code digest}: SHA-256 of it, in hex. */
    record Attachment(UUID id, String name, String type, long size, String digest) {}

    /** {@code attachments}: null for none. */
    @Revision("1")
    record IncidentNoted(
            IncidentId incident,
            UUID note,
            Actor by,
            String text,
            Instant at,
            @Nullable List<Attachment> attachments) implements IncidentEvent {}
}
