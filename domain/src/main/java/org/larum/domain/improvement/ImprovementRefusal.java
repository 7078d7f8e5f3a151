package org.larum.domain.improvement;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.larum.domain.shared.Refusal;

/** When an item says no: what is so, and what helps. Nothing was changed then. */
public final class ImprovementRefusal {

    private ImprovementRefusal() {}

    static Refusal closed(String state) {
        return conflict(
                "improvement_closed", "This item is " + state + ". Nothing was changed. Reopen it to go on with it.");
    }

    static Refusal notClosed() {
        return conflict("improvement_open", "This item is open, so that there is nothing to reopen. Go on with it.");
    }

    static Refusal offTheScale() {
        return invalid(
                "bad_priority",
                "Impact, feasibility, effort and risk are each weighed from 1, little, to 5, much. Nothing was changed.");
    }

    static Refusal notWeighed() {
        return conflict(
                "improvement_not_weighed",
                "Nobody has weighed this item, so that nobody knows how much of a round it takes. Nothing was planned. Weigh"
                        + " it first.");
    }

    static Refusal badRound(int round, int now) {
        return invalid(
                "bad_round",
                "Round " + round + " cannot be planned: it is round " + now + " now, and the last is " + Round.LAST
                        + ". Nothing was planned. Choose this round or a later one.");
    }

    static Refusal notPlanned() {
        return conflict(
                "improvement_not_planned",
                "This item is in no round. Nothing was begun. Plan it into one, then its research begins.");
    }

    static Refusal notNext(Phase wanted) {
        return conflict(
                "phase_not_next",
                "An item is researched, then built, then validated; "
                        + wanted.name().toLowerCase(Locale.ROOT)
                        + " is not what comes next for this one. Nothing was begun. Begin the phase that is next.");
    }

    static Refusal noCriterion() {
        return conflict(
                "no_criterion",
                "Nobody has said how one sees that it worked. Nothing was begun. Set a criterion, then let it be validated.");
    }

    static Refusal badTarget() {
        return invalid(
                "bad_target",
                "A target is a number from 0 to " + (int) Criterion.HIGHEST
                        + ". Nothing was changed. Write such a one.");
    }

    static Refusal underWay() {
        return conflict(
                "criterion_stands",
                "The change is being validated by its criterion, which stands until that is judged. Nothing was changed.");
    }

    public static Refusal notValidating() {
        return conflict(
                "not_validating",
                "Only what is being validated can be judged. Nothing was judged. Begin that phase once the change is live.");
    }

    static Refusal tooEarly(Duration least, Instant from) {
        return conflict(
                "too_early",
                "A change is judged after " + least.toDays() + " days, when there is something to measure: from " + from
                        + ". Nothing was judged. Larum judges it by itself then.");
    }

    public static Refusal nothingMeasured() {
        return conflict(
                "nothing_measured",
                "Nothing happened since the change by which its criterion could be measured. Nothing was judged. Wait for"
                        + " something to measure; Larum looks every day.");
    }

    static Refusal notFailed() {
        return conflict(
                "not_failed", "This item did not fail, so that nothing is to be taken back. Nothing was noted.");
    }

    private static Refusal conflict(String code, String sentence) {
        return new Refusal(Refusal.Kind.CONFLICT, code, sentence);
    }

    private static Refusal invalid(String code, String sentence) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence);
    }
}
