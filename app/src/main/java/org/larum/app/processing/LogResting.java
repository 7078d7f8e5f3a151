package org.larum.app.processing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.escalation.TimerTable;
import org.larum.app.eventstore.Log;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.EscalationEvent;
import org.larum.domain.escalation.EscalationEvent.EscalationRaised;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.escalation.RunId;
import org.larum.domain.reach.ReachId;
import org.larum.domain.reach.Resting;
import org.larum.domain.shared.Severity;

/**
 * Knows by the timers whom the open runs have still to reach, and reads from the log itself how bad it is: a run that nobody has
 * answered always has a timer.
 */
final class LogResting implements Resting {

    private final TimerTable timers;
    private final Log log;

    LogResting(TimerTable timers, Log log) {
        this.timers = timers;
        this.log = log;
    }

    @Override
    public List<Rest> of(PersonId person) {
        var runs = timers.runs().stream()
                .map(RunId::new)
                .collect(Collectors.toMap(run -> ReachId.of(run, person).value(), run -> run));
        return timers.reaches(runs.keySet()).stream()
                .flatMap(reach -> rest(Objects.requireNonNull(runs.get(reach)), person).stream())
                .toList();
    }

    private Optional<Rest> rest(RunId run, PersonId person) {
        Severity severity = null;
        Instant from = null;
        for (var event : events(run)) {
            switch (event) {
                case RespondersFound e
                when turn(e, person) != null -> {
                    severity = e.severity();
                    from = turn(e, person);
                }
                case EscalationRaised e -> severity = e.severity();
                default -> {}
            }
        }
        return from == null ? Optional.empty() : Optional.of(new Rest(ReachId.of(run, person), severity, from));
    }

    private static @Nullable Instant turn(RespondersFound found, PersonId person) {
        return found.responders().stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .map(one -> found.at().plus(Objects.requireNonNullElse(one.later(), Duration.ZERO)))
                .orElse(null);
    }

    private List<EscalationEvent> events(RunId run) {
        return log.readEvents(run.toString(), 0)
                .asStream()
                .flatMap(message ->
                        message.getPayload() instanceof EscalationEvent event ? Stream.of(event) : Stream.empty())
                .toList();
    }
}
