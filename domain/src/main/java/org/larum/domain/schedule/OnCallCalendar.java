package org.larum.domain.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Schedule.ShiftOverride;

/** Who is on call by one version of a schedule, with what was agreed beside it. */
public final class OnCallCalendar {

    private static final Comparator<Shift> ORDER = Comparator.comparing(
                    (Shift shift) -> shift.when().from())
            .thenComparing(shift -> shift.person().value());

    private final List<LayerCalendar> layers;
    private final List<ShiftOverride> overrides;
    private final List<Away> away;

    /** @param agreed later ones win over earlier ones, and all over those of the schedule */
    public OnCallCalendar(Schedule schedule, List<ShiftOverride> agreed, List<Away> away) {
        this.layers = schedule.layers().stream().map(LayerCalendar::new).toList();
        this.overrides =
                Stream.concat(schedule.overrides().stream(), agreed.stream()).toList();
        this.away = away;
    }

    /** All that touch the span, cut to it, in the order in which they begin. */
    public List<Shift> within(Stretch span) {
        var held = layers.stream().map(layer -> layer.within(span)).toList();
        // Most of what was ever agreed on lies elsewhere.
        var standing = overrides.stream()
                .filter(override -> when(override).and(span).isPresent())
                .toList();
        var missing =
                away.stream().filter(one -> one.when().and(span).isPresent()).toList();
        var edges = edges(held, standing, missing, span);
        var next = new int[layers.size()];
        var open = new ArrayList<Shift>();
        var shifts = new ArrayList<Shift>();
        Instant from = null;
        for (var until : edges) {
            if (from != null) {
                var now = new Stretch(from, until);
                go(open, shifts, duty(held, next, standing, missing, now));
            }
            from = until;
        }
        shifts.addAll(open);
        shifts.sort(ORDER);
        return List.copyOf(shifts);
    }

    /** What goes on is made longer, what does not is closed. */
    private static void go(List<Shift> open, List<Shift> closed, List<Shift> now) {
        var before = List.copyOf(open);
        open.clear();
        for (var shift : now) {
            open.add(before.stream()
                    .filter(shift::isSameDuty)
                    .findFirst()
                    .map(one -> one.during(
                            new Stretch(one.when().from(), shift.when().until())))
                    .orElse(shift));
        }
        before.stream()
                .filter(shift -> now.stream().noneMatch(shift::isSameDuty))
                .forEach(closed::add);
    }

    private static Collection<Instant> edges(
            List<List<LayerCalendar.Held>> held, List<ShiftOverride> standing, List<Away> missing, Stretch span) {
        var edges = new TreeSet<Instant>();
        edges.add(span.from());
        edges.add(span.until());
        Stream.of(
                        held.stream().flatMap(List::stream).map(LayerCalendar.Held::when),
                        standing.stream().map(OnCallCalendar::when),
                        missing.stream().map(Away::when))
                .flatMap(all -> all)
                .forEach(when -> when.and(span).ifPresent(part -> {
                    edges.add(part.from());
                    edges.add(part.until());
                }));
        return edges;
    }

    private static Stretch when(ShiftOverride override) {
        return new Stretch(override.from(), override.until());
    }

    /** Who is on call during a time in which nothing changes. */
    private List<Shift> duty(
            List<List<LayerCalendar.Held>> held,
            int[] next,
            List<ShiftOverride> standing,
            List<Away> absences,
            Stretch now) {
        var missing = absences.stream()
                .filter(one -> one.when().holds(now.from()))
                .map(Away::person)
                .collect(Collectors.toUnmodifiableSet());
        List<Shift> top = List.of();
        var duty = new ArrayList<Shift>();
        for (int i = 0; i < layers.size(); i++) {
            var place = place(held.get(i), next, i, now.from());
            if (place != null) {
                var layer = layers.get(i);
                var shifts = shifts(layer, place, missing, now);
                if (layer.layer().beside()) {
                    duty.addAll(shifts);
                } else if (!shifts.isEmpty()) {
                    top = shifts;
                }
            }
        }
        duty.addAll(0, top);
        for (var override : standing) {
            if (when(override).holds(now.from())) {
                replace(duty, override, now);
            }
        }
        return once(duty);
    }

    private static @Nullable Integer place(List<LayerCalendar.Held> held, int[] next, int layer, Instant at) {
        while (next[layer] < held.size()
                && !held.get(next[layer]).when().until().isAfter(at)) {
            next[layer]++;
        }
        return next[layer] < held.size() && held.get(next[layer]).when().holds(at)
                ? held.get(next[layer]).place()
                : null;
    }

    /** Those of the turn who are there; when none of them is, those of the next turn that has anybody. */
    private static List<Shift> shifts(LayerCalendar layer, int place, Set<PersonId> missing, Stretch now) {
        var due = layer.turn(place).people();
        for (int i = 0; i < layer.places(); i++) {
            var there = layer.turn(place + i).people().stream()
                    .filter(person -> !missing.contains(person))
                    .toList();
            if (!there.isEmpty()) {
                var instead = i == 0 ? null : due.getFirst();
                return there.stream()
                        .map(person -> new Shift(person, now, layer.layer().name(), null, instead))
                        .toList();
            }
        }
        return List.of();
    }

    private static void replace(List<Shift> duty, ShiftOverride override, Stretch now) {
        var instead = override.instead();
        if (instead == null) {
            var first = duty.isEmpty() ? null : duty.getFirst();
            duty.clear();
            duty.add(new Shift(
                    override.person(),
                    now,
                    first == null ? null : first.layer(),
                    override,
                    first == null ? null : first.person()));
        } else {
            duty.replaceAll(shift -> shift.person().equals(instead)
                    ? new Shift(override.person(), now, shift.layer(), override, instead)
                    : shift);
        }
    }

    /** Somebody who is on call in two ways is asked once. */
    private static List<Shift> once(List<Shift> duty) {
        var people = new HashSet<PersonId>();
        return duty.stream().filter(shift -> people.add(shift.person())).toList();
    }

    /** Each layer by itself, as if nothing else were; for those who look at the plan. */
    public List<List<Shift>> layersWithin(Stretch span) {
        return layers.stream()
                .map(layer -> layer.within(span).stream()
                        .flatMap(held -> shifts(layer, held.place(), Set.of(), held.when()).stream())
                        .toList())
                .toList();
    }
}
