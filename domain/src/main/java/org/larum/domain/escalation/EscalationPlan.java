package org.larum.domain.escalation;

import java.util.List;
import java.util.Optional;
import org.larum.domain.directory.Definition.Step;

/** The steps of a policy and how often they are gone through again: pinned when a run starts. */
public record EscalationPlan(List<Step> steps, int repeat) {

    public static final EscalationPlan NOBODY = new EscalationPlan(List.of(), 0);

    /** A place in the plan; rounds and steps count from 0. */
    public record Position(int round, int step) {}

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
