package org.larum.app.api.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.eventstore.EventLog;
import org.larum.app.eventstore.Published;
import org.larum.app.processing.Freshness;
import org.larum.domain.incident.IncidentCommand;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.projections.incident.IncidentAnswers;
import org.larum.projections.incident.IncidentQuery.OneIncident;
import org.larum.projections.incident.IncidentView;
import org.larum.projections.shared.Scope;

/** What people do to an incident, from whatever door: one unit of work, then the incident as it stands. Blocking. */
public final class IncidentDesk {

    private final Commands commands;
    private final Idempotency idempotency;
    private final EventLog log;
    private final Freshness freshness;
    private final IncidentAnswers answers;
    private final Time time;

    public IncidentDesk(
            Commands commands,
            Idempotency idempotency,
            EventLog log,
            Freshness freshness,
            IncidentAnswers answers,
            Time time) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.log = log;
        this.freshness = freshness;
        this.answers = answers;
        this.time = time;
    }

    /** {@code changed}: false when it was so already. {@code index}: the newest event of the incident. */
    public record Acted(IncidentView incident, boolean changed, long index) {}

    private record Outcome(boolean changed) {}

    /** @param wish makes the command, given the present moment */
    public Acted act(UUID incident, Write write, Function<Instant, ? extends IncidentCommand> wish) {
        var id = new IncidentId(incident);
        long before = log.headOf(id.toString());
        if (before < 0) {
            throw unknown();
        }
        var outcome = commands.inOneUnit(() -> idempotency.once(write, Outcome.class, () -> {
            commands.within(Map.of(), wish.apply(time.now()));
            return new Outcome(isChanged(Published.here().all(), id));
        }));
        long index = log.headOf(id.toString());
        freshness.await("incident", index);
        return new Acted(one(incident, Scope.EVERYTHING, null), outcome.changed(), index);
    }

    private static boolean isChanged(List<?> published, IncidentId id) {
        return published.stream()
                .anyMatch(event ->
                        event instanceof IncidentEvent turn && turn.incident().equals(id));
    }

    public IncidentView one(UUID incident, Scope scope, @Nullable Long atLeast) {
        freshness.await("incident", atLeast);
        return answers.answer(new OneIncident(incident, scope)).orElseThrow(IncidentDesk::unknown);
    }

    private static Refusal unknown() {
        return new Refusal(
                Refusal.Kind.NOT_FOUND,
                "no_such_incident",
                "There is no incident with this id that you may see. The list is at /api/incidents.");
    }
}
