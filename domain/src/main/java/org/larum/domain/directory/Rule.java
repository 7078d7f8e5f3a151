package org.larum.domain.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.DirectoryEvent.CorrelationDefined;
import org.larum.domain.directory.DirectoryEvent.FlappingDefined;
import org.larum.domain.directory.DirectoryEvent.HoldDefined;
import org.larum.domain.directory.DirectoryEvent.InhibitionDefined;
import org.larum.domain.directory.DirectoryEvent.KnownIssueDefined;
import org.larum.domain.directory.DirectoryEvent.MaintenanceDefined;
import org.larum.domain.directory.DirectoryEvent.SilenceDefined;
import org.larum.domain.directory.DirectoryEvent.ThresholdDefined;

/**
 * One rule about noise, whole. {@code when} is a condition over the facts of an alert; of two rules of one kind the one with the
 * smaller {@code order} is asked first.
 */
public sealed interface Rule extends Definition {

    @Override
    RuleId id();

    int order();

    /** Alerts that match are told to nobody until it ends. {@code creator} is reminded of one that is forgotten. */
    record Silence(
            RuleId id,
            String word,
            int order,
            String when,
            Span span,
            String reason,
            @Nullable PersonId creator) implements Rule {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new SilenceDefined(this, version, origin);
        }
    }

    /** Planned work on services, which whatever depends on them feels too; or on what {@code when} matches. */
    record Maintenance(
            RuleId id,
            String word,
            int order,
            List<ServiceId> services,
            @Nullable String when,
            Window window,
            String reason)
            implements Rule {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new MaintenanceDefined(this, version, origin);
        }
    }

    /**
     * Somebody knows and works on it: told to nobody until {@code until}, until the incident in which it is worked on is resolved, or
     * until the rule is taken away.
     */
    record KnownIssue(
            RuleId id,
            String word,
            int order,
            String when,
            Span span,
            String reason,
            @Nullable String ticket,
            @Nullable UUID incident)
            implements Rule {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new KnownIssueDefined(this, version, origin);
        }
    }

    /** While an alert that matches {@code source} is open, those that match {@code target} and carry equal labels are muted. */
    record Inhibition(RuleId id, String word, int order, String source, String target, List<String> equal)
            implements Rule {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new InhibitionDefined(this, version, origin);
        }
    }

    /** One that comes and goes: after {@code changes} returns within the time it is held back until it has been calm as long. */
    record Flapping(RuleId id, String word, int order, String when, int changes, Duration within) implements Rule {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new FlappingDefined(this, version, origin);
        }
    }

    /** It counts only when it was detected {@code count} times within the time. */
    record Threshold(RuleId id, String word, int order, String when, int count, Duration within) implements Rule {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new ThresholdDefined(this, version, origin);
        }
    }

    /** It counts only when it is still open after {@code pause}. */
    record Hold(RuleId id, String word, int order, String when, Duration pause) implements Rule {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new HoldDefined(this, version, origin);
        }
    }

    /** Alerts that match, and agree in what {@code by} names, belong together while they follow within the window. */
    record Correlation(RuleId id, String word, int order, String when, List<String> by, Duration window)
            implements Rule {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new CorrelationDefined(this, version, origin);
        }
    }

    /** From one instant to another; without a {@code from} since ever, without an {@code until} for as long as the rule stands. */
    record Span(@Nullable Instant from, @Nullable Instant until) {

        public boolean holds(Instant at) {
            return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
        }
    }

    /** The first time, and how it comes again: at the same wall time of {@code timeZone}, also when clocks are changed. */
    record Window(Instant from, Instant until, Repeat repeat, String timeZone) {}

    /** How often a window comes again. */
    enum Repeat {
        NEVER,
        DAILY,
        WEEKLY,
        MONTHLY
    }
}
