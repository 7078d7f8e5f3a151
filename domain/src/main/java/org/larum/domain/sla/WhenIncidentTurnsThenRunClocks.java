package org.larum.domain.sla;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Directory;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AcknowledgementWithdrawn;
import org.larum.domain.incident.IncidentEvent.HelpCalled;
import org.larum.domain.incident.IncidentEvent.HushEnded;
import org.larum.domain.incident.IncidentEvent.ImpactStartCorrected;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentHushed;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentMitigated;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentSnoozed;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentEvent.SeverityChanged;
import org.larum.domain.incident.IncidentEvent.SnoozeEnded;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;
import org.larum.domain.sla.SlaCommand.CorrectPlace;
import org.larum.domain.sla.SlaCommand.CorrectSeverity;
import org.larum.domain.sla.SlaCommand.CorrectStart;
import org.larum.domain.sla.SlaCommand.GoOn;
import org.larum.domain.sla.SlaCommand.MeetClock;
import org.larum.domain.sla.SlaCommand.PauseClock;
import org.larum.domain.sla.SlaCommand.ResumeClock;
import org.larum.domain.sla.SlaCommand.StartClock;
import org.larum.domain.sla.SlaCommand.StopClock;
import org.larum.domain.sla.SlaEvent.ClockEnd;

/**
 * Both clocks of an incident begin with it, and end when it is answered and when it is over. What was a mistake is as if it had not
 * been; while an incident that is opened again was over, nothing was promised.
 */
public final class WhenIncidentTurnsThenRunClocks implements Reaction<IncidentEvent, Directory> {

    @Override
    public Class<IncidentEvent> hears() {
        return IncidentEvent.class;
    }

    @Override
    public List<Command> on(IncidentEvent event, Directory directory) {
        return switch (event) {
            case IncidentOpened e -> started(e, directory);
            case IncidentAcknowledged e -> answered(e.incident(), ClockEnd.ACKNOWLEDGED, e.by(), e.at());
            case IncidentMitigated e -> answered(e.incident(), ClockEnd.MITIGATED, e.by(), e.at());
            case IncidentResolved e ->
                both(e.incident(), clock -> new MeetClock(clock, ClockEnd.RESOLVED, e.by(), e.at()));
            case IncidentMerged e -> both(e.incident(), clock -> new StopClock(clock, e.into(), e.by(), e.at()));
            case AcknowledgementWithdrawn e ->
                List.of(new GoOn(answer(e.incident()), ClockEnd.ACKNOWLEDGED, true, e.by(), e.at()));
            case ResolutionWithdrawn e ->
                both(e.incident(), clock -> new GoOn(clock, ClockEnd.RESOLVED, true, e.by(), e.at()));
            case IncidentUnmerged e ->
                both(e.incident(), clock -> new GoOn(clock, ClockEnd.MERGED, true, e.by(), e.at()));
            case IncidentReopened e ->
                List.of(new GoOn(resolve(e.incident()), ClockEnd.RESOLVED, false, e.by(), e.at()));
            case IncidentSnoozed e -> paused(e.incident(), PauseReason.SNOOZED, e.reason(), e.by(), e.at());
            case SnoozeEnded e -> resumed(e.incident(), PauseReason.SNOOZED, e.by(), e.at());
            case HelpCalled e -> resumed(e.incident(), PauseReason.SNOOZED, e.by(), e.at());
            case IncidentHushed e -> paused(e.incident(), PauseReason.SILENCED, null, e.by(), e.at());
            case HushEnded e -> resumed(e.incident(), PauseReason.SILENCED, Actor.LARUM, e.at());
            case IncidentWorsened e ->
                both(e.incident(), clock -> new CorrectSeverity(clock, e.to(), Actor.LARUM, e.at()));
            case SeverityChanged e -> both(e.incident(), clock -> new CorrectSeverity(clock, e.to(), e.by(), e.at()));
            case IncidentRerouted e -> rerouted(e, directory);
            // Nobody could answer before anybody was told.
            case ImpactStartCorrected e -> List.of(new CorrectStart(resolve(e.incident()), e.began(), e.by(), e.at()));
            default -> List.of();
        };
    }

    private static List<Command> started(IncidentOpened e, Directory directory) {
        var service = e.place().service();
        var promise = directory.promise(service);
        return Stream.of(ClockKind.values())
                .<Command>map(kind -> new StartClock(
                        ClockId.of(e.incident(), kind), e.incident(), kind, service, e.severity(), promise, e.at()))
                .toList();
    }

    private static List<Command> rerouted(IncidentRerouted e, Directory directory) {
        var service = e.to().service();
        var promise = directory.promise(service);
        return both(e.incident(), clock -> new CorrectPlace(clock, service, promise, Actor.LARUM, e.at()));
    }

    /** Nothing is snoozed any more: somebody is at work on it. */
    private static List<Command> answered(IncidentId incident, ClockEnd with, Actor by, Instant at) {
        return List.of(
                new MeetClock(answer(incident), with, by, at),
                new ResumeClock(resolve(incident), PauseReason.SNOOZED, by, at));
    }

    private static List<Command> paused(
            IncidentId incident, PauseReason reason, @Nullable String note, Actor by, Instant at) {
        return both(incident, clock -> new PauseClock(clock, reason, note, by, at));
    }

    private static List<Command> resumed(IncidentId incident, PauseReason reason, Actor by, Instant at) {
        return both(incident, clock -> new ResumeClock(clock, reason, by, at));
    }

    private static List<Command> both(IncidentId incident, Function<ClockId, Command> command) {
        return Stream.of(ClockKind.values())
                .map(kind -> command.apply(ClockId.of(incident, kind)))
                .toList();
    }

    private static ClockId answer(IncidentId incident) {
        return ClockId.of(incident, ClockKind.ANSWER);
    }

    private static ClockId resolve(IncidentId incident) {
        return ClockId.of(incident, ClockKind.RESOLVE);
    }
}
