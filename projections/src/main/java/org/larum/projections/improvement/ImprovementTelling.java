package org.larum.projections.improvement;

import java.util.Locale;
import org.larum.domain.improvement.ImprovementEvent;
import org.larum.domain.improvement.ImprovementEvent.CriterionFailed;
import org.larum.domain.improvement.ImprovementEvent.CriterionMet;
import org.larum.domain.improvement.ImprovementEvent.CriterionSet;
import org.larum.domain.improvement.ImprovementEvent.ImprovementDropped;
import org.larum.domain.improvement.ImprovementEvent.ImprovementPlanned;
import org.larum.domain.improvement.ImprovementEvent.ImprovementProposed;
import org.larum.domain.improvement.ImprovementEvent.ImprovementReopened;
import org.larum.domain.improvement.ImprovementEvent.ImprovementWeighed;
import org.larum.domain.improvement.ImprovementEvent.PhaseBegun;
import org.larum.domain.improvement.ImprovementEvent.RollbackNoted;
import org.larum.domain.improvement.Phase;

/** What happened to an item, as a sentence. */
final class ImprovementTelling {

    private ImprovementTelling() {}

    static String of(ImprovementEvent event) {
        return switch (event) {
            case ImprovementProposed e -> "Proposed: " + e.evidence().sentence();
            case ImprovementWeighed e -> "Weighed: " + e.priority().arithmetic() + ".";
            case ImprovementPlanned e -> "Planned into round " + e.round() + ".";
            case CriterionSet e ->
                "It has worked when it comes to " + e.criterion().words() + ".";
            case PhaseBegun e ->
                e.phase() == Phase.VALIDATE
                        ? "The change is live; from here on it is measured."
                        : e.phase().name().charAt(0)
                                + e.phase().name().substring(1).toLowerCase(Locale.ROOT) + " began.";
            case CriterionMet e ->
                "Done: measured " + e.criterion().measure().amount(e.measured()) + ", wanted "
                        + e.criterion().words() + ".";
            case CriterionFailed e ->
                "Failed: measured " + e.criterion().measure().amount(e.measured()) + ", wanted "
                        + e.criterion().words() + ". Take the change back, or say why it stays.";
            case RollbackNoted e -> "Taken back: " + e.note();
            case ImprovementDropped e -> "Dropped: " + e.reason();
            case ImprovementReopened e -> (e.evidence() == null ? "Reopened: " : "It is back: ") + e.reason();
        };
    }
}
