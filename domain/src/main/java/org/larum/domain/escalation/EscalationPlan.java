package org.larum.domain.escalation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Branch;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.Definition.Policy;
import org.larum.domain.directory.Definition.Step;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.Schedule.Hours;
import org.larum.domain.shared.Severity;
import org.larum.domain.shared.WallClock;

/** The steps of a policy and how often they are gone through again: pinned when a run starts. */
public record EscalationPlan(List<Step> steps, int repeat) {

    private static final String UTC = "UTC";
    private static final int WEEK = 7 * 24 * 60;

    public static final EscalationPlan NOBODY = new EscalationPlan(List.of(), 0);

    /** A place in the plan; rounds and steps count from 0. */
    public record Position(int round, int step) {}

    /** What a policy says for a severity at an instant; one that is not known fits only branches that name none. */
    public static EscalationPlan of(Policy policy, @Nullable Severity severity, Instant at) {
        return policy.branches().stream()
                .filter(branch -> fits(branch, severity, at))
                .findFirst()
                .map(branch -> new EscalationPlan(branch.steps(), branch.repeat()))
                .orElseGet(() -> new EscalationPlan(policy.steps(), policy.repeat()));
    }

    /** Where the first of those lives whom the first step means; UTC while it means nobody. */
    public static String zone(Policy policy, Instant at, Directory directory) {
        return policy.steps().stream()
                .limit(1)
                .flatMap(step -> step.targets().stream())
                .flatMap(target -> WhenEscalationAsksThenNotify.meant(target, at, directory))
                .flatMap(one -> directory.person(one.person()).stream())
                .map(Person::timeZone)
                .findFirst()
                .orElse(UTC);
    }

    private static WallClock clock(Branch branch) {
        return WallClock.of(branch.timeZone().equals(Branch.RESPONDER) ? UTC : branch.timeZone());
    }

    private static boolean fits(Branch branch, @Nullable Severity severity, Instant at) {
        return (branch.severities().isEmpty()
                        || (severity != null && branch.severities().contains(severity)))
                && (branch.hours().isEmpty()
                        || branch.hours().stream()
                                .anyMatch(hours -> holds(hours, clock(branch).shown(at))));
    }

    private static boolean holds(Hours hours, LocalDateTime now) {
        long from = minute(hours.fromDay(), hours.from());
        long length = Math.floorMod(minute(hours.untilDay(), hours.until()) - from - 1, WEEK) + 1L;
        return Math.floorMod(minute(now.getDayOfWeek(), now.toLocalTime()) - from, WEEK) < length;
    }

    private static int minute(DayOfWeek day, LocalTime time) {
        return (day.getValue() - 1) * 24 * 60 + time.toSecondOfDay() / 60;
    }

    /** Without the first steps, as long as one is left. */
    EscalationPlan from(int step) {
        return step == 0 || step >= steps.size() ? this : new EscalationPlan(steps.subList(step, steps.size()), repeat);
    }

    public Optional<Position> first() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Position(0, 0));
    }

    /** What follows when nobody answers; empty when everybody was told in every round. */
    public Optional<Position> after(Position position) {
        if (position.step() + 1 < steps.size()) {
            return Optional.of(new Position(position.round(), position.step() + 1));
        }
        return position.round() < repeat ? Optional.of(new Position(position.round() + 1, 0)) : Optional.empty();
    }

    public Step step(Position position) {
        return steps.get(position.step());
    }
}
