package org.larum.domain.major;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Directory;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AlertsForwarded;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentSplit;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentEvent.SeverityChanged;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.major.MajorCommand.EndMajor;
import org.larum.domain.major.MajorCommand.MergeMajor;
import org.larum.domain.major.MajorCommand.NoteImpact;
import org.larum.domain.major.MajorCommand.ResumeMajor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** How bad an incident is and which services it hits is kept for the rule; what ends or is merged ends or goes on elsewhere. */
public final class WhenIncidentGrowsThenWeigh implements Reaction<IncidentEvent, Directory> {

    @Override
    public Class<IncidentEvent> hears() {
        return IncidentEvent.class;
    }

    @Override
    public List<Command> on(IncidentEvent event, Directory directory) {
        return switch (event) {
            case IncidentMerged e -> List.of(new MergeMajor(MajorId.of(e.incident()), e.into(), e.by(), e.at()));
            case IncidentResolved e -> List.of(new EndMajor(MajorId.of(e.incident()), e.by(), e.at()));
            case ResolutionWithdrawn e ->
                List.of(new ResumeMajor(MajorId.of(e.incident()), e.incident(), e.by(), e.at()));
            default -> {
                var note = directory.majorRule().severity() == null ? null : note(event);
                yield note == null ? List.of() : List.of(note);
            }
        };
    }

    private static @Nullable Command note(IncidentEvent event) {
        return switch (event) {
            case IncidentOpened e ->
                new NoteImpact(
                        MajorId.of(e.incident()),
                        e.incident(),
                        e.number(),
                        e.severity(),
                        List.of(e.place().service()),
                        e.at());
            case IncidentWorsened e ->
                new NoteImpact(MajorId.of(e.incident()), e.incident(), null, e.to(), List.of(), e.at());
            case SeverityChanged e ->
                new NoteImpact(MajorId.of(e.incident()), e.incident(), null, e.to(), List.of(), e.at());
            case AlertsForwarded e -> services(e.to(), e.alerts(), e.at());
            case IncidentSplit e -> services(e.next(), e.alerts(), e.at());
            default -> null;
        };
    }

    private static Command services(IncidentId incident, List<Joining> alerts, Instant at) {
        var services =
                alerts.stream().map(one -> one.place().service()).distinct().toList();
        return NoteImpact.of(incident, services, at);
    }
}
