package org.larum.app.processing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.Log;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentEvent.SeverityChanged;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.major.MajorEvent.MajorIncidentDeclared;
import org.larum.domain.major.MajorId;
import org.larum.domain.postmortem.Cause;
import org.larum.domain.postmortem.PostmortemEvent.About;
import org.larum.domain.postmortem.PostmortemKnown;
import org.larum.domain.shared.Severity;
import org.larum.domain.sla.ClockId;
import org.larum.domain.sla.ClockKind;
import org.larum.domain.sla.SlaEvent.ClockBreached;

/** Reads from the log itself how bad an incident was: a projection may lag behind its end. */
public record LogCourse(Log log) implements PostmortemKnown {

    @Override
    public Optional<Course> of(IncidentId incident) {
        About about = null;
        boolean over = false;
        for (var event : events(incident.value())) {
            about = about(event, about);
            over = switch (event) {
                case IncidentResolved e -> true;
                case IncidentReopened e -> false;
                case ResolutionWithdrawn e -> false;
                default -> over;
            };
        }
        return about == null ? Optional.empty() : Optional.of(new Course(about, cause(incident, about), over));
    }

    /** The worst that detections made of it, but what people say of it counts instead. */
    private static @Nullable About about(Object event, @Nullable About known) {
        if (event instanceof IncidentOpened e) {
            return new About(e.number(), e.place().service(), e.severity(), e.title());
        }
        if (known == null) {
            return null;
        }
        return switch (event) {
            case IncidentWorsened e -> of(known, worse(known.severity(), e.to()));
            case SeverityChanged e -> of(known, e.to());
            case IncidentRerouted e -> new About(known.number(), e.to().service(), known.severity(), known.title());
            default -> known;
        };
    }

    private static About of(About known, Severity severity) {
        return new About(known.number(), known.service(), severity, known.title());
    }

    private static Severity worse(Severity one, Severity other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private @Nullable Cause cause(IncidentId incident, About about) {
        if (has(MajorId.of(incident).value(), MajorIncidentDeclared.class)) {
            return Cause.MAJOR;
        }
        if (about.severity() == Severity.CRITICAL) {
            return Cause.CRITICAL;
        }
        boolean isLate = Stream.of(ClockKind.values())
                .anyMatch(kind -> has(ClockId.of(incident, kind).value(), ClockBreached.class));
        return isLate ? Cause.SLA_BREACH : null;
    }

    private boolean has(UUID aggregate, Class<?> event) {
        return events(aggregate).stream().anyMatch(event::isInstance);
    }

    private List<Object> events(UUID aggregate) {
        return log.readEvents(aggregate.toString(), 0)
                .asStream()
                .<Object>map(message -> message.getPayload())
                .toList();
    }
}
