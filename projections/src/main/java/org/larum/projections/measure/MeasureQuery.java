package org.larum.projections.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Page.Asked;

/** What can be asked about figures. */
public sealed interface MeasureQuery {

    /** Incidents that were opened, and pages and alerts that came, from {@code from} to before {@code until}. */
    record Period(Instant from, Instant until) {

        /** As long, and just before. */
        public Period before() {
            return new Period(from.minus(Duration.between(from, until)), from);
        }
    }

    /** An empty set narrows nothing. */
    record Narrowed(Set<UUID> services, Set<UUID> teams, Set<Integer> severities) {

        /** By what this says, and where it says nothing, by what the other does. */
        public Narrowed or(Narrowed other) {
            return new Narrowed(
                    services.isEmpty() ? other.services : services,
                    teams.isEmpty() ? other.teams : teams,
                    severities.isEmpty() ? other.severities : severities);
        }
    }

    /** All figures of a period at {@code now}; {@code zone}: in which days and hours are counted, but of people in their own. */
    record Measures(Period period, ZoneId zone, Narrowed narrowed, Instant now) implements MeasureQuery {}

    /** For how long services were out, up to {@code now}. */
    record Outages(Period period, Narrowed narrowed, Instant now) implements MeasureQuery {}

    /** How many pages went out. */
    record PagesSent(Period period, Narrowed narrowed) implements MeasureQuery {}

    /** Which rules: all; those that led to nothing; of these, those that interrupted somebody at night. */
    enum RulesThat {
        ARE,
        ARE_DELETABLE,
        COST_SLEEP
    }

    /** The rules of senders, those first that cost the most sleep. */
    record Rules(Period period, Narrowed narrowed, RulesThat that, Asked page) implements MeasureQuery {}

    /** Which incidents a figure was made of. */
    enum Which {
        ALL,
        OPEN,
        OVER,
        ANSWERED,
        ESCALATED,
        REOPENED,
        HANDLESS,
        TOLD,
        USEFUL,
        IDLE,
        ANSWER_LATE,
        REPAIR_LATE,
        FOUND_FIRST
    }

    /** The incidents behind a figure, newest first; {@code rule}: of this one alone. */
    record Counted(
            Period period,
            Narrowed narrowed,
            Which which,
            @Nullable RuleOf rule,
            Asked page) implements MeasureQuery {}

    record RuleOf(UUID sender, String rule) {}

    /** The pages behind a figure, newest first. {@code wakes}: only those that woke somebody, {@code nights}: at night. */
    record Pages(
            Period period,
            Narrowed narrowed,
            boolean wakes,
            boolean nights,
            @Nullable UUID person,
            Asked page) implements MeasureQuery {}
}
