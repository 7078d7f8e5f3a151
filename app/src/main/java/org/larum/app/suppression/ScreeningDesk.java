package org.larum.app.suppression;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Wishes;
import org.larum.app.eventstore.Log;
import org.larum.app.suppression.HeldAlerts.Held;
import org.larum.domain.alert.AlertEvent;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.Directory;
import org.larum.domain.shared.Command;
import org.larum.domain.suppression.Conditions;
import org.larum.domain.suppression.History;
import org.larum.domain.suppression.InhibitionId;
import org.larum.domain.suppression.Screen;
import org.larum.domain.suppression.ScreeningId;
import org.larum.domain.suppression.SuppressionCommand.AdmitAlert;
import org.larum.domain.suppression.SuppressionCommand.EndInhibition;
import org.larum.domain.suppression.SuppressionCommand.LapseSuppression;
import org.larum.domain.suppression.SuppressionCommand.SuppressAlert;
import org.larum.domain.suppression.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again at alerts that are held back when it is time: lets through what nothing holds any more, forgets what is over, and
 * leaves the rest for another reason or another time. On any node, once.
 */
public final class ScreeningDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ScreeningDesk.class);
    private static final int BATCH = 200;

    private final HeldAlerts table;
    private final Commands commands;
    private final Log log;
    private final Supplier<Directory> organisation;
    private final Conditions conditions;

    /** @param organisation as it is now, to the last change: a rule that was changed is why some are due */
    ScreeningDesk(
            HeldAlerts table, Commands commands, Log log, Supplier<Directory> organisation, Conditions conditions) {
        this.table = table;
        this.commands = commands;
        this.log = log;
        this.organisation = organisation;
        this.conditions = conditions;
    }

    /** Takes everything up that is due. Stories call it after winding the clock. */
    public void look() {
        while (endInhibitions() == BATCH) {
            // more causes are over
        }
        int taken;
        do {
            taken = screenAgain();
        } while (taken == BATCH);
    }

    private int endInhibitions() {
        return commands.inOneUnit(() -> {
            var ended = table.ended(BATCH);
            commands.within(Wishes.of(
                    Map.of(),
                    ended.stream()
                            .map(one -> new EndInhibition(
                                    new InhibitionId(one.inhibition()),
                                    new AlertId(one.alert()),
                                    micros(one.now().toInstant())))
                            .toList()));
            return ended.size();
        });
    }

    private int screenAgain() {
        try {
            return commands.inOneUnit(() -> {
                var due = due(BATCH);
                commands.within(Wishes.of(Map.of(), decide(due)));
                return due.size();
            });
        } catch (RuntimeException e) {
            LOG.warn("held alerts could not be looked at together and are looked at singly: {}", e.toString());
            return singly();
        }
    }

    /** One that fails must not keep the others waiting. */
    private int singly() {
        for (int n = 0; n < BATCH; n++) {
            var failing = new ArrayList<Held>(1);
            try {
                boolean wasLast = commands.inOneUnit(() -> {
                    var due = due(1);
                    failing.clear();
                    failing.addAll(due);
                    commands.within(Wishes.of(Map.of(), decide(due)));
                    return due.isEmpty();
                });
                if (wasLast) {
                    return n;
                }
            } catch (RuntimeException e) {
                if (failing.isEmpty()) {
                    throw e;
                }
                LOG.error(
                        "alert {} is held back and could not be looked at again; it is tried later",
                        failing.getFirst().alert(),
                        e);
                commands.inOneUnit(() -> {
                    table.putBack(failing.getFirst().alert());
                    return true;
                });
            }
        }
        return 0;
    }

    private List<Held> due(int limit) {
        var due = table.due(limit);
        if (!due.isEmpty()) {
            log.prefetch(due.stream().map(Held::alert).toList());
        }
        return due;
    }

    private List<Command> decide(List<Held> due) {
        var wishes = new ArrayList<Command>();
        if (due.isEmpty()) {
            return wishes;
        }
        var directory = organisation.get();
        for (var held : due) {
            wishes.addAll(decide(held, directory, micros(held.now().toInstant())));
        }
        return wishes;
    }

    private List<Command> decide(Held held, Directory directory, Instant at) {
        var alert = new AlertId(held.alert());
        var screening = ScreeningId.of(alert);
        var history = history(alert);
        if (history.isOver()) {
            return List.of(new LapseSuppression(screening, at));
        }
        var verdict =
                new Screen(directory, conditions).judge(history.candidate(directory, table.seen(held.alert())), at);
        var wishes = new ArrayList<>(reports(verdict, alert, at));
        wishes.add(next(verdict, screening, history, at));
        return wishes;
    }

    private static List<Command> reports(Verdict verdict, AlertId alert, Instant at) {
        return verdict.failures().stream()
                .<Command>map(failure -> failure.report(alert, at))
                .toList();
    }

    private Command next(Verdict verdict, ScreeningId screening, History history, Instant at) {
        var pending = history.pending();
        var alert = pending.joining().alert().value();
        var muted = verdict.targets().stream()
                .filter(target -> table.isMuted(target.inhibition().value(), alert))
                .findFirst();
        if (muted.isPresent()) {
            var by = muted.get();
            table.later(alert, null);
            return new SuppressAlert(screening, pending, by.by(), by.inhibition(), null, at);
        }
        if (verdict.by() != null) {
            table.later(alert, verdict.until());
            return new SuppressAlert(screening, pending, verdict.by(), null, verdict.until(), at);
        }
        return new AdmitAlert(screening, pending, at);
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

    /** One that looks at what is only thought through. */
    public static ScreeningDesk of(
            HeldInMemory held, Commands commands, Log log, Directory organisation, Conditions conditions) {
        return new ScreeningDesk(held, commands, log, () -> organisation, conditions);
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
