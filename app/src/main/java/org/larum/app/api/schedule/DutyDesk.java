package org.larum.app.api.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.schedule.DutyWish.AbsenceWish;
import org.larum.app.api.schedule.DutyWish.CoverWish;
import org.larum.app.api.schedule.DutyWish.OverrideWish;
import org.larum.app.api.schedule.DutyWish.TakeWish;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.eventstore.Published;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Who;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Schedule.ShiftOverride;
import org.larum.domain.directory.Sealed;
import org.larum.domain.directory.Seals;
import org.larum.domain.schedule.AbsenceId;
import org.larum.domain.schedule.AgreementId;
import org.larum.domain.schedule.Agreements.Absent;
import org.larum.domain.schedule.Agreements.Agreed;
import org.larum.domain.schedule.Agreements.Asked;
import org.larum.domain.schedule.CoverRequestId;
import org.larum.domain.schedule.ScheduleCommand;
import org.larum.domain.schedule.ScheduleCommand.AgreeOverride;
import org.larum.domain.schedule.ScheduleCommand.AskForCover;
import org.larum.domain.schedule.ScheduleCommand.DeclareAbsence;
import org.larum.domain.schedule.ScheduleCommand.TakeCover;
import org.larum.domain.schedule.ScheduleCommand.WithdrawAbsence;
import org.larum.domain.schedule.ScheduleCommand.WithdrawCoverRequest;
import org.larum.domain.schedule.ScheduleCommand.WithdrawOverride;
import org.larum.domain.schedule.ScheduleEvent.StandIn;
import org.larum.domain.schedule.ScheduleEvent.Wanted;
import org.larum.domain.schedule.Shift;
import org.larum.domain.schedule.Stretch;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;

/** What people agree on beside a schedule: one unit of work, then how it stands. Blocking. */
public final class DutyDesk {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration AROUND = Duration.ofDays(1);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final Commands commands;
    private final Idempotency idempotency;
    private final RuleBook rules;
    private final Schedules schedules;
    private final Seals seals;
    private final Ids ids;
    private final Time time;
    private final DutyReader reader;
    private final DutyViews views;

