package org.larum.app.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.app.beat.Beat;
import org.larum.app.escalation.TimerChange;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.Reactions;
import org.larum.app.watch.WatchTable.Forgotten;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.larum.domain.escalation.RunId;
import org.larum.domain.incident.IncidentEvent.AcknowledgementRenewed;
import org.larum.domain.incident.IncidentEvent.HushEnded;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentHushed;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.IncidentSnoozed;
import org.larum.domain.incident.IncidentEvent.Rest;
import org.larum.domain.incident.IncidentEvent.Turn;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.incident.IncidentState;
import org.larum.domain.major.MajorEvent.MajorIncidentDeclared;
import org.larum.domain.major.MajorEvent.MajorIncidentEnded;
import org.larum.domain.major.MajorEvent.MajorIncidentMerged;
import org.larum.domain.major.MajorEvent.MajorIncidentStoodDown;
import org.larum.domain.major.MajorEvent.UpdatePosted;
import org.larum.domain.major.MajorEvent.UpdateReminded;
import org.larum.domain.reach.ReachEvent.ReachStopped;
import org.larum.domain.reach.ReachEvent.WayScheduled;
import org.larum.domain.reach.ReachEvent.WayTried;
import org.larum.domain.reach.ReachId;
import org.larum.domain.shared.Severity;
import org.larum.domain.shared.Time;
import org.larum.domain.sla.SlaEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The standing check. An open incident without a next step, one that is quiet for no reason, a message without an attempt, an attempt past its lease, a reader
 * that stands still: none of these may be; each is mended where it can be, and told in every case.
 */
