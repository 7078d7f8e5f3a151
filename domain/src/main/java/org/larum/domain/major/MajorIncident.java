package org.larum.domain.major;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.major.MajorCommand.AddTask;
import org.larum.domain.major.MajorCommand.AssignRole;
import org.larum.domain.major.MajorCommand.AssignTask;
import org.larum.domain.major.MajorCommand.DeclareMajor;
import org.larum.domain.major.MajorCommand.DropTask;
import org.larum.domain.major.MajorCommand.EndMajor;
import org.larum.domain.major.MajorCommand.FinishTask;
import org.larum.domain.major.MajorCommand.MergeMajor;
import org.larum.domain.major.MajorCommand.NoteImpact;
import org.larum.domain.major.MajorCommand.OpenWarRoom;
import org.larum.domain.major.MajorCommand.PostUpdate;
import org.larum.domain.major.MajorCommand.ReopenTask;
import org.larum.domain.major.MajorCommand.ResumeMajor;
import org.larum.domain.major.MajorCommand.StandDown;
import org.larum.domain.major.MajorCommand.TakeOver;
import org.larum.domain.major.MajorCommand.UpdateDue;
import org.larum.domain.major.MajorEvent.Carried;
import org.larum.domain.major.MajorEvent.Clock;
import org.larum.domain.major.MajorEvent.Grounds;
import org.larum.domain.major.MajorEvent.Holding;
import org.larum.domain.major.MajorEvent.ImpactCarried;
import org.larum.domain.major.MajorEvent.ImpactNoted;
import org.larum.domain.major.MajorEvent.MajorIncidentDeclared;
import org.larum.domain.major.MajorEvent.MajorIncidentEnded;
import org.larum.domain.major.MajorEvent.MajorIncidentMerged;
import org.larum.domain.major.MajorEvent.MajorIncidentStoodDown;
import org.larum.domain.major.MajorEvent.RoleAssigned;
import org.larum.domain.major.MajorEvent.Task;
import org.larum.domain.major.MajorEvent.TaskAdded;
import org.larum.domain.major.MajorEvent.TaskAssigned;
import org.larum.domain.major.MajorEvent.TaskDropped;
import org.larum.domain.major.MajorEvent.TaskFinished;
import org.larum.domain.major.MajorEvent.TaskReopened;
import org.larum.domain.major.MajorEvent.UpdatePosted;
import org.larum.domain.major.MajorEvent.UpdateReminded;
import org.larum.domain.major.MajorEvent.WarRoomMoved;
import org.larum.domain.major.MajorEvent.WarRoomOpened;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Severity;

/** What makes an incident a major one, and who does what until it is none any more. */
public final class MajorIncident {

    /** Whoever is to write has forgotten it or is busy: soon enough for those who wait, seldom enough for those who work. */
    static final Duration AGAIN = Duration.ofMinutes(10);

    private static final Duration SOONEST = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofHours(24);

    /** The same words within it are a second tap on the same button. */
    private static final Duration A_TAP = Duration.ofMinutes(1);

    @AggregateIdentifier
    private @Nullable MajorId id;

    private IncidentId incident;
    private @Nullable Integer number;
    private @Nullable Severity severity;
    private final Set<ServiceId> services = new LinkedHashSet<>();

    private boolean isActive;
    /** With its incident, and not by those who knew better. */
    private boolean hasEnded;

    private int round;
    private Duration every;
    private int timer;
    private int updates;
    private @Nullable String said;
    private Instant saidAt;
    private @Nullable String warRoom;
    private final Map<Role, PersonId> roles = new EnumMap<>(Role.class);
    private final Tasks tasks = new Tasks();

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    MajorIncident() {}

    // ------------------------------------------------------------ what it hits

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(NoteImpact c) {
        var fresh = c.services().stream()
                .filter(one -> !services.contains(one))
                .distinct()
                .toList();
        var knownNumber = number == null ? c.number() : number;
        var knownSeverity = c.severity() == null ? severity : c.severity();
        if (!fresh.isEmpty() || !Objects.equals(knownNumber, number) || knownSeverity != severity) {
            int total = services.size() + fresh.size();
            apply(new ImpactNoted(c.major(), c.incident(), knownNumber, knownSeverity, fresh, total, c.at()));
        }
    }

