package org.larum.app.simulation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.larum.domain.directory.PersonId;
import org.larum.domain.schedule.Away;
import org.larum.domain.schedule.Shift;

/** Who is there from an instant on, until the next one at which that changes. */
record Presence(NavigableMap<Instant, Set<PersonId>> from) {

    static final Presence NOBODY = always(Set.of());

    static Presence always(Set<PersonId> people) {
        return new Presence(new TreeMap<>(Map.of(Instant.MIN, people)));
    }

    /** Those who are not there meanwhile are left out. */
    static Presence always(Set<PersonId> people, List<Away> away) {
        var absent = away.stream().filter(one -> people.contains(one.person())).toList();
        if (absent.isEmpty()) {
            return always(people);
        }
        var from = new TreeMap<Instant, Set<PersonId>>();
        Stream.concat(
                        Stream.of(Instant.MIN),
                        absent.stream()
                                .flatMap(one ->
                                        Stream.of(one.when().from(), one.when().until())))
                .forEach(at -> from.put(
                        at,
                        people.stream()
                                .filter(person -> absent.stream()
                                        .noneMatch(one -> one.person().equals(person)
                                                && one.when().holds(at)))
                                .collect(Collectors.toUnmodifiableSet())));
        return new Presence(from);
    }

    static Presence of(List<Shift> shifts) {
        var from = new TreeMap<Instant, Set<PersonId>>();
        from.put(Instant.MIN, new HashSet<>());
        shifts.forEach(shift -> {
            from.put(shift.when().from(), new HashSet<>());
            from.put(shift.when().until(), new HashSet<>());
        });
        shifts.forEach(shift -> from.subMap(shift.when().from(), shift.when().until())
                .values()
                .forEach(there -> there.add(shift.person())));
        return new Presence(from);
    }

    static Presence together(List<Presence> all) {
        if (all.size() == 1) {
            return all.getFirst();
        }
        var from = new TreeMap<Instant, Set<PersonId>>();
        all.stream()
                .flatMap(one -> one.from().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(at -> from.put(
                        at, all.stream().flatMap(one -> one.at(at).stream()).collect(Collectors.toUnmodifiableSet())));
        return new Presence(from);
    }

    Set<PersonId> at(Instant at) {
        return from.floorEntry(at).getValue();
    }

    Stream<Set<PersonId>> within(Instant begin, Instant end) {
        return Stream.concat(Stream.of(at(begin)), from.subMap(begin, false, end, false).values().stream());
    }

    Set<PersonId> everybody() {
        return from.values().stream().flatMap(Collection::stream).collect(Collectors.toUnmodifiableSet());
    }
}
