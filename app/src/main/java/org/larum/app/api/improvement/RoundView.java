package org.larum.app.api.improvement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.improvement.Round;
import org.larum.projections.improvement.ImprovementView.PointsView;

/**
 * Two weeks of work. {@code now}: the number of the round of today; {@code capacity}: points of effort that fit in; {@code points}:
 * those that are planned, {@code done}: of items that are done; {@code phase}: what today is for, null in any other round.
 */
public record RoundView(
        int number,
        int now,
        LocalDate from,
        LocalDate until,
        int capacity,
        int points,
        int done,
        @Nullable String phase,
        List<StretchView> phases,
        List<PointsView> states) {

    /** A phase: how much of the round it is, in percent and in working days, the first and the last of them. */
    public record StretchView(String phase, int percent, int days, LocalDate from, LocalDate until) {

        static StretchView of(Round.Stretch stretch) {
            return new StretchView(
                    Words.of(stretch.phase()),
                    stretch.phase().percent(),
                    stretch.days(),
                    stretch.from(),
                    stretch.until());
        }
    }
}
