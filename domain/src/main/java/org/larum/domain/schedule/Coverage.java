package org.larum.domain.schedule;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.larum.domain.directory.PersonId;

/** When nobody would be asked, and when more people than the plan of one layer has. */
public record Coverage(List<Stretch> gaps, List<Doubled> doubled) {

    /** Several layers have somebody at once. */
    public record Doubled(Stretch when, Set<PersonId> people) {}

    public static Coverage of(List<Shift> shifts, Stretch span) {
        var covered = Stretch.joined(shifts.stream().map(Shift::when).toList());
        return new Coverage(span.without(covered), doubled(shifts));
    }

    private static List<Doubled> doubled(List<Shift> shifts) {
        var edges = new TreeSet<Instant>();
        shifts.forEach(shift -> {
            edges.add(shift.when().from());
            edges.add(shift.when().until());
        });
        var coming = new ArrayDeque<>(shifts.stream()
                .sorted(Comparator.comparing(shift -> shift.when().from()))
                .toList());
        var now = new ArrayList<Shift>();
        var doubled = new ArrayList<Doubled>();
        Instant from = null;
        for (var until : edges) {
            if (from != null) {
                var part = new Stretch(from, until);
                now.removeIf(shift -> !shift.when().until().isAfter(part.from()));
                while (!coming.isEmpty() && !coming.getFirst().when().from().isAfter(part.from())) {
                    now.add(coming.removeFirst());
                }
                if (now.stream().map(Shift::layer).distinct().count() > 1) {
                    var people = now.stream().map(Shift::person).collect(Collectors.toUnmodifiableSet());
                    add(doubled, new Doubled(part, people));
                }
            }
            from = until;
        }
        return List.copyOf(doubled);
    }

    private static void add(List<Doubled> doubled, Doubled next) {
        var last = doubled.isEmpty() ? null : doubled.getLast();
        if (last != null
                && last.people().equals(next.people())
                && last.when().until().equals(next.when().from())) {
            doubled.set(
                    doubled.size() - 1,
                    new Doubled(new Stretch(last.when().from(), next.when().until()), last.people()));
        } else {
            doubled.add(next);
        }
    }
}
