package org.larum.domain.sla;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Promise;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Severity;
import org.larum.domain.sla.SlaCommand.ClockDue;
import org.larum.domain.sla.SlaCommand.CorrectPlace;
import org.larum.domain.sla.SlaCommand.CorrectSeverity;
import org.larum.domain.sla.SlaCommand.CorrectStart;
import org.larum.domain.sla.SlaCommand.GoOn;
import org.larum.domain.sla.SlaCommand.MeetClock;
import org.larum.domain.sla.SlaCommand.PauseClock;
import org.larum.domain.sla.SlaCommand.ResumeClock;
import org.larum.domain.sla.SlaCommand.StartClock;
import org.larum.domain.sla.SlaCommand.StopClock;
import org.larum.domain.sla.SlaEvent.Alarm;
import org.larum.domain.sla.SlaEvent.ClockBreached;
import org.larum.domain.sla.SlaEvent.ClockEnd;
import org.larum.domain.sla.SlaEvent.ClockForetold;
import org.larum.domain.sla.SlaEvent.ClockMet;
import org.larum.domain.sla.SlaEvent.ClockPaused;
import org.larum.domain.sla.SlaEvent.ClockRecomputed;
import org.larum.domain.sla.SlaEvent.ClockResumed;
import org.larum.domain.sla.SlaEvent.ClockStarted;
import org.larum.domain.sla.SlaEvent.ClockStopped;
import org.larum.domain.sla.SlaEvent.ClockWentOn;
import org.larum.domain.sla.SlaEvent.Figures;

/** Measures one thing that was promised of one incident, and says once when the time is up. */
public final class SlaClock {

    /** What is told before, in percent, and the end. */
    private static final List<Integer> MARKS = List.of(50, 80, 100);

    private static final int ALL = 100;

    @AggregateIdentifier
    private @Nullable ClockId id;

    private IncidentId incident;
    private ClockKind kind;
    private ServiceId service;
    private Severity severity;
    private Promise promise;
    private Course course;
    private final Set<PauseReason> reasons = EnumSet.noneOf(PauseReason.class);

    /** The highest mark that was told, in percent. */
    private int told;

    private @Nullable Alarm alarm;
    private int timer;
    private boolean isBreached;
    private @Nullable ClockEnd end;
    private Instant ended;

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    SlaClock() {}

