package org.larum.domain.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.larum.domain.directory.PersonId;
import org.larum.domain.shared.WallClock;

/**
 * How much of the burden somebody carries. {@code night}: between 22:00 and 06:00 where the person lives; {@code weekend} and
 * {@code holiday}: days of the person's zone, from midnight to midnight. An hour may count in several of them. {@code nights}: how many
 * nights have at least one hour of it.
 */
public record Load(
        PersonId person, int shifts, Duration all, Duration night, Duration weekend, Duration holiday, int nights) {

    private static final LocalTime DUSK = LocalTime.of(22, 0);
    private static final LocalTime DAWN = LocalTime.of(6, 0);
    private static final Duration LEAST = Duration.ofHours(1);

    /** Of everybody who has a shift, in the order in which they come. */
    public static List<Load> of(List<Shift> shifts, Function<PersonId, String> zoneOf, Collection<LocalDate> holidays) {
        var byPerson = new LinkedHashMap<PersonId, List<Stretch>>();
        shifts.forEach(shift -> byPerson.computeIfAbsent(shift.person(), none -> new ArrayList<>())
                .add(shift.when()));
        return byPerson.entrySet().stream()
                .map(one -> of(one, WallClock.of(zoneOf.apply(one.getKey())), Set.copyOf(holidays)))
                .toList();
    }

    private static Load of(Map.Entry<PersonId, List<Stretch>> one, WallClock clock, Set<LocalDate> holidays) {
        var night = Duration.ZERO;
        var weekend = Duration.ZERO;
        var holiday = Duration.ZERO;
        var all = Duration.ZERO;
        var nights = new HashSet<LocalDate>();
        // Two layers at once are one burden.
        for (var when : Stretch.joined(one.getValue())) {
            all = all.plus(length(when));
            var last = clock.shown(when.until()).toLocalDate();
            var day = clock.shown(when.from()).toLocalDate().minusDays(1);
            for (; !day.isAfter(last); day = day.plusDays(1)) {
                var dark = both(when, dark(clock, day));
                night = night.plus(dark);
                if (dark.compareTo(LEAST) >= 0) {
                    nights.add(day);
                }
                var light = both(
                        when,
                        new Stretch(
                                clock.at(day.atStartOfDay()),
                                clock.at(day.plusDays(1).atStartOfDay())));
                if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
                    weekend = weekend.plus(light);
                }
                if (holidays.contains(day)) {
                    holiday = holiday.plus(light);
                }
            }
        }
        return new Load(one.getKey(), one.getValue().size(), all, night, weekend, holiday, nights.size());
    }

    private static Stretch dark(WallClock clock, LocalDate evening) {
        return new Stretch(
                clock.at(evening.atTime(DUSK)), clock.at(evening.plusDays(1).atTime(DAWN)));
    }

    private static Duration both(Stretch one, Stretch other) {
        return one.and(other).map(Load::length).orElse(Duration.ZERO);
    }

    private static Duration length(Stretch when) {
        return Duration.between(when.from(), when.until());
    }
}
