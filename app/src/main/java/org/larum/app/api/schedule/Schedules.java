package org.larum.app.api.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.WordCursor;
import org.larum.app.api.schedule.DutyView.DutyOverride;
import org.larum.app.api.schedule.PlanView.PlanDay;
import org.larum.app.api.schedule.PlanView.PlanDouble;
import org.larum.app.api.schedule.PlanView.PlanLayer;
import org.larum.app.api.schedule.PlanView.PlanLoad;
import org.larum.app.api.schedule.PlanView.PlanSpan;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.schedule.Coverage;
import org.larum.domain.schedule.Load;
import org.larum.domain.schedule.OnCallCalendar;
import org.larum.domain.schedule.OnCallHistory;
import org.larum.domain.schedule.Shift;
import org.larum.domain.schedule.Stretch;
import org.larum.domain.shared.Refusal;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;
import org.larum.projections.shared.Page.Asked;

/** Answers who is on call, from the organisation in memory. */
public final class Schedules {

    private static final Duration MOST = Duration.ofDays(400);
    private static final int MOST_SHIFTS = 20_000;
    private static final Duration NEXT = Duration.ofDays(62);

    private final RuleBook rules;
    private final Names names;

    public Schedules(RuleBook rules, Names names) {
        this.rules = rules;
        this.names = names;
    }

    /** Those on call at an instant, by schedule; a schedule that has nobody then has no line. */
    Page<DutyView> onCall(Instant at, @Nullable String schedule, Asked asked) {
        if (schedule != null) {
            var one = find(schedule);
            return new Page<>(duties(one, rules.onCall(one.id()).at(at)), null);
        }
        var found = page(asked);
        return new Page<>(
                found.stream()
                        .limit(asked.limit())
                        .flatMap(one -> duties(one, rules.onCall(one.id()).at(at)).stream())
                        .toList(),
                next(found, asked));
    }

    public Page<ScheduleLineView> list(Instant now, Asked asked) {
        var found = page(asked);
        return new Page<>(
                found.stream()
                        .limit(asked.limit())
                        .map(schedule -> line(schedule, now))
                        .toList(),
                next(found, asked));
    }

    /** One more than asked for: it only tells that there is a next page. */
    private List<Schedule> page(Asked asked) {
        var after = WordCursor.read(asked.after());
        return all().filter(schedule -> schedule.word().compareTo(after) > 0)
                .limit(asked.limit() + 1L)
                .toList();
    }

    private static @Nullable String next(List<Schedule> found, Asked asked) {
        return found.size() > asked.limit()
                ? WordCursor.write(found.get(asked.limit() - 1).word())
                : null;
    }

    private Stream<Schedule> all() {
        return rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(Schedule.class::isInstance)
                .map(Schedule.class::cast);
    }

    private ScheduleLineView line(Schedule schedule, Instant now) {
        var history = rules.onCall(schedule.id());
        var current = history.at(now);
        var coming = history.within(new Stretch(now, now.plus(NEXT)));
        var change = Stream.concat(
                        coming.stream().map(shift -> shift.when().from()),
                        coming.stream().map(shift -> shift.when().until()))
                .filter(edge -> edge.isAfter(now) && edge.isBefore(now.plus(NEXT)))
                .min(Instant::compareTo)
                .orElse(null);
        var next = coming.stream()
                .filter(shift -> change != null
                        && !shift.when().from().isAfter(change)
                        && shift.when().until().isAfter(change))
                .toList();
        return new ScheduleLineView(
                schedule.id().value(),
                schedule.word(),
                schedule.name(),
                schedule.timeZone(),
                duties(schedule, current),
                duties(schedule, next),
                current.isEmpty(),
                change);
    }

    /** Refused when it is longer than 400 days or has more than 20,000 shifts. */
    PlanView plan(String word, Instant from, Instant until, @Nullable String zone) {
        var schedule = find(word);
        return plan(schedule, rules.onCall(schedule.id()), from, until, zone);
    }

