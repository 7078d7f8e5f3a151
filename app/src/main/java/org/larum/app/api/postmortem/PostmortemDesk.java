package org.larum.app.api.postmortem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.eventstore.EventLog;
import org.larum.app.eventstore.Published;
import org.larum.app.postmortem.Drafting;
import org.larum.app.processing.Freshness;
import org.larum.app.processing.NotShownYet;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.postmortem.Cause;
import org.larum.domain.postmortem.PostmortemCommand;
import org.larum.domain.postmortem.PostmortemCommand.AskPostmortem;
import org.larum.domain.postmortem.PostmortemEvent;
import org.larum.domain.postmortem.PostmortemId;
import org.larum.domain.postmortem.PostmortemKnown;
import org.larum.domain.postmortem.PostmortemRefusal;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.projections.postmortem.PostmortemAnswers;
import org.larum.projections.postmortem.PostmortemQuery.OnePostmortem;
import org.larum.projections.postmortem.PostmortemView;

/** What people do to a review: one unit of work, then the review as it stands. Blocking. */
final class PostmortemDesk {

    private final Commands commands;
    private final Idempotency idempotency;
    private final EventLog log;
    private final Freshness freshness;
    private final PostmortemAnswers answers;
    private final PostmortemKnown known;
    private final Drafting drafting;
    private final Time time;

    PostmortemDesk(
            Commands commands,
            Idempotency idempotency,
            EventLog log,
            Freshness freshness,
            PostmortemAnswers answers,
            PostmortemKnown known,
            Drafting drafting,
            Time time) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.log = log;
        this.freshness = freshness;
        this.answers = answers;
        this.known = known;
        this.drafting = drafting;
        this.time = time;
    }

    /** {@code changed}: false when it was so already. {@code index}: the newest event of the review. */
    public record PostmortemActed(PostmortemView postmortem, boolean changed, long index) {}

    private record Outcome(boolean changed) {}

    /** By hand; it is drafted at once, and asked for twice it is one. */
    PostmortemActed ask(UUID incident, Actor by, Write write) {
        var id = new IncidentId(incident);
        var about = known.of(id)
                .map(PostmortemKnown.Course::about)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "no_such_incident",
                        "There is no incident with this id. Nothing was asked for. The list is at /api/incidents."));
        var review = PostmortemId.of(id);
        boolean changed = decide(write, at -> new AskPostmortem(review, id, Cause.BY_HAND, about, by, at))
                .changed();
        freshness.await("timeline", log.headOf(incident.toString()));
        drafting.draft(id);
        return acted(review.value(), changed);
    }

    /** @param wish makes the command, given the present moment */
    PostmortemActed act(UUID postmortem, Write write, Function<Instant, ? extends PostmortemCommand> wish) {
        refuseUnlessThereIs(postmortem);
        return acted(postmortem, decide(write, wish).changed());
    }

    /** The same of a text: whoever wrote meanwhile is named. */
    PostmortemActed write(
            UUID postmortem, int basedOn, Write write, Function<Instant, ? extends PostmortemCommand> wish) {
        return naming(postmortem, basedOn, () -> act(postmortem, write, wish));
    }

    private PostmortemActed naming(UUID postmortem, int basedOn, Supplier<PostmortemActed> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            if (!refusal.code().equals(PostmortemRefusal.WRITTEN_MEANWHILE)) {
                throw refusal;
            }
            var newest = one(postmortem, log.headOf(postmortem.toString())).about();
            var who = newest.writtenBy();
            throw PostmortemRefusal.writtenMeanwhile(who == null ? "Somebody" : who.name(), newest.version(), basedOn);
        }
    }

    private PostmortemActed acted(UUID postmortem, boolean changed) {
        long index = log.headOf(postmortem.toString());
        return new PostmortemActed(one(postmortem, index), changed, index);
    }

    private Outcome decide(Write write, Function<Instant, ? extends PostmortemCommand> wish) {
        return commands.inOneUnit(() -> idempotency.once(write, Outcome.class, () -> {
            commands.within(Map.of(), wish.apply(time.now()));
            return new Outcome(Published.here().all().stream().anyMatch(PostmortemEvent.class::isInstance));
        }));
    }

    /** A review begins with its being asked for, and the id of anything else is no review's. */
    private void refuseUnlessThereIs(UUID postmortem) {
        boolean isOne = log.readEvents(postmortem.toString(), 0)
                .asStream()
                .findFirst()
                .filter(first -> first.getPayload() instanceof PostmortemEvent)
                .isPresent();
        if (!isOne) {
            throw unknown();
        }
    }

    PostmortemView one(UUID postmortem, @Nullable Long atLeast) {
        freshness.await("postmortem", atLeast);
        return answers.answer(new OnePostmortem(postmortem, today()))
                .orElseThrow(() -> NotShownYet.or(log.headOf(postmortem.toString()), unknown()));
    }

    LocalDate today() {
        return time.now().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    static Refusal unknown() {
        return new Refusal(
                Refusal.Kind.NOT_FOUND,
                "no_such_postmortem",
                "There is no review here. The list is at /api/postmortems; ask for one at"
                        + " /api/incidents/{id}/postmortem.");
    }
}
