package org.larum.app.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.larum.reports.report.Cell;
import org.larum.reports.report.Wording;

/** Figures as cells and words. */
final class Spoken {

    private Spoken() {}

    static String duration(double seconds) {
        return Wording.duration(Duration.ofSeconds(Math.round(seconds)));
    }

    static Cell cell(@Nullable Double seconds) {
        return seconds == null ? Cell.None.NONE : Cell.of(Duration.ofSeconds(Math.round(seconds)));
    }

    /** Of nothing there is no share. */
    static String share(long part, long whole) {
        return whole == 0 ? "–" : Math.round(100.0 * part / whole) + " %";
    }
}