    // ------------------------------------------------------------ how it runs

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(StartClock c) {
        if (id != null) {
            return;
        }
        var target = c.kind().target(c.promise(), c.severity());
        var fresh = new Course(c.at(), c.promise().calendar(), List.of(), null);
        apply(new ClockStarted(
                c.clock(),
                c.incident(),
                c.kind(),
                c.service(),
                c.severity(),
                c.promise(),
                target,
                target == null ? null : fresh.due(target),
                next(fresh, target, 0),
                c.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(ClockDue c) {
        var rung = alarm;
        var target = target();
        if (!isRunning() || rung == null || rung.timer() != c.timer() || target == null) {
            return;
        }
        var due = Objects.requireNonNull(course.due(target));
        if (rung.share() == ALL || !c.at().isBefore(due)) {
            breach(target, due, true, c.at());
        } else {
            // It may be late itself: of what has passed meanwhile only the last is told.
            int share = Math.max(rung.share(), passed(course, target, c.at()));
            apply(new ClockForetold(
                    id(), incident, kind, service, share, target, due, next(course, target, share), c.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(PauseClock c) {
        boolean isByHand = c.reason() == PauseReason.BY_HAND;
        if (isByHand && !isRunning()) {
            throw SlaRefusal.notRunning();
        }
        if (isRunning() && !reasons.contains(c.reason()) && mayPause(c.reason())) {
            apply(new ClockPaused(id(), incident, kind, c.reason(), c.note(), course.used(c.at()), c.by(), c.at()));
        }
    }

    private boolean mayPause(PauseReason reason) {
        return switch (reason) {
            case BY_HAND -> true;
            case SNOOZED -> promise.snoozed();
            case SILENCED -> promise.silenced();
        };
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(ResumeClock c) {
        if (!reasons.contains(c.reason())) {
            return;
        }
        boolean runs = reasons.size() == 1;
        var onwards = runs ? course.goingOn(c.at()) : course;
        apply(new ClockResumed(
                id(),
                incident,
                kind,
                c.reason(),
                runs,
                due(onwards, target()),
                next(onwards, target(), told),
                c.by(),
                c.at()));
    }

    // ------------------------------------------------------------ how it ends

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(MeetClock c) {
        if (isRunning()) {
            boolean isLate = noteIfLate(course, target(), c.at(), c.at());
            apply(new ClockMet(id(), incident, kind, c.with(), target(), course.used(c.at()), isLate, c.by(), c.at()));
        }
    }

    /** Whoever was faster than the timer is late all the same. {@code done}: when it was done. */
    private boolean noteIfLate(Course of, @Nullable Duration target, Instant done, Instant at) {
        boolean isLate = target != null && of.used(done).compareTo(target) > 0;
        if (isLate && target != null) {
            breach(target, Objects.requireNonNull(of.due(target)), false, at);
        }
        return isLate;
    }

    private void breach(Duration target, Instant due, boolean running, Instant at) {
        if (!isBreached) {
            apply(new ClockBreached(id(), incident, kind, service, target, due, running, at));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(StopClock c) {
        if (isRunning()) {
            apply(new ClockStopped(id(), incident, kind, c.into(), course.used(c.at()), c.by(), c.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(GoOn c) {
        if (end == null || end != c.with()) {
            return;
        }
        var onwards = c.counted() ? course : course.without(new Span(ended, c.at()));
        apply(new ClockWentOn(
                id(),
                incident,
                kind,
                c.counted(),
                due(onwards, target()),
                next(onwards, target(), told),
                c.by(),
                c.at()));
    }

    // ------------------------------------------------------------ what people know better

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(CorrectSeverity c) {
        if (id != null && c.severity() != severity) {
            correct(Correction.SEVERITY, service, c.severity(), promise, course, c.by(), c.at());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(CorrectPlace c) {
        if (id != null && !c.service().equals(service)) {
            var other = course.in(c.promise().calendar());
            correct(Correction.SERVICE, c.service(), severity, c.promise(), other, c.by(), c.at());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(CorrectStart c) {
        if (c.began().isAfter(c.at())) {
            throw SlaRefusal.beganInFuture();
        }
        if (id != null && !c.began().equals(course.began())) {
            correct(Correction.IMPACT, service, severity, promise, course.since(c.began()), c.by(), c.at());
        }
    }

    private void correct(
            Correction correction,
            ServiceId where,
            Severity howBad,
            Promise promised,
            Course corrected,
            Actor by,
            Instant at) {
        var target = kind.target(promised, howBad);
        var until = end == null ? at : ended;
        int mark = target == null ? 0 : Math.min(told, passed(corrected, target, until));
        apply(new ClockRecomputed(
                id(),
                incident,
                kind,
                correction,
                where,
                howBad,
                promised,
                figures(course, target(), until),
                figures(corrected, target, until),
                isRunning() ? next(corrected, target, mark) : null,
                by,
                at));
        if (end != null && end != ClockEnd.MERGED) {
            noteIfLate(corrected, target, ended, at);
        }
    }

    private static Figures figures(Course of, @Nullable Duration target, Instant until) {
        return new Figures(of.began(), target, due(of, target), of.used(until));
    }

    // ------------------------------------------------------------ what follows

    private boolean isRunning() {
        return id != null && end == null;
    }

    private ClockId id() {
        return Objects.requireNonNull(id);
    }

    private @Nullable Duration target() {
        return id == null ? null : kind.target(promise, severity);
    }

    private static @Nullable Instant due(Course of, @Nullable Duration target) {
        return target == null ? null : of.due(target);
    }

    /** The timer of the next mark: none while it stands still, and none when its time was up once. */
    private @Nullable Alarm next(Course of, @Nullable Duration target, int from) {
        if (target == null || isBreached || of.standing() != null || of.due(target) == null) {
            return null;
        }
        int share = MARKS.stream().filter(mark -> mark > from).findFirst().orElse(ALL);
        var due = of.due(target.multipliedBy(share).dividedBy(ALL));
        return due == null ? null : new Alarm(timer + 1, share, due);
    }

    /** The highest mark before the end that has passed. */
    private static int passed(Course of, Duration target, Instant at) {
        long share = of.share(target, at);
        return MARKS.stream().filter(mark -> mark < ALL && mark <= share).reduce(0, Math::max);
    }

    private void set(@Nullable Alarm next) {
        alarm = next;
        if (next != null) {
            timer = next.timer();
        }
    }

    // ------------------------------------------------------------ what is so

    @EventSourcingHandler
    void evolve(ClockStarted e) {
        id = e.clock();
        incident = e.incident();
        kind = e.kind();
        service = e.service();
        severity = e.severity();
        promise = e.promise();
        course = new Course(e.at(), promise.calendar(), List.of(), null);
        set(e.alarm());
    }

    @EventSourcingHandler
    void evolve(ClockPaused e) {
        reasons.add(e.reason());
        course = course.stopped(e.at());
        set(null);
    }

    @EventSourcingHandler
    void evolve(ClockResumed e) {
        reasons.remove(e.reason());
        course = e.runs() ? course.goingOn(e.at()) : course;
        set(e.alarm());
    }

    @EventSourcingHandler
    void evolve(ClockForetold e) {
        told = e.share();
        set(e.alarm());
    }

    @EventSourcingHandler
    void evolve(ClockBreached e) {
        isBreached = true;
        set(null);
    }

    @EventSourcingHandler
    void evolve(ClockMet e) {
        end(e.with(), e.at());
    }

    @EventSourcingHandler
    void evolve(ClockStopped e) {
        end(ClockEnd.MERGED, e.at());
    }

    /** What it stood still for has ended with it. */
    private void end(ClockEnd with, Instant at) {
        end = with;
        ended = at;
        reasons.clear();
        course = course.goingOn(at);
        set(null);
    }

    @EventSourcingHandler
    void evolve(ClockWentOn e) {
        course = e.counted() ? course : course.without(new Span(ended, e.at()));
        end = null;
        set(e.alarm());
    }

    @EventSourcingHandler
    void evolve(ClockRecomputed e) {
        service = e.service();
        severity = e.severity();
        promise = e.promise();
        course = course.since(e.now().began()).in(promise.calendar());
        var target = kind.target(promise, severity);
        told = target == null ? 0 : Math.min(told, passed(course, target, end == null ? e.at() : ended));
        set(e.alarm());
    }
}
