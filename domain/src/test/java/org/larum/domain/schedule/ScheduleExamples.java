package org.larum.domain.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Schedule.Hours;
import org.larum.domain.directory.Schedule.Layer;
import org.larum.domain.directory.Schedule.Rotation;
import org.larum.domain.directory.Schedule.ShiftOverride;
import org.larum.domain.directory.Schedule.Turn;
import org.larum.domain.directory.Schedule.Unit;
import org.larum.domain.directory.ScheduleId;

/** Schedules for tests. */
public final class ScheduleExamples {

    public static final PersonId ADA = PersonId.of("ada");
    public static final PersonId GRACE = PersonId.of("grace");
    public static final PersonId LINUS = PersonId.of("linus");
    public static final PersonId MARGARET = PersonId.of("margaret");
    private static final List<PersonId> ALL = List.of(ADA, GRACE, LINUS, MARGARET);

    private ScheduleExamples() {}

    /** A layer whose zone is that of its schedule. */
    public record Draft(
            String name,
            Rotation rotation,
            LocalDateTime from,
            @Nullable LocalDateTime until,
            List<PersonId> people,
            List<Hours> only,
            boolean isBeside) {

        public Draft only(Hours... hours) {
            return new Draft(name, rotation, from, until, people, List.of(hours), isBeside);
        }

        public Draft beside() {
            return new Draft(name, rotation, from, until, people, only, true);
        }

        public Draft until(String time) {
            return new Draft(name, rotation, from, LocalDateTime.parse(time), people, only, isBeside);
        }

        Layer in(String zone) {
            var turns = people.stream().map(person -> new Turn(List.of(person))).toList();
            return new Layer(name, zone, turns, rotation, from, until, only, isBeside);
        }
    }

    public static Draft layer(String name, Rotation rotation, String from, PersonId... people) {
        return new Draft(name, rotation, LocalDate.parse(from).atStartOfDay(), null, List.of(people), List.of(), false);
    }

    public static Schedule schedule(String zone, Draft... layers) {
        return schedule(zone, Arrays.stream(layers).map(draft -> draft.in(zone)).toList(), List.of());
    }

    private static Schedule schedule(String zone, List<Layer> layers, List<ShiftOverride> overrides) {
        return new Schedule(ScheduleId.of("payments"), "payments", "Payments", zone, layers, overrides, List.of());
    }

    public static Rotation weekly(DayOfWeek day, String time) {
        return new Rotation(Unit.WEEKS, 1, day.getValue(), LocalTime.parse(time));
    }

    public static Rotation daily(String time) {
        return new Rotation(Unit.DAYS, 1, 0, LocalTime.parse(time));
    }

    public static Hours hours(String fromDay, String from, String untilDay, String until) {
        return new Hours(
                DayOfWeek.valueOf(fromDay), LocalTime.parse(from), DayOfWeek.valueOf(untilDay), LocalTime.parse(until));
    }

    public static Stretch span(String from, String until) {
        return new Stretch(Instant.parse(from), Instant.parse(until));
    }

    /** A schedule of a kind that people might write, whose boundaries like to lie near an instant. */
    public static Schedule any(String zone, Instant near, Random random) {
        var layers = new ArrayList<Layer>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            layers.add(anyLayer("layer " + i, zone, near, random, i > 0));
        }
        var overrides = new ArrayList<ShiftOverride>();
        for (int i = 0; i < random.nextInt(3); i++) {
            var from = near.plus(Duration.ofMinutes(random.nextInt(-1000, 1000)));
            overrides.add(new ShiftOverride(
                    one(ALL, random),
                    random.nextBoolean() ? null : one(ALL, random),
                    from,
                    from.plus(Duration.ofMinutes(random.nextInt(1, 900))),
                    null));
        }
        return schedule(zone, layers, overrides);
    }

    private static Layer anyLayer(String name, String zone, Instant near, Random random, boolean mayBeBeside) {
        var local = LocalDateTime.ofInstant(near, ZoneId.of(zone));
        var time = near(local, random).toLocalTime();
        var day = near(local, random).getDayOfWeek().getValue();
        var rotation = switch (random.nextInt(5)) {
            case 0 -> new Rotation(Unit.HOURS, one(List.of(1, 2, 5, 8, 12, 36), random), 0, time);
            case 1, 2 -> new Rotation(Unit.DAYS, random.nextInt(1, 4), 0, time);
            case 3 -> new Rotation(Unit.WEEKS, random.nextInt(1, 3), day, time);
            default ->
                new Rotation(
                        Unit.MONTHS, random.nextInt(1, 3), one(List.of(1, local.getDayOfMonth(), 31), random), time);
        };
        var turns = new ArrayList<Turn>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            var first = one(ALL, random);
            var second = one(ALL, random);
            turns.add(new Turn(first.equals(second) || random.nextBoolean() ? List.of(first) : List.of(first, second)));
        }
        return new Layer(
                name,
                zone,
                turns,
                rotation,
                local.minusDays(random.nextInt(-1, 100)).toLocalDate().atTime(random.nextInt(24), 0),
                random.nextInt(4) == 0 ? near(local, random) : null,
                anyHours(local, random),
                mayBeBeside && random.nextBoolean());
    }

    private static List<Hours> anyHours(LocalDateTime local, Random random) {
        var hours = new ArrayList<Hours>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var from = near(local, random);
            var until = near(local, random);
            hours.add(new Hours(from.getDayOfWeek(), from.toLocalTime(), until.getDayOfWeek(), until.toLocalTime()));
        }
        return hours;
    }

    private static LocalDateTime near(LocalDateTime local, Random random) {
        return local.withSecond(0).withNano(0).plusMinutes(random.nextInt(-40, 40) * 15L + random.nextInt(2));
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
