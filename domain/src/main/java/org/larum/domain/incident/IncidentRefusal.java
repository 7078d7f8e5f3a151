package org.larum.domain.incident;

import org.larum.domain.shared.Refusal;

/** When an incident says no: what is so, and what helps. Nothing was changed then. */
final class IncidentRefusal {

    private IncidentRefusal() {}

    static Refusal resolved() {
        return conflict(
                "already_resolved",
                "This incident is resolved, so nobody is being paged for it. Reopen it if the fault is back.");
    }

    static Refusal partOfAnother() {
        return conflict(
                "part_of_another",
                "This incident is a part of another one, so it is answered there. Un-merge it if it is a fault of its own.");
    }

    static Refusal notYours() {
        return conflict(
                "not_yours",
                "Only whoever has this incident can hand it over, and you have not. Nothing was changed. Take it first, or"
                        + " assign it.");
    }

    static Refusal badSnooze() {
        return invalid(
                "bad_snooze",
                "A snooze ends within the next 7 days. Nothing was changed: people are still paged. Choose a nearer moment in"
                        + " the future.");
    }

    static Refusal impactInFuture() {
        return invalid(
                "impact_in_future",
                "Users cannot have felt it before it happened: give a moment that has passed. Nothing was changed.");
    }

    static Refusal intoItself() {
        return invalid("into_itself", "This is one and the same incident. Nothing was moved. Choose another one.");
    }

    static Refusal intoResolved() {
        return conflict(
                "into_resolved",
                "The incident that was chosen is resolved, and open alerts there would page nobody. Nothing was moved. Reopen it"
                        + " first, or choose an open one.");
    }

    static Refusal intoPart() {
        return conflict(
                "into_part",
                "The incident that was chosen is itself a part of another one. Nothing was moved. Choose that other one.");
    }

    static Refusal alertNotOpen() {
        return conflict(
                "alert_not_open",
                "At least one of these alerts has ended or is in another incident by now. Nothing was moved. Look again and"
                        + " choose among those that are open.");
    }

    static Refusal splitAll() {
        return invalid(
                "split_all",
                "These are all the open alerts there are, so nothing would be left to split from. Nothing was moved. Leave at"
                        + " least one of them.");
    }

    private static Refusal conflict(String code, String sentence) {
        return new Refusal(Refusal.Kind.CONFLICT, code, sentence);
    }

    private static Refusal invalid(String code, String sentence) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence);
    }
}
