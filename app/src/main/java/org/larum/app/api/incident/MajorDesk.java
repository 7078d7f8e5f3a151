package org.larum.app.api.incident;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.eventstore.EventLog;
import org.larum.app.eventstore.Published;
import org.larum.app.processing.Freshness;
import org.larum.app.processing.NotShownYet;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition.MajorRule;
import org.larum.domain.directory.Directory;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.major.MajorCommand;
import org.larum.domain.major.MajorCommand.DeclareMajor;
import org.larum.domain.major.MajorEvent;
import org.larum.domain.major.MajorEvent.Grounds;
import org.larum.domain.major.MajorId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.projections.major.MajorAnswers;
import org.larum.projections.major.MajorQuery.OneMajor;
import org.larum.projections.major.MajorView;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;

/** What people do in a major incident: one unit of work, then the major incident as it stands. Blocking. */
public final class MajorDesk {

    private final Commands commands;
    private final Idempotency idempotency;
    private final EventLog log;
    private final Freshness freshness;
    private final MajorAnswers answers;
    private final RuleBook rules;
    private final Names names;
    private final Time time;

    public MajorDesk(
            Commands commands,
            Idempotency idempotency,
            EventLog log,
            Freshness freshness,
            MajorAnswers answers,
            RuleBook rules,
            Names names,
            Time time) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.log = log;
        this.freshness = freshness;
        this.answers = answers;
        this.rules = rules;
        this.names = names;
        this.time = time;
    }

    /** {@code changed}: false when it was so already. {@code index}: the newest event of the major incident. */
    public record MajorActed(MajorView major, boolean changed, long index) {}

    /**
     * What declaring does. {@code executives} are told by e-mail, and so many {@code webhooks}; {@code noticeDraft}: a draft for the
     * status page is offered, and nothing is published. Without a {@code ruleSeverity} only people declare.
     */
    public record MajorPreview(
            List<Named> executives,
            int webhooks,
            @Nullable String warRoom,
            long updateEverySeconds,
            boolean noticeDraft,
            @Nullable String ruleSeverity,
            int ruleServices) {}

    private record Outcome(boolean changed) {}

    /** @param wish makes the command, given the present moment */
    MajorActed act(UUID incident, Write write, Function<Instant, ? extends MajorCommand> wish) {
        var id = MajorId.of(opened(incident).incident());
        var outcome = commands.inOneUnit(() -> idempotency.once(write, Outcome.class, () -> {
            commands.within(Map.of(), wish.apply(time.now()));
            return new Outcome(Published.here().all().stream().anyMatch(MajorEvent.class::isInstance));
        }));
        long index = log.headOf(id.toString());
        freshness.await("incident", index);
        freshness.await("major", index);
        var view = answers.answer(new OneMajor(incident)).orElseThrow(() -> NotShownYet.or(index, neverMajor()));
        return new MajorActed(view, outcome.changed(), index);
    }

    public MajorActed declare(UUID incident, String reason, Actor by, Write write) {
        var opened = opened(incident);
        var rule = rules.now().majorRule();
        return act(
                incident,
                write,
                at -> new DeclareMajor(
                        MajorId.of(opened.incident()),
                        opened.incident(),
                        Grounds.of(reason),
                        rule.updates(),
                        rule.warRoom(opened.number()),
                        by,
                        at));
    }

    /** An incident begins with its opening, and the id of anything else is no incident's. */
    private IncidentOpened opened(UUID incident) {
        return log.readEvents(incident.toString(), 0)
                .asStream()
                .map(message -> (Object) message.getPayload())
                .findFirst()
                .filter(IncidentOpened.class::isInstance)
                .map(IncidentOpened.class::cast)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "no_such_incident",
                        "There is no incident with this id that you may see. The list is at /api/incidents."));
    }

    MajorView one(UUID incident, @Nullable Long atLeast) {
        freshness.await("major", atLeast);
        return answers.answer(new OneMajor(incident)).orElseThrow(MajorDesk::neverMajor);
    }

    private static Refusal neverMajor() {
        return new Refusal(
                Refusal.Kind.NOT_FOUND,
                "never_major",
                "This incident never was a major one. Declare it one at /api/incidents/{id}/declare-major.");
    }

    MajorPreview preview(UUID incident) {
        var directory = rules.now();
        var rule = directory.majorRule();
        return new MajorPreview(
                executives(directory, rule),
                directory.webhooks().size(),
                rule.warRoom(opened(incident).number()),
                rule.updates().toSeconds(),
                rule.notice(),
                rule.severity() == null ? null : rule.severity().name().toLowerCase(Locale.ROOT),
                rule.services());
    }

    private List<Named> executives(Directory directory, MajorRule rule) {
        var members = rule.executives().teams().stream()
                .flatMap(team -> directory.team(team).stream())
                .flatMap(team -> team.members().stream());
        return Stream.concat(rule.executives().people().stream(), members)
                .map(Identifier::value)
                .distinct()
                .map(names::person)
                .toList();
    }

    static MajorId major(String incident) {
        return MajorId.of(new IncidentId(Acting.id(incident)));
    }
}
