package org.larum.app.api.improvement;

import java.time.Instant;
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
import org.larum.domain.improvement.ImprovementCommand;
import org.larum.domain.improvement.ImprovementEvent;
import org.larum.domain.improvement.ImprovementId;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.projections.improvement.ImprovementAnswers;
import org.larum.projections.improvement.ImprovementQuery.OneImprovement;
import org.larum.projections.improvement.ImprovementView;

/** What people do to an item: one unit of work, then the item as it stands. Blocking. */
final class ImprovementDesk {

    static final String ROOM = "improvement";

    private final Commands commands;
    private final Idempotency idempotency;
    private final EventLog log;
    private final Freshness freshness;
    private final ImprovementAnswers answers;
    private final Time time;

    ImprovementDesk(
            Commands commands,
            Idempotency idempotency,
            EventLog log,
            Freshness freshness,
            ImprovementAnswers answers,
            Time time) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.log = log;
        this.freshness = freshness;
        this.answers = answers;
        this.time = time;
    }

    /** {@code changed}: false when it was so already. {@code index}: the newest event of the item. */
    public record ImprovementActed(ImprovementView improvement, boolean changed, long index) {}

    private record Outcome(UUID improvement, boolean changed) {}

    /** @param wish makes the command, given the present moment */
    ImprovementActed act(ImprovementId improvement, Write write, Function<Instant, ? extends ImprovementCommand> wish) {
        refuseUnlessThereIs(improvement.value());
        return propose(write, wish);
    }

    /** The same of an item that begins with it. Asked twice with one key, it is the item of the first time. */
    ImprovementActed propose(Write write, Function<Instant, ? extends ImprovementCommand> wish) {
        var done = commands.inOneUnit(() -> idempotency.once(write, Outcome.class, () -> {
            var command = wish.apply(time.now());
            commands.within(Map.of(), command);
            boolean changed = Published.here().all().stream().anyMatch(ImprovementEvent.class::isInstance);
            return new Outcome(command.improvement().value(), changed);
        }));
        long index = log.headOf(done.improvement().toString());
        return new ImprovementActed(one(done.improvement(), index), done.changed(), index);
    }

    /** The id of anything else is no item's. */
    private void refuseUnlessThereIs(UUID improvement) {
        boolean isOne = log.readEvents(improvement.toString(), 0)
                .asStream()
                .findFirst()
                .filter(first -> first.getPayload() instanceof ImprovementEvent)
                .isPresent();
        if (!isOne) {
            throw unknown();
        }
    }

    ImprovementView one(UUID improvement, @Nullable Long atLeast) {
        freshness.await(ROOM, atLeast);
        return answers.answer(new OneImprovement(improvement))
                .orElseThrow(() -> NotShownYet.or(log.headOf(improvement.toString()), unknown()));
    }

    static Refusal unknown() {
        return new Refusal(
                Refusal.Kind.NOT_FOUND,
                "no_such_improvement",
                "There is no such item. Nothing was changed. The list is at /api/improvements.");
    }
}