    /**
     * The same, by what would be.
     *
     * @param zone whose days are counted; those of the schedule when it is null
     */
    PlanView plan(Schedule schedule, OnCallHistory history, Instant from, Instant until, @Nullable String zone) {
        var shown = zone == null || zone.isBlank() ? schedule.timeZone() : known(zone);
        if (!until.isAfter(from) || Duration.between(from, until).compareTo(MOST) > 0) {
            throw invalid(
                    "bad_span",
                    "\"until\" must lie after \"from\", by at most " + MOST.toDays()
                            + " days. Nothing was looked up; ask for a shorter time.");
        }
        var span = new Stretch(from, until);
        var shifts = history.within(span);
        var layers = new OnCallCalendar(schedule, List.of(), List.of()).layersWithin(span);
        if (shifts.size() + layers.stream().mapToInt(List::size).sum() > MOST_SHIFTS) {
            throw invalid(
                    "too_many_shifts",
                    "There are more than " + MOST_SHIFTS + " shifts in this time. Nothing is wrong with them; ask for a"
                            + " shorter time.");
        }
        var coverage = Coverage.of(shifts, span);
        return new PlanView(
                named(schedule),
                schedule.timeZone(),
                shown,
                from,
                until,
                duties(schedule, shifts),
                layers(schedule, layers),
                coverage.gaps().stream()
                        .map(gap -> new PlanSpan(gap.from(), gap.until()))
                        .toList(),
                coverage.doubled().stream().map(this::doubled).toList(),
                Load.of(shifts, this::zone, schedule.holidays()).stream()
                        .map(this::load)
                        .toList(),
                days(span, ZoneId.of(shown)),
                shown.equals(schedule.timeZone()) ? List.of() : days(span, ZoneId.of(schedule.timeZone())));
    }

    private static String known(String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw invalid(
                    "bad_zone",
                    "There is no time zone of this name. Nothing was looked up; write a place, such as Europe/London.");
        }
        return zone;
    }

    private List<PlanLayer> layers(Schedule schedule, List<List<Shift>> layers) {
        var views = new ArrayList<PlanLayer>();
        for (int i = 0; i < layers.size(); i++) {
            views.add(new PlanLayer(schedule.layers().get(i).name(), duties(schedule, layers.get(i))));
        }
        return views;
    }

    private PlanDouble doubled(Coverage.Doubled doubled) {
        return new PlanDouble(
                doubled.when().from(),
                doubled.when().until(),
                doubled.people().stream()
                        .map(person -> names.person(person.value()))
                        .toList());
    }

    private PlanLoad load(Load load) {
        return new PlanLoad(
                names.person(load.person().value()),
                load.shifts(),
                load.all().toMinutes(),
                load.night().toMinutes(),
                load.weekend().toMinutes(),
                load.holiday().toMinutes(),
                load.nights());
    }

    /** Where somebody lives. */
    String zone(PersonId person) {
        return rules.latest(person.value())
                .map(RuleBook.Version::definition)
                .map(found -> found instanceof Person known ? known.timeZone() : null)
                .orElse("UTC");
    }

    private static List<PlanDay> days(Stretch span, ZoneId zone) {
        var days = new ArrayList<PlanDay>();
        for (var day = span.from().atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            var from = day.atStartOfDay(zone).toInstant();
            if (!from.isBefore(span.until())) {
                return days;
            }
            var until = day.plusDays(1).atStartOfDay(zone).toInstant();
            days.add(new PlanDay(
                    day, from, until, (int) Duration.between(from, until).toMinutes()));
        }
    }

    Schedule find(String word) {
        var given = Asking.uuid(word);
        UUID id = given != null ? given : ScheduleId.of(word).value();
        return rules.latest(id)
                .filter(version -> !version.isRetired())
                .map(RuleBook.Version::definition)
                .filter(Schedule.class::isInstance)
                .map(Schedule.class::cast)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "no_such_schedule",
                        "There is no schedule of this name. Nothing was looked up; GET /api/schedules lists them."));
    }

    private List<DutyView> duties(Schedule schedule, List<Shift> shifts) {
        return shifts.stream().map(shift -> duty(schedule, shift)).toList();
    }

    private DutyView duty(Schedule schedule, Shift shift) {
        var override = shift.override();
        var insteadOf = shift.insteadOf();
        return new DutyView(
                named(schedule),
                names.person(shift.person().value()),
                shift.layer(),
                override == null ? null : new DutyOverride(override.from(), override.until(), override.agreement()),
                insteadOf == null ? null : names.person(insteadOf.value()),
                shift.when().from().equals(Instant.MIN) ? null : shift.when().from(),
                shift.when().until().equals(Instant.MAX) ? null : shift.when().until());
    }

    private static Named named(Schedule schedule) {
        return new Named(schedule.id().value(), schedule.word(), schedule.name());
    }

    private static Refusal invalid(String code, String sentence) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence);
    }
}
