package org.larum.domain.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.larum.domain.directory.Schedule.Hours;

/** In which hours of the week the time of a promise passes, on the wall of a zone; on {@code holidays} it does not. */
public record Calendar(String word, String timeZone, List<Hours> hours, List<LocalDate> holidays) {

    /** Day and night. */
    public static final Calendar ALWAYS = new Calendar(
            "always",
            "UTC",
            List.of(new Hours(DayOfWeek.MONDAY, LocalTime.MIDNIGHT, DayOfWeek.MONDAY, LocalTime.MIDNIGHT)),
            List.of());

    public Calendar {
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("A calendar needs hours: without any, no time would ever pass.");
        }
    }
}
