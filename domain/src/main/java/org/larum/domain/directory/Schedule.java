package org.larum.domain.directory;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.DirectoryEvent.ScheduleDefined;

/**
 * Who is on call when, whole. Of several layers that have somebody at an instant the last one is asked, and those that are
 * {@code beside} the others. {@code holidays} are days of its zone; they count in what is fair and in no rotation. {@code
 * remind}: how long before a shift its person hears of it, null for an hour; zero when nobody wants to hear of shifts.
 */
public record Schedule(
        ScheduleId id,
        String word,
        String name,
        String timeZone,
        List<Layer> layers,
        List<ShiftOverride> overrides,
        List<LocalDate> holidays,
        @Nullable Duration remind)
        implements Definition {

    /** People are reminded as usual. */
    public Schedule(
            ScheduleId id,
            String word,
            String name,
            String timeZone,
            List<Layer> layers,
            List<ShiftOverride> overrides,
            List<LocalDate> holidays) {
        this(id, word, name, timeZone, layers, overrides, holidays, null);
    }

    /**
     * People who take turns. On call begins at the first hand-over at or after {@code from}, a wall time of the zone of the
     * layer; {@code until} is when it ends for good. Without {@code only} it is on call at all hours.
     */
    public record Layer(
            String name,
            String timeZone,
            List<Turn> turns,
            Rotation rotation,
            LocalDateTime from,
            @Nullable LocalDateTime until,
            List<Hours> only,
            boolean beside) {}

    /** Those who are on call at once. */
    public record Turn(List<PersonId> people) {}

    /**
     * How long a turn lasts, in wall time, and when it is handed over: {@code day} (1 for Monday, to 7) for weeks, {@code day} of the
     * month (the last one where a month is shorter) for months, otherwise 0.
     */
    public record Rotation(Unit unit, int every, int day, LocalTime time) {}

    /** What rotations are counted in. */
    public enum Unit {
        HOURS,
        DAYS,
        WEEKS,
        MONTHS
    }

    /** A part of each week, from one wall time to another; it may run over the end of the week, and is all of it when both are the same. */
    public record Hours(DayOfWeek fromDay, LocalTime from, DayOfWeek untilDay, LocalTime until) {}

    /**
     * Somebody stands in for whoever is on call, or for {@code instead} alone. {@code agreement}: what people agreed on in the
     * application; null for what stands in the definition.
     */
    public record ShiftOverride(
            PersonId person,
            @Nullable PersonId instead,
            Instant from,
            Instant until,
            @Nullable UUID agreement) {}

    @Override
    public DirectoryEvent defined(int version, String origin) {
        return new ScheduleDefined(this, version, origin);
    }
}
