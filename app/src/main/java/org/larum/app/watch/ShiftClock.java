package org.larum.app.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.larum.app.beat.Beat;
import org.larum.app.bus.Commands;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Definition.Branch;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.Definition.Policy;
import org.larum.domain.directory.Definition.Service;
import org.larum.domain.directory.Definition.Step;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.schedule.ShiftNotices;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Time;
import org.larum.projections.incident.IncidentAnswers;
import org.larum.projections.incident.IncidentFilter;
import org.larum.projections.incident.IncidentQuery.Matching;

/**
 * Tells people of their shifts when it is time. Every node looks: a message has the same id whoever asks for it, and is sent once.
 */
public final class ShiftClock {

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration REMEMBERED = Duration.ofDays(8);
    private static final int MOST = 100;

    private final RuleBook rules;
    private final Commands commands;
    private final IncidentAnswers incidents;
    private final Time time;
    private final Beat beat = new Beat("shift-clock", EVERY, this::look);

    /** What this node has asked for, so that it does not ask every half minute; forgotten now and then. */
    private final Set<NotificationId> asked = new HashSet<>();

    private Instant forgotten = Instant.MIN;

    public ShiftClock(RuleBook rules, Commands commands, IncidentAnswers incidents, Time time) {
        this.rules = rules;
        this.commands = commands;
        this.incidents = incidents;
        this.time = time;
    }

    public void start() {
        beat.start();
    }

    public void stop() {
        beat.stop();
    }

    /** One look. Without a mail server nothing is asked for: what would wait for one is stale by then. */
    public synchronized void look() {
        rules.catchUp();
        var directory = rules.now();
        if (!directory.ways().contains(ChannelKind.EMAIL)) {
            return;
        }
        var now = time.now();
        if (forgotten.isBefore(now.minus(REMEMBERED))) {
            asked.clear();
            forgotten = now;
        }
        all(Schedule.class).flatMap(schedule -> due(schedule, directory, now)).forEach(this::ask);
    }

    private Stream<RequestNotification> due(Schedule schedule, Directory directory, Instant now) {
        var notices = new ShiftNotices(
                schedule,
                rules.onCall(schedule.id()),
                person -> directory.person(person).map(Person::word).orElse("Somebody"),
                () -> open(schedule));
        return notices.due(now).stream().filter(one -> hasMailbox(one, directory));
    }

    private static boolean hasMailbox(RequestNotification one, Directory directory) {
        return directory
                .person(new PersonId(one.recipient().id()))
                .map(Person::email)
                .isPresent();
    }

    private void ask(RequestNotification one) {
        if (!asked.contains(one.notification())) {
            commands.send(one);
            // Only now: what could not be asked for, because the database was away, is asked for at the next look.
            asked.add(one.notification());
        }
    }

    /** How many incidents are open of services whose policy names the schedule; no more than a hundred are counted. */
    private int open(Schedule schedule) {
        var policies = all(Policy.class)
                .filter(policy -> names(policy, schedule.id().value()))
                .map(Policy::id)
                .collect(Collectors.toSet());
        var services = all(Service.class)
                .filter(service -> service.policy() != null && policies.contains(service.policy()))
                .map(service -> service.id().value())
                .collect(Collectors.toSet());
        if (services.isEmpty()) {
            return 0;
        }
        var filter = new IncidentFilter(
                Set.of("triggered", "acknowledged", "mitigated"), services, Set.of(), Set.of(), Set.of(), false, null);
        return incidents.answer(new Matching(null, filter, MOST)).size();
    }

    private static boolean names(Policy policy, UUID schedule) {
        return Stream.concat(
                        policy.steps().stream(),
                        policy.branches().stream().map(Branch::steps).flatMap(List::stream))
                .map(Step::targets)
                .flatMap(List::stream)
                .anyMatch(target -> target.id().equals(schedule));
    }

    private <D extends Definition> Stream<D> all(Class<D> kind) {
        return rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
