package org.larum.app.api.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.WordCursor;
import org.larum.app.api.config.PolicyDrafts;
import org.larum.app.api.schedule.ReadinessDesk;
import org.larum.app.api.simulation.PolicyChecksView.ClockPart;
import org.larum.app.api.simulation.PolicyChecksView.FindingPart;
import org.larum.app.api.simulation.PolicyChecksView.SpanPart;
import org.larum.app.api.simulation.PolicyChecksView.UnreadyPart;
import org.larum.app.api.simulation.PolicyDraftView.RunPart;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Detection.About;
import org.larum.app.intake.Detection.Action;
import org.larum.app.intake.Sender;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.rulebook.RuleBook.Version;
import org.larum.app.simulation.Assumptions;
import org.larum.app.simulation.Drafted;
import org.larum.app.simulation.Foresight;
import org.larum.app.simulation.Foresight.Finding;
import org.larum.app.simulation.Foresight.Rota;
import org.larum.app.simulation.Foresight.Sight;
import org.larum.app.simulation.Line;
import org.larum.app.simulation.Outcome;
import org.larum.app.simulation.Scenario;
import org.larum.app.simulation.Simulation;
import org.larum.app.simulation.Sweep.Instants;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Definition.Policy;
import org.larum.domain.directory.Definition.Service;
import org.larum.domain.directory.Definition.Step;
import org.larum.domain.directory.Definition.TargetKind;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.Entry;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.PolicyId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.schedule.Stretch;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Severity;
import org.larum.domain.shared.Time;
import org.larum.domain.suppression.Conditions;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;
import org.larum.projections.shared.Page.Asked;

/** Escalation policies: those in use, and what a draft of one would do. Blocking. */
public final class PolicyDesk {

    private static final Duration AHEAD = Duration.ofDays(56);
    private static final Duration EVERY = Duration.ofMinutes(10);
    /** For a list; whoever opens a policy learns the rest. */
    private static final Duration ROUGHLY = Duration.ofHours(1);

    private static final Duration HORIZON = Duration.ofDays(7);
    private static final int MOST_SPANS = 10;
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 10;

    /** Not a word that a service may have. */
    private static final String ANY = "(any)";

    private final PolicyDrafts drafts;
    private final RuleBook rules;
    private final Names names;
    private final Conditions conditions;
    private final Time time;
    private final Semaphore places = new Semaphore(AT_ONCE);

    public PolicyDesk(PolicyDrafts drafts, RuleBook rules, Names names, Conditions conditions, Time time) {
        this.drafts = drafts;
        this.rules = rules;
        this.names = names;
        this.conditions = conditions;
        this.time = time;
    }

    /**
     * A policy that somebody is writing. {@code policy}: in the shape of the file; {@code service}: whose incident to think through, else
     * the first that uses it; {@code severity}: critical when absent; {@code at}: now when absent; {@code isNew}: it is to be another one
     * than those in use.
     */
    public record PolicyDraft(
            @Nullable String word,
            @Nullable Map<String, Object> policy,
            @Nullable String service,
            @Nullable String severity,
            @Nullable String at,
            @Nullable Boolean isNew) {}

    Page<PolicyView> list(Asked asked) {
        var shown = drafts.inUse();
        var after = WordCursor.read(asked.after());
        var found = rules.inUse()
                .filter(version -> version.definition() instanceof Policy)
                .filter(version -> version.definition().word().compareTo(after) > 0)
                .limit(asked.limit() + 1L)
                .toList();
        var items = found.stream()
                .limit(asked.limit())
                .map(version -> view(version, shown))
                .toList();
        return new Page<>(
                items,
                found.size() > asked.limit() ? WordCursor.write(items.getLast().word()) : null);
    }

    private PolicyView view(Version version, Map<String, Map<String, Object>> shown) {
        var policy = (Policy) version.definition();
        var directory = rules.now();
        var sight = foresee(policy, directory, ahead(ROUGHLY));
        return new PolicyView(
                policy.word(),
                version.number(),
                version.origin(),
                shown.getOrDefault(policy.word(), Map.of()),
                users(policy.id()).map(Service::word).toList(),
                findings(policy, sight),
                unready(sight.people(), directory));
    }

    /** By how a step names them: people, roles, schedules, teams, webhooks. */
    Page<TargetView> targets(Asked asked) {
        rules.catchUp();
        var directory = rules.now();
        var after = WordCursor.read(asked.after());
        var found = Stream.concat(roles(directory), entries(directory))
                .filter(one -> one.target().compareTo(after) > 0)
                .sorted((a, b) -> a.target().compareTo(b.target()))
                .toList();
        boolean hasMore = found.size() > asked.limit();
        var items = hasMore ? found.subList(0, asked.limit()) : found;
        return new Page<>(items, hasMore ? WordCursor.write(items.getLast().target()) : null);
    }

