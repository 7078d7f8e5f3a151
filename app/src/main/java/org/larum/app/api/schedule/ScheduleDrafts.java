package org.larum.app.api.schedule;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.config.ConfigDesk;
import org.larum.app.api.config.FilePart;
import org.larum.app.api.schedule.ScheduleDraftView.Burden;
import org.larum.app.api.schedule.ScheduleDraftView.LoadChange;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.rulebook.RuleBook.Version;
import org.larum.domain.directory.Entry;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.schedule.Coverage;
import org.larum.domain.schedule.Load;
import org.larum.domain.schedule.Shift;
import org.larum.domain.schedule.Stretch;
import org.larum.domain.shared.Time;
import org.larum.projections.shared.Names;

/** Schedules as they were written, and what one would be that is not saved. Nothing is written here. Blocking. */
public final class ScheduleDrafts {

    private static final Duration USUAL = Duration.ofDays(7);
    private static final int WEEKS = 8;
    private static final Burden NONE = new Burden(0, 0, 0);

    /** Of a draft that has none yet. */
    private static final String NAMELESS = "draft";

    private final ConfigDesk config;
    private final RuleBook rules;
    private final Schedules schedules;
    private final Names names;
    private final Time time;

    public ScheduleDrafts(ConfigDesk config, RuleBook rules, Schedules schedules, Names names, Time time) {
        this.config = config;
        this.rules = rules;
        this.schedules = schedules;
        this.names = names;
        this.time = time;
    }

    /** {@code schedule}: in the shape of the file; {@code from}, {@code until}: the time for which shifts are wanted. */
    public record ScheduleDraft(
            @Nullable String word,
            @Nullable Map<String, Object> schedule,
            @Nullable String from,
            @Nullable String until,
            @Nullable String zone) {}

    ScheduleDefinitionView written(String word) {
        rules.catchUp();
        var schedule = schedules.find(word);
        var version = rules.latest(schedule.id().value()).orElseThrow();
        var definition = config.schedule(schedule);
        return new ScheduleDefinitionView(
                schedule.word(),
                version.number(),
                version.origin().equals(Entry.API) ? null : version.origin(),
                FilePart.yaml("schedules", schedule.word(), definition),
                definition);
    }

    /** Throws {@link org.larum.app.api.config.ConfigMistakes} when it could not be saved. */
    ScheduleDraftView preview(ScheduleDraft wish) {
        var given = wish.word() == null ? "" : wish.word().strip();
        var word = given.isEmpty() ? NAMELESS : given;
        var fields = Objects.requireNonNullElse(wish.schedule(), Map.<String, Object>of());
        var draft = config.draft(word, fields);
        var now = time.now();
        var from = Objects.requireNonNullElse(Asking.moment(wish.from(), "from"), now);
        var until = Objects.requireNonNullElse(Asking.moment(wish.until(), "until"), from.plus(USUAL));
        var after = rules.onCall(draft, now);
        var plan = schedules.plan(draft, after, from, until, wish.zone());
        var ahead = new Stretch(now, now.plus(Duration.ofDays(7L * WEEKS)));
        var before =
                given.isEmpty() ? List.<Shift>of() : rules.onCall(draft.id()).within(ahead);
        var coming = after.within(ahead);
        return new ScheduleDraftView(
                given.isEmpty() ? 0 : version(draft.id()),
                FilePart.yaml("schedules", word, config.schedule(draft)),
                plan,
                WEEKS,
                changes(before, coming, draft),
                gaps(before, ahead),
                gaps(coming, ahead));
    }

    private int version(ScheduleId id) {
        return rules.latest(id.value())
                .filter(version -> !version.isRetired())
                .map(Version::number)
                .orElse(0);
    }

    /** Whole minutes of the sum: two halves of a minute are one. */
    private static long gaps(List<Shift> shifts, Stretch span) {
        return Coverage.of(shifts, span).gaps().stream()
                .map(gap -> Duration.between(gap.from(), gap.until()))
                .reduce(Duration.ZERO, Duration::plus)
                .toMinutes();
    }

    private List<LoadChange> changes(List<Shift> before, List<Shift> after, Schedule draft) {
        var had = burdens(before, draft);
        var have = burdens(after, draft);
        var people = new LinkedHashSet<>(have.keySet());
        people.addAll(had.keySet());
        return people.stream()
                .map(person -> change(person, had.getOrDefault(person, NONE), have.getOrDefault(person, NONE)))
                .sorted(Comparator.comparingLong(
                                (LoadChange one) -> -Math.abs(one.more().all()))
                        .thenComparing(one -> one.person().name()))
                .toList();
    }

    private Map<PersonId, Burden> burdens(List<Shift> shifts, Schedule draft) {
        return Load.of(shifts, schedules::zone, draft.holidays()).stream()
                .collect(Collectors.toMap(
                        Load::person,
                        load -> new Burden(
                                load.all().toMinutes(), load.weekend().toMinutes(), load.nights())));
    }

    private LoadChange change(PersonId person, Burden before, Burden after) {
        var more = new Burden(
                after.all() - before.all(), after.weekend() - before.weekend(), after.nights() - before.nights());
        return new LoadChange(names.person(person.value()), before, after, more);
    }
}
