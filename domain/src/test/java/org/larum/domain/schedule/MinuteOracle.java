package org.larum.domain.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Schedule.Layer;
import org.larum.domain.directory.Schedule.Turn;

/**
 * Who is on call, found out the long way: it looks at the clock on the wall every minute, remembers the latest time that it has shown,
 * and counts hand-overs one by one. It shares nothing with the calculators.
 */
public final class MinuteOracle {

    private MinuteOracle() {}

    /** Where a clock is put forward or back from 2000 to 2040, and a day that most years do not have. */
    public static List<Instant> looks(String zone) {
        var looks = new ArrayList<Instant>();
        looks.add(Instant.parse("2028-02-29T00:00:00Z"));
        var rules = ZoneId.of(zone).getRules();
        var next = rules.nextTransition(Instant.parse("2000-01-01T00:00:00Z"));
        while (next != null && next.getInstant().isBefore(Instant.parse("2041-01-01T00:00:00Z"))) {
            looks.add(next.getInstant());
            next = rules.nextTransition(next.getInstant());
        }
        return looks;
    }

    /** Compares 60 hours of some schedule minute by minute; what differs first, if anything does. */
    public static Optional<String> difference(String zone, Instant look, Random random) {
        var from = look.minus(30, ChronoUnit.HOURS);
        var until = look.plus(30, ChronoUnit.HOURS);
        var schedule = ScheduleExamples.any(zone, look, random);
        var absence = new Away(
                ScheduleExamples.ADA, new Stretch(look.minus(90, ChronoUnit.MINUTES), look.plus(9, ChronoUnit.HOURS)));
        var away = random.nextBoolean() ? List.<Away>of() : List.of(absence);
        var shifts = new OnCallCalendar(schedule, List.of(), away).within(new Stretch(from, until));
        var found = new ArrayList<String>();
        walk(schedule, away, from, until, (at, expected) -> {
            var told = shifts.stream()
                    .filter(shift -> shift.when().holds(at))
                    .map(Shift::person)
                    .collect(Collectors.toSet());
            if (found.isEmpty() && !told.equals(expected)) {
                found.add("%s at %s: %s and not %s by %s, away %s".formatted(zone, at, told, expected, schedule, away));
            }
        });
        return found.stream().findFirst();
    }

    private interface Minute {
        void is(Instant at, Set<PersonId> onCall);
    }

    private static void walk(Schedule schedule, List<Away> away, Instant from, Instant until, Minute minute) {
        var layers = schedule.layers().stream().map(Walk::new).toList();
        // Before the span as well: the clock may just have been put back.
        for (var at = from.minus(4, ChronoUnit.HOURS); at.isBefore(until); at = at.plus(1, ChronoUnit.MINUTES)) {
            for (var layer : layers) {
                layer.look(at);
            }
            if (!at.isBefore(from)) {
                minute.is(at, onCall(schedule, layers, away, at));
            }
        }
    }

    private static Set<PersonId> onCall(Schedule schedule, List<Walk> layers, List<Away> away, Instant at) {
        List<PersonId> top = List.of();
        var beside = new ArrayList<PersonId>();
        for (var walk : layers) {
            var people = present(walk, away, at);
            if (walk.layer.beside()) {
                beside.addAll(people);
            } else if (!people.isEmpty()) {
                top = people;
            }
        }
        var all = new ArrayList<>(top);
        all.addAll(beside);
        for (var override : schedule.overrides()) {
            if (!at.isBefore(override.from()) && at.isBefore(override.until())) {
                if (override.instead() == null) {
                    all.clear();
                    all.add(override.person());
                } else {
                    all.replaceAll(person -> person.equals(override.instead()) ? override.person() : person);
                }
            }
        }
        return new LinkedHashSet<>(all);
    }

    private static List<PersonId> present(Walk walk, List<Away> away, Instant at) {
        int turn = walk.turn;
        if (turn < 0 || !walk.isOpen()) {
            return List.of();
        }
        List<Turn> turns = walk.layer.turns();
        for (int i = 0; i < turns.size(); i++) {
            var there = turns.get((turn + i) % turns.size()).people().stream()
                    .filter(person -> away.stream()
                            .noneMatch(one -> one.person().equals(person)
                                    && !at.isBefore(one.when().from())
                                    && at.isBefore(one.when().until())))
                    .toList();
            if (!there.isEmpty()) {
                return there;
            }
        }
        return List.of();
    }

    private static final class Walk {

        private final Layer layer;
        private final ZoneId zone;
        private LocalDateTime shown = LocalDateTime.MIN;
        private @Nullable LocalDateTime next;
        private int turn = -1;

        Walk(Layer layer) {
            this.layer = layer;
            this.zone = ZoneId.of(layer.timeZone());
            this.next = first(layer);
        }

        private static LocalDateTime first(Layer layer) {
            var at = layer.from();
            while (!isHandover(layer, at)) {
                at = at.plusMinutes(1);
            }
            return at;
        }

        private static boolean isHandover(Layer layer, LocalDateTime at) {
            var rotation = layer.rotation();
            if (!at.toLocalTime().equals(rotation.time())) {
                return false;
            }
            return switch (rotation.unit()) {
                case HOURS, DAYS -> true;
                case WEEKS -> at.getDayOfWeek().getValue() == rotation.day();
                case MONTHS ->
                    at.getDayOfMonth()
                            == Math.min(rotation.day(), YearMonth.from(at).lengthOfMonth());
            };
        }

        private static LocalDateTime following(Layer layer, LocalDateTime at) {
            var rotation = layer.rotation();
            var step = at;
            switch (rotation.unit()) {
                case HOURS -> step = at.plusHours(rotation.every());
                case DAYS -> step = at.plusDays(rotation.every());
                case WEEKS -> step = at.plusDays(7L * rotation.every());
                case MONTHS -> {
                    for (int i = 0; i < rotation.every(); i++) {
                        step = step.plusDays(1);
                        while (!isHandover(layer, step)) {
                            step = step.plusDays(1);
                        }
                    }
                }
            }
            return step;
        }

        void look(Instant at) {
            var now = LocalDateTime.ofInstant(at, zone);
            if (now.isAfter(shown)) {
                shown = now;
            }
            while (next != null && !next.isAfter(shown)) {
                turn = (turn + 1) % layer.turns().size();
                next = following(layer, next);
            }
        }

        boolean isOpen() {
            if (layer.until() != null && !shown.isBefore(layer.until())) {
                return false;
            }
            return layer.only().isEmpty()
                    || layer.only().stream().anyMatch(part -> {
                        int from = minute(part.fromDay().getValue(), part.from().toSecondOfDay() / 60);
                        int until =
                                minute(part.untilDay().getValue(), part.until().toSecondOfDay() / 60);
                        int now = minute(
                                shown.getDayOfWeek().getValue(),
                                shown.toLocalTime().toSecondOfDay() / 60);
                        return from < until ? from <= now && now < until : from <= now || now < until;
                    });
        }

        private static int minute(int day, int minuteOfDay) {
            return (day - 1) * 1440 + minuteOfDay;
        }
    }
}