    // ------------------------------------------------------------ declared and ended

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(DeclareMajor c) {
        // What people have stood down, Larum does not declare again.
        if (!isActive && (round == 0 || c.by().kind() != Actor.Kind.SYSTEM)) {
            declare(c.major(), c.incident(), c.grounds(), c.every(), c.by(), c.at());
            openIfNone(c.warRoom(), c.by(), c.at());
        }
    }

    private void declare(MajorId major, IncidentId what, Grounds grounds, Duration pause, Actor by, Instant at) {
        apply(new MajorIncidentDeclared(major, what, round + 1, grounds, next(pause, at), by, at));
    }

    private void openIfNone(@Nullable String link, Actor by, Instant at) {
        if (link != null && warRoom == null) {
            apply(new WarRoomOpened(id(), incident, link, by, at));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(StandDown c) {
        refuseIfNeverMajor();
        if (isActive) {
            apply(new MajorIncidentStoodDown(c.major(), incident, round, c.reason(), c.by(), c.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(EndMajor c) {
        if (isActive) {
            apply(new MajorIncidentEnded(c.major(), incident, round, c.by(), c.at()));
        }
    }

    /** Whoever was told that it is over hears that it is not. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(ResumeMajor c) {
        if (hasEnded) {
            var grounds = Grounds.of("The end of the incident was taken back");
            declare(c.major(), incident, grounds, every, c.by(), c.at());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(MergeMajor c) {
        if (!services.isEmpty()) {
            apply(new ImpactCarried(c.major(), incident, c.into(), List.copyOf(services), c.at()));
        }
        if (isActive) {
            apply(new MajorIncidentMerged(c.major(), incident, c.into(), carried(), c.by(), c.at()));
        }
    }

    private Carried carried() {
        var holdings = roles.entrySet().stream()
                .map(one -> new Holding(one.getKey(), one.getValue()))
                .toList();
        return new Carried(number, every, warRoom, holdings, tasks.open());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(TakeOver c) {
        var carried = c.carried();
        if (!isActive) {
            var which = carried.number() == null ? "Another incident" : "INC-" + carried.number();
            var grounds = Grounds.of(which + ", a major incident, was merged into this one");
            declare(c.major(), c.incident(), grounds, carried.every(), c.by(), c.at());
        }
        openIfNone(carried.warRoom(), c.by(), c.at());
        carried.roles().stream()
                .filter(one -> !roles.containsKey(one.role()))
                .forEach(one -> assign(one.role(), one.person(), c.by(), c.at()));
        carried.tasks().forEach(task -> addIfNew(task, c.by(), c.at()));
    }

    // ------------------------------------------------------------ who does what, and where

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(AssignRole c) {
        refuseIfNotMajor();
        if (!Objects.equals(c.to(), roles.get(c.role()))) {
            assign(c.role(), c.to(), c.by(), c.at());
        }
    }

    private void assign(Role role, @Nullable PersonId to, Actor by, Instant at) {
        apply(new RoleAssigned(id(), incident, role, to, by, at));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(OpenWarRoom c) {
        refuseIfNotMajor();
        if (warRoom == null) {
            apply(new WarRoomOpened(c.major(), incident, c.link(), c.by(), c.at()));
        } else if (!c.link().equals(warRoom)) {
            apply(new WarRoomMoved(c.major(), incident, warRoom, c.link(), c.by(), c.at()));
        }
    }

    // ------------------------------------------------------------ what stakeholders hear

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(PostUpdate c) {
        refuseIfNeverMajor();
        if (c.text().equals(said) && !c.at().isAfter(saidAt.plus(A_TAP))) {
            return;
        }
        var pause = c.next() == null ? every : c.next();
        if (c.next() != null && (pause.compareTo(SOONEST) < 0 || pause.compareTo(LATEST) > 0)) {
            throw MajorRefusal.badNextUpdate();
        }
        // After the end there is a last word, and none that follows it.
        var clock = isActive ? next(pause, c.at()) : null;
        apply(new UpdatePosted(c.major(), incident, updates + 1, c.text(), clock, c.by(), c.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(UpdateDue c) {
        if (isActive && c.timer() == timer) {
            apply(new UpdateReminded(c.major(), incident, updates + 1, writer(), next(AGAIN, c.at()), c.at()));
        }
    }

    private @Nullable PersonId writer() {
        var communications = roles.get(Role.COMMUNICATIONS);
        return communications == null ? roles.get(Role.COMMANDER) : communications;
    }

    private Clock next(Duration pause, Instant at) {
        return new Clock(timer + 1, pause, at.plus(pause));
    }

    // ------------------------------------------------------------ what is to be done

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(AddTask c) {
        refuseIfNeverMajor();
        if (!tasks.isKnown(c.task()) && tasks.isFull()) {
            throw MajorRefusal.tooManyTasks(Tasks.MOST);
        }
        addIfNew(new Task(c.task(), c.text(), c.assignee()), c.by(), c.at());
    }

    private void addIfNew(Task task, Actor by, Instant at) {
        if (!tasks.isKnown(task.task())) {
            apply(new TaskAdded(id(), incident, task, by, at));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(AssignTask c) {
        var task = tasks.find(c.task());
        if (!Objects.equals(c.to(), task.assignee())) {
            apply(new TaskAssigned(c.major(), incident, c.task(), task.text(), c.to(), c.by(), c.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(FinishTask c) {
        var task = tasks.find(c.task());
        if (!tasks.isDone(c.task())) {
            apply(new TaskFinished(c.major(), incident, c.task(), task.text(), c.by(), c.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(ReopenTask c) {
        var task = tasks.find(c.task());
        if (tasks.isDone(c.task())) {
            apply(new TaskReopened(c.major(), incident, c.task(), task.text(), c.by(), c.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(DropTask c) {
        var task = tasks.find(c.task());
        apply(new TaskDropped(c.major(), incident, c.task(), task.text(), c.by(), c.at()));
    }

    private MajorId id() {
        return Objects.requireNonNull(id);
    }

    private void refuseIfNeverMajor() {
        if (round == 0) {
            throw MajorRefusal.neverMajor();
        }
    }

    private void refuseIfNotMajor() {
        if (!isActive) {
            throw MajorRefusal.notMajor();
        }
    }

    // ------------------------------------------------------------ what is so

    @EventSourcingHandler
    void evolve(ImpactNoted e) {
        id = e.major();
        incident = e.incident();
        number = e.number();
        severity = e.severity();
        services.addAll(e.services());
    }

    @EventSourcingHandler
    void evolve(MajorIncidentDeclared e) {
        id = e.major();
        incident = e.incident();
        isActive = true;
        hasEnded = false;
        round = e.round();
        every = e.clock().pause();
        timer = e.clock().timer();
    }

    @EventSourcingHandler
    void evolve(MajorIncidentStoodDown e) {
        isActive = false;
    }

    @EventSourcingHandler
    void evolve(MajorIncidentEnded e) {
        isActive = false;
        hasEnded = true;
    }

    @EventSourcingHandler
    void evolve(MajorIncidentMerged e) {
        isActive = false;
    }

    @EventSourcingHandler
    void evolve(RoleAssigned e) {
        if (e.to() == null) {
            roles.remove(e.role());
        } else {
            roles.put(e.role(), e.to());
        }
    }

    @EventSourcingHandler
    void evolve(WarRoomOpened e) {
        warRoom = e.link();
    }

    @EventSourcingHandler
    void evolve(WarRoomMoved e) {
        warRoom = e.to();
    }

    @EventSourcingHandler
    void evolve(UpdatePosted e) {
        updates = e.count();
        said = e.text();
        saidAt = e.at();
        if (e.clock() != null) {
            timer = e.clock().timer();
        }
    }

    @EventSourcingHandler
    void evolve(UpdateReminded e) {
        timer = e.clock().timer();
    }

    @EventSourcingHandler
    void evolve(TaskAdded e) {
        tasks.add(e.task());
    }

    @EventSourcingHandler
    void evolve(TaskAssigned e) {
        tasks.assign(e.task(), e.to());
    }

    @EventSourcingHandler
    void evolve(TaskFinished e) {
        tasks.finish(e.task());
    }

    @EventSourcingHandler
    void evolve(TaskReopened e) {
        tasks.reopen(e.task());
    }

    @EventSourcingHandler
    void evolve(TaskDropped e) {
        tasks.drop(e.task());
    }
}