    private Stream<TargetView> roles(Directory directory) {
        return all(Definition.Person.class)
                .flatMap(person -> Stream.ofNullable(person.roles()).flatMap(List::stream))
                .distinct()
                .map(role -> target(
                        TargetKind.ROLE,
                        role,
                        role,
                        directory.having(role).stream()
                                .map(Definition.Person::id)
                                .toList()));
    }

    private Stream<TargetView> entries(Directory directory) {
        return rules.inUse().map(Version::definition).flatMap(one -> switch (one) {
            case Definition.Person person ->
                Stream.of(target(
                        TargetKind.PERSON,
                        person.word(),
                        names.person(person.id().value()).name(),
                        List.of(person.id())));
            case Definition.Team team -> Stream.of(target(TargetKind.TEAM, team.word(), team.name(), team.members()));
            case Schedule schedule ->
                Stream.of(target(
                        TargetKind.SCHEDULE,
                        schedule.word(),
                        schedule.name(),
                        directory.onCall(schedule.id(), time.now()).stream()
                                .map(Directory.Duty::person)
                                .toList()));
            case Definition.Webhook webhook ->
                Stream.of(target(TargetKind.WEBHOOK, webhook.word(), webhook.word(), List.of()));
            default -> Stream.<TargetView>empty();
        });
    }

    private TargetView target(TargetKind kind, String word, String name, List<PersonId> people) {
        var said = kind.name().toLowerCase(Locale.ROOT);
        return new TargetView(said + ":" + word, said, word, name, named(people));
    }

    PolicyDraftView preview(PolicyDraft draft) {
        var word = Objects.requireNonNullElse(draft.word(), "").strip();
        var read = drafts.read(
                word, Objects.requireNonNullElse(draft.policy(), Map.of()), Boolean.TRUE.equals(draft.isNew()));
        var saved = rules.latest(PolicyId.of(word).value());
        int version = saved.filter(one -> !one.isRetired()).map(Version::number).orElse(0);
        var origin = saved.filter(one -> !one.isRetired()).map(Version::origin).orElse(Entry.API);
        var policy = read.policy();
        if (policy == null) {
            return new PolicyDraftView(version, origin, false, read.mistakes(), null, null);
        }
        var severity = severity(draft.severity());
        var at = draft.at() == null || draft.at().isBlank() ? time.now() : Question.instant(draft.at());
        var directory = rules.now();
        var run = inTurn(() -> run(policy, draft.service(), severity, at, directory));
        var instants = ahead(EVERY);
        var sight = foresee(policy, directory, instants);
        return new PolicyDraftView(
                version,
                origin,
                read.mistakes().isEmpty() && !sight.hasDeadEnd(),
                read.mistakes(),
                run,
                checks(policy, sight, instants, directory));
    }

    /** Whoever must be woken comes first: a few at a time are thought through. */
    private <T> T inTurn(Supplier<T> work) {
        try {
            if (places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                try {
                    return work.get();
                } finally {
                    places.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(
                Refusal.Kind.CONFLICT,
                "busy",
                "Other drafts are being thought through. Nothing was changed. Ask again in a few seconds.");
    }

    private static Severity severity(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Severity.CRITICAL;
        }
        return Arrays.stream(Severity.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.INVALID,
                        "bad_severity",
                        "There is no severity \"" + text + "\". Write critical, high, medium or low."));
    }

    private RunPart run(Policy policy, @Nullable String wanted, Severity severity, Instant at, Directory directory) {
        var service = service(policy, wanted);
        var user = new Service(
                service.id(),
                service.word(),
                service.name(),
                service.team(),
                service.criticality(),
                policy.id(),
                service.runbook(),
                service.worth(),
                service.dependsOn());
        var sender = new Sender(IntegrationId.of("simulation"), "simulation", "native", user.id());
        var scenario = new Scenario(
                sender,
                when -> new Detection(
                        "what-if",
                        Action.TRIGGER,
                        severity,
                        "What if nobody answers?",
                        About.NOTHING,
                        null,
                        when,
                        null),
                Assumptions.NOBODY_ANSWERS,
                HORIZON);
        var outcome = new Simulation(new Drafted(directory, policy, user), conditions).run(scenario, at);
        var view = SimulationView.of(outcome, null, null);
        return new RunPart(
                service.word().equals(ANY) ? null : service.word(),
                severity.name().toLowerCase(Locale.ROOT),
                branch(Foresight.chosen(policy, severity, at)),
                at,
                view.reachedAfter(),
                view.exhaustedAfter(),
                view.lines(),
                people(outcome));
    }

    private Service service(Policy policy, @Nullable String wanted) {
        if (wanted != null && !wanted.isBlank()) {
            return all(Service.class)
                    .filter(one -> one.word().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            Refusal.Kind.INVALID,
                            "unknown_service",
                            "There is no service \"" + wanted + "\". Write the word of one, or leave it out."));
        }
        return users(policy.id())
                .findFirst()
                .orElseGet(() ->
                        new Service(ServiceId.of(ANY), ANY, "Any", null, "medium", policy.id(), null, null, null));
    }

