package org.larum.app.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.larum.app.simulation.Sweep.Instants;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Definition.Branch;
import org.larum.domain.directory.Definition.Policy;
import org.larum.domain.directory.Definition.Step;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.Definition.TargetKind;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.directory.TeamId;
import org.larum.domain.escalation.EscalationPlan;
import org.larum.domain.schedule.Away;
import org.larum.domain.schedule.Shift;
import org.larum.domain.schedule.Stretch;
import org.larum.domain.shared.Severity;
import org.larum.domain.shared.WallClock;

/**
 * Whom the steps of a policy will ask: where a step would find nobody, and where only those who were asked before. It looks at each
 * step at many instants, and for that works each schedule out once.
 */
public final class Foresight {

    /** The steps that hold for everything, where a case has its number. */
    public static final int ALWAYS = -1;

    private final Policy policy;
    private final Directory organisation;
    private final Instants instants;
    private final Instant first;
    private final Map<ScheduleId, Rota> rotas = new HashMap<>();
    private final Map<ScheduleId, Presence> onCall = new HashMap<>();

    private final List<Away> away;

    private Foresight(Policy policy, Directory organisation, Rotas all, List<Away> away, Instants instants) {
        this.away = away;
        this.policy = policy;
        this.organisation = organisation;
        this.instants = instants;
        var before = cases().map(Case::longest)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .toSeconds();
        long every = instants.every().toSeconds();
        this.first = instants.from().minusSeconds(Math.ceilDiv(before, every) * every);
        var span = new Stretch(first, end());
        cases().flatMap(one -> one.steps().stream())
                .flatMap(step -> step.targets().stream())
                .filter(target -> target.kind() == TargetKind.SCHEDULE)
                .map(target -> new ScheduleId(target.id()))
                .distinct()
                .forEach(id -> {
                    var rota = all.of(id, span);
                    rotas.put(id, rota);
                    onCall.put(id, Presence.of(rota.shifts()));
                });
    }

    /** Where the shifts of a schedule are known. */
    @FunctionalInterface
    public interface Rotas {

        Rota of(ScheduleId schedule, Stretch span);
    }

    public record Rota(String timeZone, List<Shift> shifts) {}

    public enum Kind {
        /** The step is for people and finds none. */
        NOBODY,
        /** All whom it finds were asked by a step before it. */
        NOBODY_NEW
    }

    /**
     * One thing that is so of a step at some instants. {@code branch}: the number of the case from 0, or {@link #ALWAYS}; {@code step}
     * from 0; {@code instants}: at how many it is so, {@code of} those at which the step may be asked; {@code people}: who is asked
     * again.
     */
    public record Finding(
            Kind kind, int branch, int step, int instants, int of, List<Span> spans, Set<PersonId> people) {

        public boolean isAlways() {
            return instants == of;
        }
    }

    /** Neighbouring instants at which it is so; {@code until} is the first at which it may not be. */
    public record Span(Instant from, Instant until, int instants) {}

    /** The clocks of a schedule jump forward, or back when {@code by} is negative. {@code isCovered}: somebody is on call around it. */
    public record ClockChange(ScheduleId schedule, String timeZone, Instant at, Duration by, boolean isCovered) {}

    /** {@code people}: all who may be asked. */
    public record Sight(List<Finding> findings, Set<PersonId> people, List<ClockChange> clockChanges) {

        /** Whether there is a step that never finds anybody. */
        public boolean hasDeadEnd() {
            return findings.stream().anyMatch(one -> one.kind() == Kind.NOBODY && one.isAlways());
        }
    }

    /** @param away who is not there, and when */
    public static Sight of(Policy policy, Directory organisation, Rotas rotas, List<Away> away, Instants instants) {
        var seen = policy.seenFrom(EscalationPlan.zone(policy, instants.from(), organisation));
        return new Foresight(seen, organisation, rotas, away, instants).look();
    }

    private Instant end() {
        return instants.from().plus(instants.every().multipliedBy(instants.count()));
    }

    /** Steps that are gone through instead of others, each so long after the first. */
    private record Case(int branch, List<Step> steps, List<Duration> after) {

        static Case of(int branch, List<Step> steps) {
            var after = new ArrayList<Duration>();
            var sum = Duration.ZERO;
            for (var step : steps) {
                after.add(sum);
                sum = sum.plus(step.pause());
            }
            return new Case(branch, steps, after);
        }

        Duration longest() {
            return after.isEmpty() ? Duration.ZERO : after.getLast();
        }
    }

    private Stream<Case> cases() {
        return Stream.concat(
                Stream.of(Case.of(ALWAYS, policy.steps())),
                IntStream.range(0, policy.branches().size())
                        .mapToObj(n -> Case.of(n, policy.branches().get(n).steps())));
    }

    private Sight look() {
        var holding = holding();
        var findings = new ArrayList<Finding>();
        var people = new LinkedHashSet<PersonId>();
        cases().forEach(one -> {
            var meant = one.steps().stream().map(this::meant).toList();
            meant.stream().flatMap(Optional::stream).map(Presence::everybody).forEach(people::addAll);
            findings.addAll(look(one, meant, holding.getOrDefault(one.branch(), new BitSet())));
        });
        return new Sight(List.copyOf(findings), people, clockChanges());
    }

    /** The case that a run goes through which begins then, or {@link #ALWAYS}. */
    public static int chosen(Policy policy, Severity severity, Instant at) {
        return EscalationPlan.of(numbered(policy), severity, at).repeat();
    }

