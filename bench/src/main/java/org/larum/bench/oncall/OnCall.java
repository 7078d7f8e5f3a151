package org.larum.bench.oncall;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.larum.bench.Driver;
import org.larum.bench.Run;
import org.larum.bench.report.Table;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Schedule.Hours;
import org.larum.domain.directory.Schedule.Layer;
import org.larum.domain.directory.Schedule.Rotation;
import org.larum.domain.directory.Schedule.Turn;
import org.larum.domain.directory.Schedule.Unit;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.schedule.MinuteOracle;
import org.larum.domain.schedule.OnCallHistory;
import org.larum.domain.schedule.Stretch;

/** Answers about many schedules and long times, and the comparison with a clock that is looked at every minute. */
public final class OnCall implements Driver {

    private static final int SCHEDULES = 500;
    private static final int ROUNDS = 30;
    private static final Instant NOW = Instant.parse("2026-11-27T03:42:00Z");

    @Override
    public String about() {
        return "who is on call: how long it takes, and --full: every change of every clock from 2000 to 2040";
    }

    @Override
    public void run(Run run) {
        var schedules = IntStream.range(0, SCHEDULES).mapToObj(OnCall::schedule).toList();
        var table = run.report().table("Who is on call", "question", "first ms", "median ms", "worst ms");
        time(table, SCHEDULES + " schedules at an instant, with the whole shift", () -> {
            for (var schedule : schedules) {
                history(schedule).at(NOW);
            }
        });
        var year = new Stretch(NOW, NOW.plus(Duration.ofDays(365)));
        time(
                table,
                "a year of ten people in three layers",
                () -> history(schedules.getFirst()).within(year));
        compare(run);
    }

    private static OnCallHistory history(Schedule schedule) {
        return new OnCallHistory(List.of(new OnCallHistory.Version(Instant.EPOCH, schedule)), List.of(), List.of());
    }

    private static void time(Table table, String question, Runnable answer) {
        var took = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            answer.run();
            took.add((System.nanoTime() - begun) / 1e6);
        }
        var first = took.getFirst();
        var later = took.subList(ROUNDS / 3, ROUNDS).stream().sorted().toList();
        table.row(question, first, later.get(later.size() / 2), later.getLast());
    }

    /** Ten people; nights and weekends in layers of their own. */
    private static Schedule schedule(int n) {
        var people = IntStream.range(0, 10)
                .mapToObj(i -> new Turn(List.of(PersonId.of("person-" + n + "-" + i))))
                .toList();
        var zone = List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Sydney")
                .get(n % 4);
        var nights = IntStream.rangeClosed(1, 7)
                .mapToObj(day -> new Hours(
                        DayOfWeek.of(day),
                        LocalTime.of(20, 0),
                        DayOfWeek.of(day).plus(1),
                        LocalTime.of(8, 0)))
                .toList();
        var weekends = List.of(new Hours(DayOfWeek.SATURDAY, LocalTime.MIDNIGHT, DayOfWeek.MONDAY, LocalTime.MIDNIGHT));
        var monday = new Rotation(Unit.WEEKS, 1, 1, LocalTime.of(9, 0));
        return new Schedule(
                ScheduleId.of("schedule-" + n),
                "schedule-" + n,
                "Schedule " + n,
                zone,
                List.of(
                        layer("days", zone, people, monday, List.of()),
                        layer(
                                "nights",
                                zone,
                                people.reversed(),
                                new Rotation(Unit.DAYS, 1, 0, LocalTime.of(20, 0)),
                                nights),
                        layer("weekends", zone, people, monday, weekends)),
                List.of(),
                List.of());
    }

    private static Layer layer(String name, String zone, List<Turn> turns, Rotation rotation, List<Hours> only) {
        return new Layer(name, zone, turns, rotation, LocalDateTime.of(2026, 1, 5, 0, 0), null, only, false);
    }

    private static void compare(Run run) {
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        int step = run.isFull() ? 1 : 40;
        int changes = 0;
        int differences = 0;
        for (int i = 0; i < zones.size(); i += step) {
            var zone = zones.get(i);
            var random = new Random(zone.hashCode());
            for (var look : MinuteOracle.looks(zone)) {
                changes++;
                var difference = MinuteOracle.difference(zone, look, random);
                if (difference.isPresent()) {
                    differences++;
                    run.report().broken(difference.get());
                }
            }
            if (i % 100 == 0) {
                run.report().progress(i + " of " + zones.size() + " zones, " + changes + " changes of clocks");
            }
        }
        run.report()
                .table("Compared with looking at the clock every minute", "zones", "changes", "minutes", "differences")
                .row((zones.size() + step - 1) / step, changes, changes * 3600L, differences);
    }
}