public final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMinutes(1);
    private static final String NEEDS_ANSWER = "when-incident-needs-answer";
    private static final String ASKS = "when-escalation-asks";

    private final WatchTable table;
    private final EventLog log;
    private final Reactions reactions;
    private final OwnFaults faults;
    private final HushCheck hushes;
    private final Supplier<Set<String>> running;
    private final Time time;
    private final Beat beat = new Beat("standing-check", EVERY, this::look);

    private final Standstill standstill = new Standstill(EVERY);

    /** @param running the names of the readers of the log */
    public Watch(
            WatchTable table,
            EventLog log,
            Reactions reactions,
            OwnFaults faults,
            HushCheck hushes,
            Supplier<Set<String>> running,
            Time time) {
        this.table = table;
        this.log = log;
        this.reactions = reactions;
        this.faults = faults;
        this.hushes = hushes;
        this.running = running;
        this.time = time;
    }

    public void start() {
        beat.start();
    }

    public void stop() {
        beat.stop();
    }

    /** One look. Stories call it after doing harm. */
    public void look() {
        readers();
        told(
                "forgotten-incidents",
                table.forgotten().stream().filter(this::mend).toList(),
                "%d open incidents had no next step. Their escalation goes on now; look at them.");
        told(
                "overslept-incidents",
                table.overslept().stream().filter(this::wake).toList(),
                "%d incidents were held or snoozed longer than they may be. Their time is up now; look at them.");
        told(
                "groundless-quiet",
                table.quiet().stream().filter(hushes::mend).toList(),
                "%d incidents were quiet and nothing silences them, or nobody would have looked. They ask again; look at them.");
        told(
                "unreminded-updates",
                table.unreminded().stream().filter(this::remind).toList(),
                "%d major incidents had no reminder of their next update. It comes now; look at them.");
        told(
                "unrung-clocks",
                table.unrung().stream().filter(this::ring).toList(),
                "%d incidents were late by what was promised, and nobody would have heard. They do now; look at them.");
        told(
                "unreached-people",
                table.asking().stream().flatMap(this::pursue).toList(),
                "%d people were to be reached in another way, and no timer was set for it. They are now; look at the incidents.");
        told(
                "unattempted-messages",
                table.unattempted(),
                "%d messages were asked for and never tried. Look at the outbox.");
        int abandoned = table.abandoned();
        told(
                "abandoned-attempts",
                Collections.nCopies(abandoned, ASKS),
                "%d attempts to tell somebody are past their time and nobody took them up.");
    }

    private void told(String key, List<?> found, String sentence) {
        if (found.isEmpty()) {
            faults.clear(key);
        } else {
            LOG.error("standing check: {}", sentence.formatted(found.size()));
            faults.raise(key, Severity.CRITICAL, sentence.formatted(found.size()));
        }
    }

    private void readers() {
        long head = log.head();
        var look = standstill.look(time.now(), head, table.readers(running.get()));
        look.moving().forEach(reader -> faults.clear("reader/" + reader.name()));
        look.standing()
                .forEach(reader -> faults.raise(
                        "reader/" + reader.name(),
                        Severity.CRITICAL,
                        reader.name() + " has stood still at event " + reader.index() + " of " + head
                                + ". What depends on it waits."));
    }

    /** Whether it was truly forgotten: the projection may be behind, so the log has the last word. */
    private boolean mend(Forgotten forgotten) {
        var incident = new IncidentId(forgotten.incident());
        var call = lastCall(incident);
        // One that began just now is begun by its reaction in a moment: nobody has forgotten it.
        if (call == null || call.at().plus(A_MOMENT).isAfter(forgotten.now())) {
            return false;
        }
        var run = RunId.of(incident, call.run());
        StepScheduled next = null;
        for (var message : stream(run.value())) {
            switch (message.getPayload()) {
                case StepScheduled e -> next = e;
                case EscalationStopped e -> {
                    return false;
                }
                default -> {}
            }
        }
        LOG.error("incident #{} had no next step; its escalation goes on", forgotten.number());
        return next != null ? table.setAgain(next) : reactions.again(NEEDS_ANSWER, call.index(), log);
    }

    /** Whether it has overslept: the timer that counts is that of the last lease or snooze in the log. */
    private boolean wake(Forgotten overslept) {
        var incident = new IncidentId(overslept.incident());
        Integer timer = null;
        for (var message : stream(incident.value())) {
            timer = switch (message.getPayload()) {
                case IncidentAcknowledged e ->
                    e.lease() == null ? null : e.lease().timer();
                case AcknowledgementRenewed e -> Integer.valueOf(e.lease().timer());
                case IncidentSnoozed e -> Integer.valueOf(e.timer());
                case IncidentHushed e -> timer;
                case Turn e -> null;
                case Rest e -> null;
                default -> timer;
            };
        }
        return timer != null && table.setAgain(incident, timer);
    }

    /** Those of a run whose next way nobody would have gone. */
    private Stream<UUID> pursue(UUID run) {
        var asked = new LinkedHashSet<PersonId>();
        for (var message : stream(run)) {
            if (message.getPayload() instanceof RespondersFound e) {
                e.responders().forEach(one -> asked.add(one.person()));
            }
        }
        return asked.stream()
                .map(person -> ReachId.of(new RunId(run), person).value())
                .filter(reach -> {
                    var next = nextWay(reach);
                    return next != null && table.setAgain(next);
                });
    }

    private @Nullable WayScheduled nextWay(UUID reach) {
        WayScheduled next = null;
        for (var message : stream(reach)) {
            next = switch (message.getPayload()) {
                case WayScheduled e -> e;
                case WayTried e -> null;
                case ReachStopped e -> null;
                default -> next;
            };
        }
        return next;
    }

    /** Whether an update is due: the timer that counts is the last in the log, while the major incident goes on. */
    private boolean remind(UUID major) {
        Integer timer = null;
        for (var message : stream(major)) {
            timer = switch (message.getPayload()) {
                case MajorIncidentDeclared e -> Integer.valueOf(e.clock().timer());
                case UpdatePosted e ->
                    e.clock() == null ? null : Integer.valueOf(e.clock().timer());
                case UpdateReminded e -> Integer.valueOf(e.clock().timer());
                case MajorIncidentStoodDown e -> null;
                case MajorIncidentEnded e -> null;
                case MajorIncidentMerged e -> null;
                default -> timer;
            };
        }
        return timer != null && table.setMajorAgain(major, timer);
    }

    /** Whether a clock is late: the timer that counts is the last in the log, while the clock runs. */
    private boolean ring(UUID clock) {
        Integer timer = null;
        for (var message : stream(clock)) {
            if (message.getPayload() instanceof SlaEvent event) {
                var change = TimerChange.of(event);
                timer = change != null && change.isSet() ? Integer.valueOf(change.timer()) : null;
            }
        }
        return timer != null && table.setClockAgain(clock, timer);
    }

    /** The last call for an answer of an incident that has not been answered: its run, and the event that began it. */
    private record Call(int run, long index, Instant at) {}

    private @Nullable Call lastCall(IncidentId incident) {
        Call last = null;
        for (var message : stream(incident.value())) {
            switch (message.getPayload()) {
                case Turn e ->
                    last = e.state() == IncidentState.TRIGGERED
                            ? new Call(e.run(), log.indexOf(message), e.at())
                            : null;
                case IncidentRerouted e when e.asks() -> last = new Call(e.run(), log.indexOf(message), e.at());
                case HushEnded e when e.asks() -> last = new Call(e.run(), log.indexOf(message), e.at());
                case Rest e -> last = null;
                default -> {}
            }
        }
        return last;
    }

    private List<DomainEventMessage<?>> stream(UUID aggregate) {
        return log.readEvents(aggregate.toString(), 0)
                .asStream()
                .<DomainEventMessage<?>>map(message -> message)
                .toList();
    }
}