    /** What a run asks when it begins, with the number of each case in place of its rounds. */
    private static Policy numbered(Policy policy) {
        var numbered = new ArrayList<Branch>();
        for (var branch : policy.branches()) {
            numbered.add(
                    new Branch(branch.severities(), branch.hours(), branch.timeZone(), numbered.size(), List.of()));
        }
        return new Policy(policy.id(), policy.word(), ALWAYS, List.of(), numbered);
    }

    /** At which of the instants from the first on each case would be chosen, for one severity at least. */
    private Map<Integer, BitSet> holding() {
        var asked = numbered(policy);
        int count = place(end());
        var holding = new HashMap<Integer, BitSet>();
        cases().forEach(one -> holding.put(one.branch(), new BitSet(count)));
        for (int n = 0; n < count; n++) {
            var at = first.plus(instants.every().multipliedBy(n));
            for (var severity : Severity.values()) {
                int chosen = EscalationPlan.of(asked, severity, at).repeat();
                holding.getOrDefault(chosen, new BitSet()).set(n);
            }
        }
        return holding;
    }

    /** The last of the instants that is not after this one. */
    private int place(Instant at) {
        return Math.toIntExact(
                Duration.between(first, at).toSeconds() / instants.every().toSeconds());
    }

    private List<Finding> look(Case one, List<Optional<Presence>> meant, BitSet holding) {
        var findings = new ArrayList<Finding>();
        for (int step = 0; step < meant.size(); step++) {
            var present = meant.get(step).orElse(null);
            if (present != null) {
                findings.addAll(new Looking(one, meant, step, present, holding).findings());
            }
        }
        return findings;
    }

    /** One step at all instants. */
    private final class Looking {

        private final Case one;
        private final List<Optional<Presence>> meant;
        private final int step;
        private final int count = Math.toIntExact(instants.count());
        private final BitSet nobody = new BitSet(count);
        private final BitSet nobodyNew = new BitSet(count);
        private final Set<PersonId> again = new LinkedHashSet<>();
        private int asked;

        Looking(Case one, List<Optional<Presence>> meant, int step, Presence present, BitSet holding) {
            this.one = one;
            this.meant = meant;
            this.step = step;
            for (int n = 0; n < count; n++) {
                var at = instants.nth(n);
                if (holding.get(place(at.minus(one.after().get(step))))) {
                    asked++;
                    look(n, present.at(at), at);
                }
            }
        }

        private void look(int n, Set<PersonId> found, Instant at) {
            if (found.isEmpty()) {
                nobody.set(n);
            } else if (step > 0 && before(at).containsAll(found)) {
                nobodyNew.set(n);
                again.addAll(found);
            }
        }

        /** Whom the steps before it asked, each in its time. */
        private Set<PersonId> before(Instant at) {
            var all = new HashSet<PersonId>();
            for (int earlier = 0; earlier < step; earlier++) {
                var since = one.after().get(step).minus(one.after().get(earlier));
                meant.get(earlier).ifPresent(present -> all.addAll(present.at(at.minus(since))));
            }
            return all;
        }

        List<Finding> findings() {
            var findings = new ArrayList<Finding>();
            add(findings, Kind.NOBODY, nobody, Set.of());
            add(findings, Kind.NOBODY_NEW, nobodyNew, again);
            return findings;
        }

        private void add(List<Finding> findings, Kind kind, BitSet at, Set<PersonId> people) {
            if (!at.isEmpty()) {
                findings.add(new Finding(kind, one.branch(), step, at.cardinality(), asked, spans(at), people));
            }
        }
    }

    private List<Span> spans(BitSet at) {
        var spans = new ArrayList<Span>();
        for (int from = at.nextSetBit(0); from >= 0; ) {
            int until = at.nextClearBit(from);
            spans.add(new Span(instants.nth(from), instants.nth(until), until - from));
            from = at.nextSetBit(until);
        }
        return List.copyOf(spans);
    }

    /** Empty for a step that only tells machines. */
    private Optional<Presence> meant(Step step) {
        var people = step.targets().stream()
                .filter(target -> target.kind() != TargetKind.WEBHOOK)
                .map(this::meant)
                .toList();
        return people.isEmpty() ? Optional.empty() : Optional.of(Presence.together(people));
    }

    private Presence meant(Target target) {
        return switch (target.kind()) {
            case SCHEDULE -> onCall.getOrDefault(new ScheduleId(target.id()), Presence.NOBODY);
            case PERSON -> Presence.always(Set.of(new PersonId(target.id())), away);
            case TEAM ->
                Presence.always(
                        organisation.team(new TeamId(target.id())).stream()
                                .flatMap(team -> team.members().stream())
                                .collect(Collectors.toUnmodifiableSet()),
                        away);
            case ROLE ->
                Presence.always(
                        organisation.having(target.word()).stream()
                                .map(Definition.Person::id)
                                .collect(Collectors.toUnmodifiableSet()),
                        away);
            case WEBHOOK -> Presence.NOBODY;
        };
    }

    private List<ClockChange> clockChanges() {
        var changes = new ArrayList<ClockChange>();
        rotas.forEach((schedule, rota) -> {
            var rules = WallClock.of(rota.timeZone()).rules();
            var next = rules.nextTransition(instants.from());
            while (next != null && next.getInstant().isBefore(end())) {
                var at = next.getInstant();
                changes.add(
                        new ClockChange(schedule, rota.timeZone(), at, next.getDuration(), isCovered(schedule, at)));
                next = rules.nextTransition(at);
            }
        });
        return List.copyOf(changes);
    }

    private boolean isCovered(ScheduleId schedule, Instant change) {
        var hour = Duration.ofHours(1);
        return onCall.getOrDefault(schedule, Presence.NOBODY)
                .within(change.minus(hour), change.plus(hour))
                .noneMatch(Collection::isEmpty);
    }
}
