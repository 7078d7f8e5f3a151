package org.larum.domain.improvement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Two weeks from a Monday, counted from the first of them; everybody everywhere has the same. Its ten working days are shared by the
 * phases, and it holds as many points of effort as it has.
 */
public record Round(int number) {

    /** Of effort: four large things, or twenty small ones. */
    public static final int CAPACITY = 20;

    /** Nobody plans a lifetime ahead. */
    public static final int LAST = 1000;

    /** A Monday. */
    private static final LocalDate BEGINNING = LocalDate.of(2026, 1, 5);

    private static final int DAYS = 14;
    private static final int WORKING_DAYS = 10;
    private static final int WORKING_WEEK = 5;

    /** Days of work for a phase, the first and the last of them. */
    public record Stretch(Phase phase, int days, LocalDate from, LocalDate until) {}

    public static Round at(Instant at) {
        var day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        return new Round(Math.toIntExact(Math.floorDiv(ChronoUnit.DAYS.between(BEGINNING, day), DAYS)) + 1);
    }

    public LocalDate from() {
        return BEGINNING.plusDays((long) (number - 1) * DAYS);
    }

    /** Its last day, a Sunday. */
    public LocalDate until() {
        return from().plusDays(DAYS - 1L);
    }

    public Stretch stretch(Phase phase) {
        int before = 0;
        for (var earlier : Phase.values()) {
            if (earlier == phase) {
                break;
            }
            before += days(earlier);
        }
        return new Stretch(phase, days(phase), workingDay(before), workingDay(before + days(phase) - 1));
    }

    /** The phase that a day is for; a weekend belongs to what went before. */
    public Phase phaseOn(LocalDate day) {
        var phase = Phase.RESEARCH;
        for (var later : Phase.values()) {
            if (!stretch(later).from().isAfter(day)) {
                phase = later;
            }
        }
        return phase;
    }

    private static int days(Phase phase) {
        return WORKING_DAYS * phase.percent() / 100;
    }

    private LocalDate workingDay(int nth) {
        return from().plusWeeks(nth / WORKING_WEEK).plusDays(nth % WORKING_WEEK);
    }
}
