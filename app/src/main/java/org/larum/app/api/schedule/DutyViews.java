package org.larum.app.api.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.WordCursor;
import org.larum.app.api.schedule.PlanView.PlanSpan;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Who;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.directory.Sealed;
import org.larum.domain.directory.Seals;
import org.larum.domain.schedule.Agreements.Absent;
import org.larum.domain.schedule.Agreements.Agreed;
import org.larum.domain.schedule.Agreements.Asked;
import org.larum.domain.schedule.Stretch;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;

/** Puts into words what people agreed on, for one who looks at one moment. */
final class DutyViews {

    static final String OPEN = "open";

    private final RuleBook rules;
    private final DutyReader reader;
    private final Names names;
    private final Seals seals;

    DutyViews(RuleBook rules, DutyReader reader, Names names, Seals seals) {
        this.rules = rules;
        this.reader = reader;
        this.names = names;
        this.seals = seals;
    }

    OverrideView override(Agreed agreed, Who who, Instant now) {
        var event = agreed.event();
        var standIn = event.standIn();
        var when = agreed.when().orElse(standIn.when());
        var state = state(when, agreed.withdrawn(), now);
        return new OverrideView(
                event.agreement().value(),
                schedule(standIn.schedule()),
                person(standIn.person()),
                standIn.instead() == null ? null : person(standIn.instead()),
                when.from(),
                when.until(),
                open(standIn.person(), event.reason()),
                event.request() == null ? null : event.request().value(),
                ActorView.of(event.by(), names),
                state,
                isAhead(state) && mayWithdraw(agreed, who));
    }

    boolean mayWithdraw(Agreed agreed, Who who) {
        return reader.isMine(agreed.event().standIn().person(), who)
                || agreed.event().by().equals(who.actor());
    }

    private static String state(Stretch when, @Nullable Instant withdrawn, Instant now) {
        if (withdrawn != null) {
            return "withdrawn";
        }
        if (now.isBefore(when.from())) {
            return "coming";
        }
        return now.isBefore(when.until()) ? "now" : "over";
    }

    static boolean isAhead(String state) {
        return state.equals("coming") || state.equals("now");
    }

    CoverView cover(Asked asked, Who who, Instant now) {
        var event = asked.event();
        var wanted = event.wanted();
        var open = asked.open(now);
        var me = who.person();
        return new CoverView(
                event.request().value(),
                schedule(wanted.schedule()),
                zone(wanted.schedule()),
                person(wanted.person()),
                wanted.when().from(),
                wanted.when().until(),
                event.asked().stream().map(this::person).toList(),
                event.swap() == null ? null : span(event.swap()),
                open(wanted.person(), event.reason()),
                state(asked, open, now),
                open.stream().map(DutyViews::span).toList(),
                asked.taken().stream()
                        .map(yes -> new CoverView.CoverPart(
                                person(yes.person()),
                                yes.part().from(),
                                yes.part().until()))
                        .toList(),
                !open.isEmpty() && me != null && event.asked().contains(me),
                !open.isEmpty() && reader.isMine(wanted.person(), who));
    }

    private static String state(Asked asked, List<Stretch> open, Instant now) {
        if (!open.isEmpty()) {
            return OPEN;
        }
        if (asked.isWithdrawn()) {
            return "withdrawn";
        }
        boolean isAllTaken = asked.open(asked.event().at()).isEmpty();
        return isAllTaken || asked.event().wanted().when().until().isAfter(now) ? "taken" : "lapsed";
    }

    AbsenceView absence(Absent absent, Who who, Instant now) {
        var event = absent.event();
        var when = absent.when().orElse(event.when());
        var state = state(when, absent.withdrawn(), now);
        boolean isMine = reader.isMine(event.person(), who);
        return new AbsenceView(
                event.absence().value(),
                person(event.person()),
                reader.zone(event.person()),
                when.from(),
                when.until(),
                isMine ? open(event.person(), event.reason()) : null,
                state,
                event.series() != null,
                isMine && isAhead(state));
    }

    private @Nullable String open(PersonId person, @Nullable Sealed sealed) {
        return sealed == null ? null : seals.open(person, sealed).orElse(null);
    }

    Named person(PersonId person) {
        return names.person(person.value());
    }

    private String zone(ScheduleId id) {
        return rules.latest(id.value())
                .map(RuleBook.Version::definition)
                .map(found -> found instanceof Schedule schedule ? schedule.timeZone() : null)
                .orElse("UTC");
    }

    private Named schedule(ScheduleId id) {
        var name = rules.latest(id.value())
                .map(RuleBook.Version::definition)
                .map(found -> found instanceof Schedule schedule ? schedule.name() : null)
                .orElse("unknown");
        return new Named(id.value(), rules.word(id), name);
    }

    private static PlanSpan span(Stretch when) {
        return new PlanSpan(when.from(), when.until());
    }

    /** One page of a list that is in the order of its keys. */
    static <T> Page<T> page(Stream<T> all, Function<T, String> key, Page.Asked asked) {
        var after = WordCursor.read(asked.after());
        var found = all.filter(one -> key.apply(one).compareTo(after) > 0)
                .limit(asked.limit() + 1L)
                .toList();
        return new Page<>(
                found.stream().limit(asked.limit()).toList(),
                found.size() > asked.limit() ? WordCursor.write(key.apply(found.get(asked.limit() - 1))) : null);
    }

    static String key(Instant from, Object id) {
        return String.format(Locale.ROOT, "%012d.%09d %s", from.getEpochSecond(), from.getNano(), id);
    }
}
