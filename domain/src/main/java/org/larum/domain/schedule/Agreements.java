package org.larum.domain.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Directory.Undisturbed;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule.ShiftOverride;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.schedule.ScheduleEvent.AbsenceDeclared;
import org.larum.domain.schedule.ScheduleEvent.AbsenceWithdrawn;
import org.larum.domain.schedule.ScheduleEvent.CoverAsked;
import org.larum.domain.schedule.ScheduleEvent.CoverRequestWithdrawn;
import org.larum.domain.schedule.ScheduleEvent.CoverTaken;
import org.larum.domain.schedule.ScheduleEvent.DoNotDisturbBegun;
import org.larum.domain.schedule.ScheduleEvent.DoNotDisturbEnded;
import org.larum.domain.schedule.ScheduleEvent.OverrideAgreed;
import org.larum.domain.schedule.ScheduleEvent.OverrideWithdrawn;

/**
 * All that people agreed on beside schedules, folded from the log and readable as of any index of it. One thread writes, any number
 * read.
 */
public final class Agreements {

    /** {@code withdrawn}: when it ended before its time. */
    public record Agreed(OverrideAgreed event, @Nullable Instant withdrawn) {

        /** What there is of it, or was; empty when it was withdrawn before it began. */
        public Optional<Stretch> when() {
            return left(event.standIn().when(), withdrawn);
        }
    }

    /** A request for cover, and what became of it. */
    public record Asked(CoverAsked event, List<CoverTaken> taken, boolean isWithdrawn) {

        /** What can still be taken. */
        public List<Stretch> open(Instant at) {
            return isWithdrawn
                    ? List.of()
                    : event.wanted()
                            .when()
                            .after(at)
                            .map(ahead -> ahead.without(Stretch.joined(
                                    taken.stream().map(CoverTaken::part).toList())))
                            .orElse(List.of());
        }

        private Asked taken(CoverTaken yes) {
            return new Asked(
                    event, Stream.concat(taken.stream(), Stream.of(yes)).toList(), isWithdrawn);
        }
    }

    /** {@code withdrawn}: when they came back before its end. */
    public record Absent(AbsenceDeclared event, @Nullable Instant withdrawn) {

        /** What there is of it, or was; empty when it was withdrawn before it began. */
        public Optional<Stretch> when() {
            return left(event.when(), withdrawn);
        }
    }

    private record Ended(long index, Instant at) {}

    private final Map<ScheduleId, NavigableMap<Long, OverrideAgreed>> overrides = new ConcurrentHashMap<>();
    private final Map<AgreementId, OverrideAgreed> agreed = new ConcurrentHashMap<>();
    private final NavigableMap<Long, AbsenceDeclared> absences = new ConcurrentSkipListMap<>();
    private final Map<AbsenceId, AbsenceDeclared> declared = new ConcurrentHashMap<>();
    private final Map<UUID, Ended> ended = new ConcurrentHashMap<>();
    private final Map<PersonId, NavigableMap<Long, Undisturbed>> resting = new ConcurrentHashMap<>();
    private final Map<CoverRequestId, Asked> requests = new ConcurrentHashMap<>();

    public void evolve(long index, ScheduleEvent event) {
        switch (event) {
            case OverrideAgreed e -> {
                overrides
                        .computeIfAbsent(e.standIn().schedule(), none -> new ConcurrentSkipListMap<>())
                        .put(index, e);
                agreed.put(e.agreement(), e);
            }
            case OverrideWithdrawn e -> ended.put(e.agreement().value(), new Ended(index, e.at()));
            case CoverAsked e -> requests.put(e.request(), new Asked(e, List.of(), false));
            case CoverTaken e -> requests.computeIfPresent(e.request(), (id, asked) -> asked.taken(e));
            case CoverRequestWithdrawn e ->
                requests.computeIfPresent(e.request(), (id, asked) -> new Asked(asked.event(), asked.taken(), true));
            case AbsenceDeclared e -> {
                absences.put(index, e);
                declared.put(e.absence(), e);
            }
            case AbsenceWithdrawn e -> ended.put(e.absence().value(), new Ended(index, e.at()));
            case DoNotDisturbBegun e -> resting(e.person()).put(index, new Undisturbed(e.until(), e.except()));
            case DoNotDisturbEnded e -> resting(e.person()).put(index, new Undisturbed(e.at(), List.of()));
        }
    }