    /** Those whom the lines name by their words. */
    private List<Named> people(Outcome outcome) {
        var told = new ArrayList<String>();
        outcome.lines().stream().map(Line::person).filter(Objects::nonNull).forEach(told::add);
        return all(Definition.Person.class)
                .filter(person -> told.contains(person.word()))
                .map(person -> names.person(person.id().value()))
                .toList();
    }

    private Instants ahead(Duration every) {
        var from = time.now().truncatedTo(ChronoUnit.HOURS);
        long past = Duration.between(from, time.now()).dividedBy(every);
        return new Instants(from.plus(every.multipliedBy(past)), every, AHEAD);
    }

    private Sight foresee(Policy policy, Directory directory, Instants instants) {
        return Foresight.of(policy, directory, this::rota, rules.agreements().away(Long.MAX_VALUE), instants);
    }

    private Rota rota(ScheduleId id, Stretch span) {
        var zone = rules.latest(id.value())
                .map(version -> version.definition() instanceof Schedule schedule ? schedule.timeZone() : null)
                .orElse("UTC");
        return new Rota(zone, rules.onCall(id).within(span));
    }

    private PolicyChecksView checks(Policy policy, Sight sight, Instants instants, Directory directory) {
        return new PolicyChecksView(
                instants.from(),
                instants.from().plus(instants.length()),
                Math.toIntExact(instants.count()),
                instants.every().toString(),
                findings(policy, sight),
                unready(sight.people(), directory),
                sight.clockChanges().stream()
                        .map(one -> new ClockPart(
                                schedule(one.schedule()),
                                one.timeZone(),
                                one.at(),
                                one.by().toString(),
                                one.isCovered()))
                        .toList());
    }

    private List<FindingPart> findings(Policy policy, Sight sight) {
        return sight.findings().stream().map(one -> part(policy, one)).toList();
    }

    private FindingPart part(Policy policy, Finding one) {
        var steps = one.branch() == Foresight.ALWAYS
                ? policy.steps()
                : policy.branches().get(one.branch()).steps();
        return new FindingPart(
                one.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                branch(one.branch()),
                one.step() + 1,
                one.instants(),
                one.isAlways(),
                named(one.people()),
                schedules(steps.get(one.step())),
                one.spans().stream()
                        .limit(MOST_SPANS)
                        .map(span -> new SpanPart(span.from(), span.until()))
                        .toList(),
                Math.max(0, one.spans().size() - MOST_SPANS));
    }

    private static @Nullable Integer branch(int number) {
        return number == Foresight.ALWAYS ? null : Integer.valueOf(number + 1);
    }

    private List<Named> schedules(Step step) {
        return step.targets().stream()
                .filter(target -> target.kind() == TargetKind.SCHEDULE)
                .map(target -> schedule(new ScheduleId(target.id())))
                .toList();
    }

    private Named schedule(ScheduleId id) {
        UUID key = id.value();
        return rules.latest(key)
                .map(Version::definition)
                .map(one -> one instanceof Schedule schedule
                        ? new Named(key, schedule.word(), schedule.name())
                        : new Named(key, one.word(), one.word()))
                .orElseGet(() -> new Named(key, id.toString(), "unknown"));
    }

    private List<UnreadyPart> unready(Set<PersonId> people, Directory directory) {
        return people.stream()
                .flatMap(id -> directory.person(id).stream())
                .flatMap(person -> Stream.ofNullable(ReadinessDesk.because(person, directory.ways(person.id())))
                        .map(why -> new UnreadyPart(names.person(person.id().value()), why)))
                .sorted((a, b) -> a.person().word().compareTo(b.person().word()))
                .toList();
    }

    private List<Named> named(Collection<PersonId> people) {
        return people.stream().map(Identifier::value).map(names::person).toList();
    }

    private Stream<Service> users(PolicyId policy) {
        return all(Service.class).filter(service -> policy.equals(service.policy()));
    }

    private <D extends Definition> Stream<D> all(Class<D> kind) {
        return rules.inUse().map(Version::definition).filter(kind::isInstance).map(kind::cast);
    }
}
