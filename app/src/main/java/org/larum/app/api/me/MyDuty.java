package org.larum.app.api.me;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.me.MyDutyView.MyDutyNow;
import org.larum.app.api.me.MyDutyView.MyShift;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.rulebook.RuleBook.Version;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.schedule.Shift;
import org.larum.domain.schedule.Stretch;
import org.larum.projections.shared.Named;

/** Works out when somebody is on call, from the organisation in memory. */
final class MyDuty {

    private static final Duration AHEAD = Duration.ofDays(56);
    private static final int MOST = 20;

    private final RuleBook rules;

    MyDuty(RuleBook rules) {
        this.rules = rules;
    }

    MyDutyView of(PersonId person, Instant now) {
        var shifts = rules.inUse()
                .map(Version::definition)
                .filter(Schedule.class::isInstance)
                .map(Schedule.class::cast)
                .filter(schedule -> isIn(person, schedule))
                .flatMap(schedule -> shifts(schedule, person, now).stream())
                .sorted(Comparator.comparing(shift -> Objects.requireNonNullElse(shift.from(), Instant.MIN)))
                .limit(MOST)
                .toList();
        var running = shifts.stream().filter(shift -> shift.from() == null).toList();
        return new MyDutyView(running.isEmpty() ? null : now(running), shifts);
    }

    private static MyDutyNow now(List<MyShift> running) {
        var schedules = running.stream().map(MyShift::schedule).distinct().toList();
        boolean isEndless = running.stream().anyMatch(shift -> shift.until() == null);
        var last = running.stream()
                .flatMap(shift -> Stream.ofNullable(shift.until()))
                .max(Comparator.naturalOrder());
        return new MyDutyNow(schedules, isEndless ? null : last.orElse(null));
    }

    /** Of a thousand schedules only a few name one person: the others are not worked out. */
    private boolean isIn(PersonId person, Schedule schedule) {
        var stands = Stream.concat(
                schedule.overrides().stream(), rules.agreements().overrides(schedule.id(), Long.MAX_VALUE).stream());
        return schedule.layers().stream()
                        .flatMap(layer -> layer.turns().stream())
                        .anyMatch(turn -> turn.people().contains(person))
                || stands.anyMatch(override -> override.person().equals(person));
    }

    private List<MyShift> shifts(Schedule schedule, PersonId person, Instant now) {
        var span = new Stretch(now, now.plus(AHEAD));
        var mine = rules.onCall(schedule.id()).within(span).stream()
                .filter(shift -> shift.person().equals(person))
                .sorted(Comparator.comparing(shift -> shift.when().from()))
                .toList();
        var named = new Named(schedule.id().value(), schedule.word(), schedule.name());
        return joined(mine).stream()
                .map(shift -> new MyShift(
                        named,
                        shift.layer(),
                        shift.when().from().isAfter(now) ? shift.when().from() : null,
                        shift.when().until().isBefore(span.until())
                                ? shift.when().until()
                                : null))
                .toList();
    }

    /** Who hands over to themselves goes on, whatever the layer. */
    private static List<Turn> joined(List<Shift> shifts) {
        var joined = new ArrayList<Turn>();
        for (var shift : shifts) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && !shift.when().from().isAfter(last.when().until())) {
                var until = last.when().until().isAfter(shift.when().until())
                        ? last.when().until()
                        : shift.when().until();
                boolean isSame = Objects.equals(last.layer(), shift.layer());
                joined.set(
                        joined.size() - 1,
                        new Turn(
                                isSame ? shift.layer() : null,
                                new Stretch(last.when().from(), until)));
            } else {
                joined.add(new Turn(shift.layer(), shift.when()));
            }
        }
        return joined;
    }

    private record Turn(@Nullable String layer, Stretch when) {}
}
