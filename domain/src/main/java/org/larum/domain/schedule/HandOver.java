package org.larum.domain.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.larum.domain.directory.PersonId;

/** Who is on call from an instant on and was not before, and the other way round, in the order of the layers. */
record HandOver(Instant at, List<PersonId> coming, List<PersonId> going) {

    /** Those of a time; whoever goes on being on call, in whatever layer, neither comes nor goes. */
    static List<HandOver> within(OnCallHistory history, Stretch span) {
        var shifts = history.within(new Stretch(span.from().minusNanos(1), span.until()));
        var edges = new TreeSet<Instant>();
        shifts.forEach(shift -> {
            edges.add(shift.when().from());
            edges.add(shift.when().until());
        });
        return edges.stream()
                .filter(span::holds)
                .map(at -> at(at, shifts))
                .filter(one -> !one.coming.isEmpty() || !one.going.isEmpty())
                .toList();
    }

    private static HandOver at(Instant at, List<Shift> shifts) {
        var before = people(shifts, at.minusNanos(1)).toList();
        var after = people(shifts, at).toList();
        return new HandOver(at, without(after, Set.copyOf(before)), without(before, Set.copyOf(after)));
    }

    private static Stream<PersonId> people(List<Shift> shifts, Instant at) {
        return shifts.stream()
                .filter(shift -> shift.when().holds(at))
                .map(Shift::person)
                .distinct();
    }

    private static List<PersonId> without(List<PersonId> people, Set<PersonId> others) {
        return people.stream().filter(one -> !others.contains(one)).toList();
    }
}
