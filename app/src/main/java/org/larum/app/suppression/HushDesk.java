package org.larum.app.suppression;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Wishes;
import org.larum.app.eventstore.EventLog;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.suppression.HushTable.Due;
import org.larum.app.watch.HushCheck;
import org.larum.domain.alert.AlertEvent;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.Directory;
import org.larum.domain.incident.IncidentCommand.EndHush;
import org.larum.domain.incident.IncidentCommand.EndIfQuiet;
import org.larum.domain.incident.IncidentCommand.HushIncident;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.incident.Standing;
import org.larum.domain.shared.Command;
import org.larum.domain.suppression.Conditions;
import org.larum.domain.suppression.History;
import org.larum.domain.suppression.Hushing;
import org.larum.domain.suppression.Screen;
import org.larum.domain.suppression.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks of open incidents, when it is time, whether rules silence all their alerts: then nobody is asked for an answer until one of
 * them is not silenced any more. What cannot be asked about asks people. On any node, once.
 */
public final class HushDesk implements HushCheck {

    private static final Logger LOG = LoggerFactory.getLogger(HushDesk.class);
    private static final int BATCH = 50;
    private static final int ALERTS = 200;

    /** While a rule is in force that could silence something, and while none is. */
    private static final Duration IN_FORCE = Duration.ofMinutes(1);

    private static final Duration IDLE = Duration.ofMinutes(10);

    private final HushTable table;
    private final HeldTable held;
    private final Commands commands;
    private final EventLog log;
    private final RuleBook rules;
    private final Conditions conditions;

    HushDesk(HushTable table, HeldTable held, Commands commands, EventLog log, RuleBook rules, Conditions conditions) {
        this.table = table;
        this.held = held;
        this.commands = commands;
        this.log = log;
        this.rules = rules;
        this.conditions = conditions;
    }

    /** Takes everything up that is due. Stories call it after winding the clock. */
    public void look() {
        while (some() == BATCH) {
            // more is due
        }
    }

    private int some() {
        try {
            return take(BATCH).size();
        } catch (RuntimeException e) {
            LOG.warn("incidents could not be asked about together and are asked about singly: {}", e.toString());
            return singly();
        }
    }

    private List<Due> take(int limit) {
        return commands.inOneUnit(() -> {
            var due = table.due(limit);
            decide(due);
            return due;
        });
    }

    /** One that fails must not keep the others waiting. */
    private int singly() {
        for (int n = 0; n < BATCH; n++) {
            var failing = new ArrayList<Due>(1);
            try {
                boolean wasLast = commands.inOneUnit(() -> {
                    var due = table.due(1);
                    failing.clear();
                    failing.addAll(due);
                    decide(due);
                    return due.isEmpty();
                });
                if (wasLast) {
                    return n;
                }
            } catch (RuntimeException e) {
                if (failing.isEmpty()) {
                    throw e;
                }
                ask(failing.getFirst(), e);
            }
        }
        return 0;
    }

    private void ask(Due failing, RuntimeException why) {
        LOG.error("incident {} could not be asked about: nothing silences it", failing.incident(), why);
        commands.inOneUnit(() -> {
            table.putBack(failing.incident());
            if (failing.isHushed()) {
                commands.within(Map.of(), new EndHush(new IncidentId(failing.incident()), micros(failing.now())));
            }
            return true;
        });
    }

    private void decide(List<Due> due) {
        if (due.isEmpty()) {
            return;
        }
        // A rule that was changed is why some of them are due.
        rules.catchUp();
        var round = new Round(micros(due.getFirst().now()));
        var idle = due.stream().filter(one -> round.isSilent && !one.isHushed()).toList();
        if (!idle.isEmpty()) {
            table.later(idle.stream().map(Due::incident).toList(), round.next(null));
        }
        var asked = due.stream().filter(one -> !idle.contains(one)).toList();
        log.prefetch(asked.stream().map(Due::incident).toList());
        var wishes = new ArrayList<Command>();
        for (var one : asked) {
            wishes.addAll(round.ask(new IncidentId(one.incident())));
        }
        commands.within(Wishes.of(Map.of(), wishes));
    }

    /** Looks at many with the same rules, at the same instant. */
    private final class Round {

        private final Instant at;
        private final Directory directory = rules.now();
        private final Screen screen = new Screen(directory, conditions);
        private final boolean isSilent;
        private final @Nullable Instant beginning;
        private final List<Command> reports = new ArrayList<>();

        Round(Instant at) {
            this.at = at;
            this.isSilent = screen.isSilent(at);
            this.beginning = screen.nextBeginning(at).orElse(null);
        }

