package org.larum.app.api.dashboard;

import java.time.Instant;
import java.util.List;

/** What panels show of a period, each in its place. {@code days}: how long the period is. */
public record PanelsView(Instant from, Instant until, int days, List<PanelView> panels) {

    static PanelsView of(Sight sight, List<PanelView> panels) {
        var period = sight.period();
        return new PanelsView(period.from(), period.until(), sight.days(), panels);
    }
}