    private NavigableMap<Long, Undisturbed> resting(PersonId person) {
        return resting.computeIfAbsent(person, none -> new ConcurrentSkipListMap<>());
    }

    /** How long a person wants to be left alone, as known at an index. */
    public Optional<Undisturbed> undisturbed(PersonId person, Instant at, long index) {
        return Optional.ofNullable(resting.get(person))
                .map(of -> of.floorEntry(index))
                .map(Map.Entry::getValue)
                .filter(rest -> rest.until().isAfter(at));
    }

    /** Those of a schedule as known at an index, the first agreed first: where two are at once, the later wins. */
    public List<ShiftOverride> overrides(ScheduleId schedule, long index) {
        var of = overrides.get(schedule);
        return of == null
                ? List.of()
                : of.headMap(index, true).values().stream()
                        .flatMap(e ->
                                left(e.standIn().when(), withdrawn(e.agreement().value(), index))
                                        .map(when -> override(e, when))
                                        .stream())
                        .toList();
    }

    private static ShiftOverride override(OverrideAgreed e, Stretch when) {
        var standIn = e.standIn();
        return new ShiftOverride(
                standIn.person(),
                standIn.instead(),
                when.from(),
                when.until(),
                e.agreement().value());
    }

    /** Who is away and when, as known at an index. */
    public List<Away> away(long index) {
        return absences.headMap(index, true).values().stream()
                .flatMap(
                        e -> left(e.when(), withdrawn(e.absence().value(), index))
                                .map(when -> new Away(e.person(), when))
                                .stream())
                .toList();
    }

    /** Also what is over, the first to begin first. */
    public List<Agreed> agreed(ScheduleId schedule) {
        var of = overrides.get(schedule);
        return of == null
                ? List.of()
                : of.values().stream()
                        .map(this::agreed)
                        .sorted(Comparator.comparing((Agreed one) ->
                                        one.event().standIn().when().from())
                                .thenComparing(one -> one.event().agreement().value()))
                        .toList();
    }

    public Optional<Agreed> agreed(AgreementId id) {
        return Optional.ofNullable(agreed.get(id)).map(this::agreed);
    }

    private Agreed agreed(OverrideAgreed e) {
        return new Agreed(e, withdrawn(e.agreement().value(), Long.MAX_VALUE));
    }

    /** All of them, the first to begin first. */
    public List<Asked> requests() {
        var all = new ArrayList<>(requests.values());
        all.sort(Comparator.comparing((Asked one) -> one.event().wanted().when().from())
                .thenComparing(one -> one.event().request().value()));
        return all;
    }

    public Optional<Asked> request(CoverRequestId id) {
        return Optional.ofNullable(requests.get(id));
    }

    /** All of them, the first to begin first. */
    public List<Absent> absences() {
        return absences.values().stream()
                .map(this::absent)
                .sorted(Comparator.comparing((Absent one) -> one.event().when().from())
                        .thenComparing(one -> one.event().absence().value()))
                .toList();
    }

    /** Those that an event of a calendar became, in the order in which they were declared. */
    public List<Absent> series(UUID series) {
        return absences.values().stream()
                .filter(e -> series.equals(e.series()))
                .map(this::absent)
                .toList();
    }

    public Optional<Absent> absence(AbsenceId id) {
        return Optional.ofNullable(declared.get(id)).map(this::absent);
    }

    private Absent absent(AbsenceDeclared e) {
        return new Absent(e, withdrawn(e.absence().value(), Long.MAX_VALUE));
    }

    private @Nullable Instant withdrawn(UUID id, long index) {
        var end = ended.get(id);
        return end == null || end.index() > index ? null : end.at();
    }

    private static Optional<Stretch> left(Stretch when, @Nullable Instant withdrawn) {
        return withdrawn == null ? Optional.of(when) : when.and(new Stretch(Instant.MIN, withdrawn));
    }
}
