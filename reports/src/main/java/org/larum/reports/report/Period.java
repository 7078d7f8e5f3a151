package org.larum.reports.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** From an instant until another, which is no part of it, and the zone in which its days and all moments are told. */
public record Period(Instant from, Instant until, ZoneId zone) {
    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("A period ends after it begins");
        }
    }

    LocalDate fromDay() {
        return from.atZone(zone).toLocalDate();
    }

    /** The last day of which something belongs to it. */
    LocalDate lastDay() {
        return until.minusNanos(1).atZone(zone).toLocalDate();
    }

    /** Such as "2026-11-16 to 2026-11-22 (Europe/London)". */
    public String words() {
        var days = fromDay().equals(lastDay()) ? fromDay().toString() : fromDay() + " to " + lastDay();
        return days + " (" + zone + ")";
    }
}
