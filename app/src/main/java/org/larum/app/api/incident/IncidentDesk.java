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
import org.larum.app.processing.NotShownYet;
import org.larum.domain.incident.IncidentCommand;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
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

    /** {@code shown}: the incident to answer with, when it is another one than was asked. */
    private record Outcome(boolean changed, @Nullable UUID shown) {}

    /** @param wish makes the command, given the present moment */
    public Acted act(UUID incident, Write write, Function<Instant, ? extends IncidentCommand> wish) {
        return actAll(incident, write, at -> List.of(wish.apply(at)));
    }

    /**
     * Several commands in one unit of work, one of which may open an incident: then that one is answered.
     *
     * @param wishes makes the commands, given the present moment
     */
    Acted actAll(UUID incident, Write write, Function<Instant, List<? extends IncidentCommand>> wishes) {
        var id = new IncidentId(incident);
        refuseIfUnknown(id);
        var outcome = commands.inOneUnit(() -> idempotency.once(write, Outcome.class, () -> {
            wishes.apply(time.now()).forEach(wish -> commands.within(Map.of(), wish));
            var published = Published.here().all();
            return new Outcome(isChanged(published, id), opened(published));
        }));
        var shown = outcome.shown() == null ? incident : outcome.shown();
        long index = log.headOf(shown.toString());
        freshness.await("incident", index);
        var view = answers.answer(new OneIncident(shown, Scope.EVERYTHING))
                .orElseThrow(() -> NotShownYet.or(index, unknown()));
        return new Acted(view, outcome.changed(), index);
    }

    void refuseIfUnknown(IncidentId incident) {
        if (log.headOf(incident.toString()) < 0) {
            throw unknown();
        }
    }

    private static @Nullable UUID opened(List<?> published) {
        return published.stream()
                .filter(IncidentOpened.class::isInstance)
                .map(event -> ((IncidentOpened) event).incident().value())
                .findFirst()
                .orElse(null);
    }

    private static boolean isChanged(List<?> published, IncidentId id) {
        return published.stream()
                .anyMatch(event ->
                        event instanceof IncidentEvent turn && turn.incident().equals(id));
    }

    public IncidentView one(String id, Scope scope, @Nullable Long atLeast) {
        return one(Acting.id(id), scope, atLeast);
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