        /** When to look again, when what silences it ends at {@code until}. */
        Instant next(@Nullable Instant until) {
            return Stream.of(
                            Optional.of(at.plus(isSilent ? IDLE : IN_FORCE)),
                            Optional.ofNullable(beginning),
                            Optional.ofNullable(until))
                    .flatMap(Optional::stream)
                    .min(Instant::compareTo)
                    .orElseThrow();
        }

        List<Command> ask(IncidentId incident) {
            reports.clear();
            var standing = standing(incident);
            var hushing = hushing(standing.alerts());
            table.later(
                    List.of(incident.value()), next(hushing.map(Hushing::until).orElse(null)));
            var wishes = new ArrayList<>(reports);
            if (hushing.isPresent()) {
                wishes.add(hushing.get().command(incident, at));
            } else if (standing.isHushed() && standing.alerts().isEmpty()) {
                // Its time is over and there is nothing left to tell of.
                wishes.addAll(standing.restsEmpty(at) ? List.of() : List.of(new EndIfQuiet(incident, at)));
            } else if (standing.isHushed()) {
                wishes.add(new EndHush(incident, at));
            }
            return wishes;
        }

        /** Empty as soon as one of them is not silenced. */
        Optional<Hushing> hushing(List<AlertId> alerts) {
            if (isSilent || alerts.isEmpty()) {
                return Optional.empty();
            }
            var hushing = new Hushing();
            for (int n = 0; n < alerts.size(); n++) {
                if (n % ALERTS == 0) {
                    // The first alone: most often it is told, and then the others need not be looked at.
                    prefetch(alerts.subList(n, n == 0 ? 1 : Math.min(n + ALERTS, alerts.size())));
                } else if (n == 1) {
                    prefetch(alerts.subList(1, Math.min(ALERTS, alerts.size())));
                }
                if (!isSilenced(alerts.get(n), hushing)) {
                    return Optional.empty();
                }
            }
            return Optional.of(hushing);
        }

        private void prefetch(List<AlertId> alerts) {
            log.prefetch(alerts.stream().map(AlertId::value).toList());
        }

        private boolean isSilenced(AlertId alert, Hushing hushing) {
            var history = history(alert);
            if (history.isOver()) {
                // Its end is on the way to the incident, which changes nothing before it has come.
                return true;
            }
            var verdict = screen.judgeOpen(history.candidate(directory, Optional.empty()), at);
            verdict.failures().forEach(failure -> reports.add(failure.report(alert, at)));
            if (verdict.by() != null) {
                hushing.add(alert, verdict.by(), verdict.until());
                return true;
            }
            return isMuted(alert, verdict, hushing);
        }

        private boolean isMuted(AlertId alert, Verdict verdict, Hushing hushing) {
            var muted = verdict.targets().stream()
                    .filter(target -> held.isMuted(target.inhibition().value(), alert.value()))
                    .findFirst();
            muted.ifPresent(target -> hushing.add(alert, target.by(), null));
            return muted.isPresent();
        }
    }

    @Override
    public boolean mend(UUID incident) {
        return commands.inOneUnit(() -> {
            rules.catchUp();
            var id = new IncidentId(incident);
            var standing = standing(id);
            if (!standing.isHushed()) {
                return false;
            }
            boolean wasLost = table.putIn(incident);
            var at = micros(table.now());
            var hushing = new Round(at).hushing(standing.alerts());
            boolean isGrounded = hushing.isPresent() && hushing.get().hasReason();
            if (isGrounded || standing.alerts().isEmpty()) {
                return wasLost;
            }
            LOG.error("incident {} was quiet and no rule silences it; it asks again", incident);
            commands.within(Map.of(), new EndHush(id, at));
            return true;
        });
    }

    /**
     * What to say to an incident that these alerts become, in the unit of work in which they do: nobody is paged for what is being held
     * back. Empty as soon as one of them is not silenced.
     */
    public Optional<HushIncident> silence(IncidentId incident, List<AlertId> alerts, Instant at) {
        rules.catchUp();
        return new Round(at).hushing(alerts).filter(Hushing::hasReason).map(found -> found.command(incident, at));
    }

    private Standing standing(IncidentId incident) {
        var events = new ArrayList<IncidentEvent>();
        log.readEvents(incident.toString(), 0).forEachRemaining(message -> {
            if (message.getPayload() instanceof IncidentEvent event) {
                events.add(event);
            }
        });
        return Standing.of(events);
    }

    private History history(AlertId alert) {
        var events = new ArrayList<AlertEvent>();
        log.readEvents(alert.toString(), 0).forEachRemaining(message -> {
            if (message.getPayload() instanceof AlertEvent event) {
                events.add(event);
            }
        });
        return History.of(events);
    }

    private static Instant micros(OffsetDateTime at) {
        return at.toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}