    public DutyDesk(
            Commands commands,
            Idempotency idempotency,
            RuleBook rules,
            Schedules schedules,
            Names names,
            Seals seals,
            Ids ids,
            Time time) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.rules = rules;
        this.schedules = schedules;
        this.seals = seals;
        this.ids = ids;
        this.time = time;
        this.reader = new DutyReader(rules);
        this.views = new DutyViews(rules, reader, names, seals);
    }

    /** {@code changed}: false when it was so already. */
    public record OverrideActed(OverrideView override, boolean changed) {}

    public record CoverActed(CoverView request, boolean changed) {}

    public record AbsenceActed(AbsenceView absence, boolean changed) {}

    private record Outcome(UUID target, boolean changed) {}

    // ------------------------------------------------------------ overrides

    Page<OverrideView> overrides(String word, boolean isAll, Who who, Page.Asked asked) {
        var now = time.now();
        var all = rules.agreements().agreed(schedules.find(word).id()).stream()
                .map(one -> views.override(one, who, now))
                .filter(view -> isAll || DutyViews.isAhead(view.state()));
        return DutyViews.page(all, view -> DutyViews.key(view.from(), view.id()), asked);
    }

    OverrideActed agree(String word, OverrideWish wish, Who who, Write write) {
        rules.catchUp();
        var schedule = schedules.find(word);
        var standIn = standIn(schedule, reader.mine(wish.person(), who), wish);
        var reason = DutyReader.reason(wish.reason());
        var id = new AgreementId(ids.next());
        var outcome = decide(write, at -> {
            refuseUnlessFree(schedule, standIn.person(), standIn.when(), at);
            if (standIn.instead() != null) {
                refuseUnlessOnCall(schedule, standIn.instead(), standIn.when(), at);
            }
            return new AgreeOverride(id, standIn, sealed(standIn.person(), reason), null, who.actor(), at);
        });
        return acted(new AgreementId(outcome.target()), outcome, who);
    }

    private StandIn standIn(Schedule schedule, PersonId person, OverrideWish wish) {
        var instead = wish.instead() == null || wish.instead().isBlank() ? null : reader.person(wish.instead());
        return new StandIn(schedule.id(), person, instead, reader.when(wish.from(), wish.until(), schedule.timeZone()));
    }

    OverrideActed withdrawOverride(String word, String id, Who who, Write write) {
        rules.catchUp();
        var agreement = new AgreementId(DutyReader.id(id, "override"));
        var agreed = agreed(agreement);
        if (!agreed.event().standIn().schedule().equals(schedules.find(word).id())) {
            throw DutyReader.unknown("override");
        }
        if (!views.mayWithdraw(agreed, who)) {
            reader.refuseUnlessMine(agreed.event().standIn().person(), who);
        }
        return acted(agreement, decide(write, at -> new WithdrawOverride(agreement, who.actor(), at)), who);
    }

    private OverrideActed acted(AgreementId id, Outcome outcome, Who who) {
        return new OverrideActed(views.override(agreed(id), who, time.now()), outcome.changed());
    }

    private Agreed agreed(AgreementId id) {
        return rules.agreements().agreed(id).orElseThrow(() -> DutyReader.unknown("override"));
    }

    /** Who would be on call: nothing is written. */
    PlanView preview(String word, OverrideWish wish, Who who) {
        rules.catchUp();
        var schedule = schedules.find(word);
        var person = wish.person() == null ? reader.mine(null, who) : reader.person(wish.person());
        var standIn = standIn(schedule, person, wish);
        refuseUnlessUsual(standIn.when());
        var now = time.now();
        var from = standIn.when().from().isAfter(now) ? standIn.when().from() : now;
        var proposed = from.isBefore(standIn.when().until())
                ? List.of(new ShiftOverride(
                        person, standIn.instead(), from, standIn.when().until(), null))
                : List.<ShiftOverride>of();
        return schedules.plan(
                schedule,
                rules.onCall(schedule.id(), proposed),
                standIn.when().from().minus(AROUND),
                standIn.when().until().plus(AROUND),
                null);
    }

    // ------------------------------------------------------------ cover

    /** {@code mine}: those that the caller may take; {@code own}: those that the caller made; otherwise all. */
    Page<CoverView> requests(boolean isForMe, boolean isByMe, boolean isAll, Who who, Page.Asked asked) {
        var now = time.now();
        var all = rules.agreements().requests().stream()
                .map(one -> views.cover(one, who, now))
                .filter(view -> isAll || view.state().equals(DutyViews.OPEN))
                .filter(view -> !isForMe || view.mayTake())
                .filter(view -> !isByMe
                        || (who.person() != null
                                && view.person().id().equals(who.person().value())));
        return DutyViews.page(all, view -> DutyViews.key(view.from(), view.id()), asked);
    }

    CoverActed ask(CoverWish wish, Who who, Write write) {
        rules.catchUp();
        var schedule = schedules.find(wish.schedule() == null ? "" : wish.schedule());
        var person = reader.mine(wish.person(), who);
        var wanted = new Wanted(schedule.id(), person, reader.when(wish.from(), wish.until(), schedule.timeZone()));
        var named = reader.people(wish.people());
        var asked = named.isEmpty() ? turnsOf(schedule) : named;
        var swap = wish.swap() == null
                ? null
                : reader.when(wish.swap().from(), wish.swap().until(), schedule.timeZone());
        var reason = DutyReader.reason(wish.reason());
        var id = new CoverRequestId(ids.next());
        var outcome = decide(write, at -> {
            refuseUnlessOnCall(schedule, person, wanted.when(), at);
            if (swap != null && named.size() == 1) {
                refuseUnlessOnCall(schedule, named.getFirst(), swap, at);
            }
            return new AskForCover(id, wanted, asked, swap, sealed(person, reason), who.actor(), at);
        });
        return acted(new CoverRequestId(outcome.target()), outcome, who);
    }

    private static List<PersonId> turnsOf(Schedule schedule) {
        return schedule.layers().stream()
                .flatMap(layer -> layer.turns().stream())
                .flatMap(turn -> turn.people().stream())
                .distinct()
                .toList();
    }

    /** Null: all that is open. An end that is left out is that of the request. */
    private static @Nullable Stretch part(TakeWish wish, Stretch whole, String zone) {
        if (wish.from() == null && wish.until() == null) {
            return null;
        }
        var from = wish.from() == null ? whole.from() : DutyReader.time("from", wish.from(), zone);
        var until = wish.until() == null ? whole.until() : DutyReader.time("until", wish.until(), zone);
        return new Stretch(from, until);
    }

    CoverActed take(String id, TakeWish wish, Who who, Write write) {
        rules.catchUp();
        var request = new CoverRequestId(DutyReader.id(id, "request"));
        var wanted = request(request).event().wanted();
        var schedule = schedules.find(wanted.schedule().toString());
        var person = reader.mine(wish.person(), who);
        var part = part(wish, wanted.when(), schedule.timeZone());
        try {
            var outcome = decide(write, at -> {
                if (!hasTaken(request, person)) {
                    refuseUnlessFree(schedule, person, part == null ? wanted.when() : part, at);
                }
                return new TakeCover(request, person, part, who.actor(), at);
            });
            return acted(request, outcome, who);
        } catch (Refusal refusal) {
            throw refusal.code().equals("cover_taken") ? taken(request, refusal) : refusal;
        }
    }

    /** Their own earlier yes makes nobody busy. */
    private boolean hasTaken(CoverRequestId request, PersonId person) {
        return request(request).taken().stream().anyMatch(yes -> yes.person().equals(person));
    }

    private Refusal taken(CoverRequestId request, Refusal refusal) {
        rules.catchUp();
        var people = request(request).taken().stream()
                .map(yes -> views.person(yes.person()).name())
                .distinct()
                .collect(Collectors.joining(" and "));
        return people.isEmpty()
                ? refusal
                : new Refusal(
                        refusal.kind(),
                        refusal.code(),
                        people + (people.contains(" and ") ? " have" : " has")
                                + " taken it already. Nothing was changed, and you have nothing to do.");
    }

    CoverActed withdrawRequest(String id, Who who, Write write) {
        rules.catchUp();
        var request = new CoverRequestId(DutyReader.id(id, "request"));
        reader.refuseUnlessMine(request(request).event().wanted().person(), who);
        return acted(request, decide(write, at -> new WithdrawCoverRequest(request, who.actor(), at)), who);
    }

    private CoverActed acted(CoverRequestId id, Outcome outcome, Who who) {
        return new CoverActed(views.cover(request(id), who, time.now()), outcome.changed());
    }

    private Asked request(CoverRequestId id) {
        return rules.agreements().request(id).orElseThrow(() -> DutyReader.unknown("request"));
    }

    // ------------------------------------------------------------ absences

    Page<AbsenceView> absences(@Nullable String person, boolean isAll, Who who, Page.Asked asked) {
        var wanted = person == null || person.isBlank()
                ? null
                : person.equals("me") ? reader.mine(null, who) : reader.person(person);
        var now = time.now();
        var all = rules.agreements().absences().stream()
                .filter(one -> wanted == null || one.event().person().equals(wanted))
                .map(one -> views.absence(one, who, now))
                .filter(view -> isAll || DutyViews.isAhead(view.state()));
        return DutyViews.page(all, view -> DutyViews.key(view.from(), view.id()), asked);
    }

    AbsenceActed declare(AbsenceWish wish, Who who, Write write) {
        rules.catchUp();
        var person = reader.mine(wish.person(), who);
        var when = reader.when(wish.from(), wish.until(), reader.zone(person));
        var reason = DutyReader.reason(wish.reason());
        var id = new AbsenceId(ids.next());
        var outcome = decide(
                write, at -> new DeclareAbsence(id, person, when, sealed(person, reason), null, who.actor(), at));
        return acted(new AbsenceId(outcome.target()), outcome, who);
    }

    AbsenceActed withdrawAbsence(String id, Who who, Write write) {
        rules.catchUp();
        var absence = new AbsenceId(DutyReader.id(id, "absence"));
        reader.refuseUnlessMine(absence(absence).event().person(), who);
        return acted(absence, decide(write, at -> new WithdrawAbsence(absence, who.actor(), at)), who);
    }

    private AbsenceActed acted(AbsenceId id, Outcome outcome, Who who) {
        return new AbsenceActed(views.absence(absence(id), who, time.now()), outcome.changed());
    }

    private Absent absence(AbsenceId id) {
        return rules.agreements().absence(id).orElseThrow(() -> DutyReader.unknown("absence"));
    }

    // ------------------------------------------------------------ what all have in common

    /** @param wish makes the command, given the present moment; it may refuse */
    private Outcome decide(Write write, Function<Instant, ScheduleCommand> wish) {
        var outcome = commands.inOneUnit(() -> idempotency.once(write, Outcome.class, () -> {
            var command = wish.apply(time.now());
            commands.within(Map.of(), command);
            return new Outcome(command.target(), !Published.here().all().isEmpty());
        }));
        rules.catchUp();
        return outcome;
    }

    private @Nullable Sealed sealed(PersonId person, @Nullable String text) {
        return text == null ? null : seals.seal(person, text);
    }

    private void refuseUnlessFree(Schedule schedule, PersonId person, Stretch when, Instant at) {
        refuseUnlessUsual(when);
        var name = name(person);
        shifts(schedule, person, when, at).findFirst().ifPresent(shift -> {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "already_on_call",
                    name + " is on call anyway from " + words(shift.when(), schedule)
                            + ". Nothing was changed. Leave this" + " time out, or choose somebody else.");
        });
        var ahead = ahead(when, at);
        rules.agreements().away(Long.MAX_VALUE).stream()
                .filter(one -> one.person().equals(person))
                .filter(one -> one.when().from().isBefore(ahead.until())
                        && ahead.from().isBefore(one.when().until()))
                .findFirst()
                .ifPresent(one -> {
                    throw new Refusal(
                            Refusal.Kind.CONFLICT,
                            "away",
                            name + " is away from " + words(one.when(), schedule)
                                    + ". Nothing was changed. Withdraw the"
                                    + " absence first, or choose somebody else.");
                });
    }

    private void refuseUnlessOnCall(Schedule schedule, PersonId person, Stretch when, Instant at) {
        refuseUnlessUsual(when);
        if (ahead(when, at).from().isBefore(when.until())
                && shifts(schedule, person, when, at).findAny().isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "not_on_call",
                    name(person) + " is not on call by this schedule from " + words(when, schedule)
                            + ". Nothing was changed. Look at the plan again: it may have changed.");
        }
    }

    private Stream<Shift> shifts(Schedule schedule, PersonId person, Stretch when, Instant at) {
        return rules.onCall(schedule.id()).within(ahead(when, at)).stream()
                .filter(shift -> shift.person().equals(person));
    }

    /** May be empty: then the room itself says so. */
    private static Stretch ahead(Stretch when, Instant at) {
        return new Stretch(when.from().isBefore(at) ? at : when.from(), when.until());
    }

    /** The room itself says the same, but calendars are not asked for centuries. */
    private static void refuseUnlessUsual(Stretch when) {
        if (!when.from().isBefore(when.until())) {
            throw DutyReader.invalid(
                    "bad_time",
                    "It would end before it begins. Nothing was changed. Choose an end that lies after the beginning.");
        }
        if (Duration.between(when.from(), when.until()).compareTo(LONGEST) > 0) {
            throw DutyReader.invalid(
                    "too_long",
                    "It would last longer than a year. Nothing was changed. Change the rotation instead, or choose a"
                            + " shorter time.");
        }
    }

    private String name(PersonId person) {
        Named named = views.person(person);
        return named.name();
    }

    private static String words(Stretch when, Schedule schedule) {
        var zone = ZoneId.of(schedule.timeZone());
        return CLOCK.format(when.from().atZone(zone)) + " to "
                + CLOCK.format(when.until().atZone(zone)) + " (" + schedule.timeZone() + ")";
    }
}
