package org.larum.app.api.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.incident.BulkTable.Changed;
import org.larum.app.api.incident.BulkTable.Row;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.bus.Wishes;
import org.larum.app.eventstore.Published;
import org.larum.domain.incident.IncidentCommand;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AcknowledgementRenewed;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.projections.incident.IncidentAnswers;
import org.larum.projections.incident.IncidentQuery.Matching;
import org.larum.projections.incident.IncidentView.Match;

/** One act on many incidents, some hundreds in a unit of work, with its progress; and its undo. Blocking. */
public final class BulkDesk {

    /** The most that one operation touches: its ids are held in memory while it runs. */
    static final int MOST = 10_000;

    private static final int AT_ONCE = 200;

    /** As long as the toast that offers it. A little is given for the way of the request. */
    private static final Duration UNDO = Duration.ofSeconds(10);

    private static final Duration ON_THE_WAY = Duration.ofSeconds(2);

    /** A node that runs one says so with every unit of work; when it says nothing for so long, it is gone. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Commands commands;
    private final Idempotency idempotency;
    private final IncidentAnswers incidents;
    private final BulkTable table;
    private final Ids ids;
    private final Time time;

    public BulkDesk(
            Commands commands,
            Idempotency idempotency,
            IncidentAnswers incidents,
            BulkTable table,
            Ids ids,
            Time time) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.incidents = incidents;
        this.table = table;
        this.ids = ids;
        this.time = time;
    }

    /** One act: what it wishes of each incident, and what puts that back. */
    record Act(String action, BiFunction<IncidentId, Instant, IncidentCommand> wish) {}

    /**
     * {@code changed}: those that were not so already; {@code refused}: those that could not be, such as resolved ones. {@code
     * state}: running, done, stopped (its node went away; what is done is done), undoing, undone. {@code undoUntil}: null when it
     * cannot be undone.
     */
    public record Operation(
            UUID operation,
            String action,
            String state,
            int total,
            int done,
            int changed,
            int refused,
            @Nullable Instant undoUntil) {}

    private record Started(UUID operation) {}

    /** An operation and what is left to run of it; nothing when the same request came before. */
    record Begun(UUID operation, Runnable work) {}

    Begun begin(Actor actor, Act act, Matching which, Write write) {
        var operation = ids.next();
        var matches = incidents.answer(which);
        var started = commands.inOneUnit(() -> idempotency.once(write, Started.class, () -> {
            table.start(operation, name(actor), act.action(), matches.size(), time.now());
            return new Started(operation);
        }));
        return started.operation().equals(operation)
                ? new Begun(operation, () -> run(operation, act, matches))
                : new Begun(started.operation(), () -> {});
    }

    private void run(UUID operation, Act act, List<Match> matches) {
        int position = 0;
        for (int from = 0; from < matches.size(); from += AT_ONCE) {
            var some = matches.subList(from, Math.min(from + AT_ONCE, matches.size()));
            int first = position;
            position += commands.inOneUnit(() -> runSome(operation, act, some, first));
        }
        table.finish(operation, "done", time.now());
    }

    private int runSome(UUID operation, Act act, List<Match> some, int first) {
        var now = time.now();
        var wishes = some.stream()
                .map(match -> act.wish().apply(new IncidentId(match.id()), now))
                .toList();
        int refused = send(wishes);
        var turned = turned();
        var changed = some.stream()
                .filter(match -> turned.contains(match.id()))
                .map(match -> new Changed(
                        match.id(),
                        match.assignee() == null ? null : match.assignee().toString()))
                .toList();
        table.progress(operation, first, changed, some.size(), refused, now);
        return changed.size();
    }

    /** Answers how many were refused. */
    private int send(List<? extends IncidentCommand> wishes) {
        var refused = new HashSet<UUID>();
        commands.within(
                Wishes.of(Map.of(), wishes),
                (wish, why) -> refused.add(wish.command().target()));
        return refused.size();
    }

    /** A renewed lease is nothing to undo. */
    private static Set<UUID> turned() {
        return Published.here().all().stream()
                .filter(event -> event instanceof IncidentEvent && !(event instanceof AcknowledgementRenewed))
                .map(event -> ((IncidentEvent) event).incident().value())
                .collect(Collectors.toSet());
    }

    Operation one(UUID operation) {
        return table.find(operation).map(this::view).orElseThrow(BulkDesk::unknown);
    }

    private Operation view(Row row) {
        boolean isSilent = row.updatedAt().plus(SILENCE).isBefore(time.now());
        boolean isAtWork = row.state().equals("running") || row.state().equals("undoing");
        var finished = row.finishedAt();
        return new Operation(
                row.id(),
                row.action(),
                isAtWork && isSilent ? "stopped" : row.state(),
                row.total(),
                row.done(),
                row.changed(),
                row.refused(),
                finished != null && row.state().equals("done") ? finished.plus(UNDO) : null);
    }

    /** What it undoes: answers the action, so that the caller knows what puts it back. */
    String beginUndo(UUID operation, Actor actor) {
        var row = table.find(operation).orElseThrow(BulkDesk::unknown);
        var now = time.now();
        if (!table.beginUndo(operation, name(actor), now.minus(UNDO).minus(ON_THE_WAY), now)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "cannot_undo",
                    "Only whoever did it can undo it, once, when it is done and for 10 seconds. Nothing was changed. Each"
                            + " incident can still be changed on its page.");
        }
        return row.action();
    }

    /** @param back what puts one incident back, if anything */
    void undo(UUID operation, BiFunction<Changed, Instant, IncidentCommand> back) {
        var changes = table.changes(operation);
        for (int from = 0; from < changes.size(); from += AT_ONCE) {
            var some = changes.subList(from, Math.min(from + AT_ONCE, changes.size()));
            commands.inOneUnit(() -> {
                var now = time.now();
                int refused = send(
                        some.stream().map(change -> back.apply(change, now)).toList());
                table.undone(operation, some.size(), refused, now);
                return true;
            });
        }
        table.finish(operation, "undone", time.now());
    }

    private static String name(Actor actor) {
        return actor.kind() + "/" + actor.id();
    }

    private static Refusal unknown() {
        return new Refusal(
                Refusal.Kind.NOT_FOUND,
                "no_such_operation",
                "There is no such operation any more. What was done to the incidents stands in their timelines.");
    }
}
