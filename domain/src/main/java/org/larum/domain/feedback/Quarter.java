package org.larum.domain.feedback;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Three months of a year; {@code number}: from 1 to 4. Written as {@code 2026-Q4}. */
public record Quarter(int year, int number) {

    private static final int MONTHS = 3;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-Q([1-4])");

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    public static Optional<Quarter> read(@Nullable String text) {
        var found = WRITTEN.matcher(text == null ? "" : text);
        return found.matches()
                ? Optional.of(new Quarter(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
                : Optional.empty();
    }

    public LocalDate first() {
        return LocalDate.of(year, MONTHS * (number - 1) + 1, 1);
    }

    public Quarter before() {
        return of(first().minusDays(1));
    }

    public Quarter next() {
        return of(first().plusMonths(MONTHS));
    }

    @Override
    public String toString() {
        return "%04d-Q%d".formatted(year, number);
    }
}
