package org.larum.app.api.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.bus.Wishes;
import org.larum.app.eventstore.Published;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Who;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Seals;
import org.larum.domain.schedule.AbsenceId;
import org.larum.domain.schedule.Agreements.Absent;
import org.larum.domain.schedule.ScheduleCommand;
import org.larum.domain.schedule.ScheduleCommand.DeclareAbsence;
import org.larum.domain.schedule.ScheduleCommand.WithdrawAbsence;
import org.larum.domain.schedule.ScheduleEvent.AbsenceDeclared;
import org.larum.domain.schedule.ScheduleEvent.AbsenceWithdrawn;
import org.larum.domain.schedule.Stretch;
import org.larum.domain.shared.Time;

/**
 * Makes absences of the events of a calendar: all of them in one unit of work, or none. An event is known by its UID, so that the same
 * file changes nothing, and one that was moved takes the absence with it.
 */
public final class CalendarDesk {

    private final Commands commands;
    private final Idempotency idempotency;
    private final RuleBook rules;
    private final Seals seals;
    private final Time time;
    private final DutyReader reader;

    public CalendarDesk(Commands commands, Idempotency idempotency, RuleBook rules, Seals seals, Time time) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.rules = rules;
        this.seals = seals;
        this.time = time;
        this.reader = new DutyReader(rules);
    }

    /** {@code past}: events that are over and were left out; {@code withdrawn}: absences whose event has another time now. */
    public record Imported(int declared, int withdrawn, int unchanged, int past) {}

    Imported read(@Nullable String person, String file, Who who, Write write) {
        rules.catchUp();
        var whose = reader.mine(person, who);
        var events = CalendarFile.read(file, reader.zone(whose));
        var imported = commands.inOneUnit(() -> idempotency.once(write, Imported.class, () -> {
            var now = time.now();
            var coming = events.stream()
                    .filter(event -> event.when().until().isAfter(now))
                    .toList();
            var wishes = new ArrayList<ScheduleCommand>();
            coming.forEach(event -> wishes.addAll(wishes(whose, event, who, now)));
            commands.within(Wishes.of(Map.of(), wishes));
            var made = Published.here().all();
            int declared = (int)
                    made.stream().filter(AbsenceDeclared.class::isInstance).count();
            int withdrawn = (int)
                    made.stream().filter(AbsenceWithdrawn.class::isInstance).count();
            return new Imported(declared, withdrawn, coming.size() - declared, events.size() - coming.size());
        }));
        rules.catchUp();
        return imported;
    }

    private List<ScheduleCommand> wishes(PersonId person, CalendarFile.Event event, Who who, Instant now) {
        var series = AbsenceId.series(person, event.uid());
        var before = rules.agreements().series(series);
        if (!before.isEmpty() && isSame(before.getLast(), event.when())) {
            return List.of();
        }
        var wishes = new ArrayList<ScheduleCommand>();
        before.stream()
                .filter(one ->
                        one.withdrawn() == null && one.event().when().until().isAfter(now))
                .forEach(one -> wishes.add(new WithdrawAbsence(one.event().absence(), who.actor(), now)));
        var summary = event.summary();
        wishes.add(new DeclareAbsence(
                AbsenceId.of(series, event.when(), before.size()),
                person,
                event.when(),
                summary == null ? null : seals.seal(person, summary),
                series,
                who.actor(),
                now));
        return wishes;
    }

    /** Of one that had begun when it was declared, only the rest was. */
    private static boolean isSame(Absent before, Stretch when) {
        var event = before.event();
        boolean isCut = event.when().from().equals(event.at()) && when.from().isBefore(event.at());
        return event.when().until().equals(when.until())
                && (isCut || event.when().from().equals(when.from()));
    }
}
