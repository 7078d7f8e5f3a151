package org.larum.domain.sla;

import org.larum.domain.shared.Refusal;

/** When a clock says no: what is so, and what helps. Nothing was changed then. */
final class SlaRefusal {

    private SlaRefusal() {}

    static Refusal notRunning() {
        return new Refusal(
                Refusal.Kind.CONFLICT,
                "clock_not_running",
                "This clock does not run: what it measures is done, or was never promised. Nothing was changed. Look at the"
                        + " incident again.");
    }

    static Refusal beganInFuture() {
        return new Refusal(
                Refusal.Kind.INVALID,
                "clock_in_future",
                "A clock can not have begun in the future. Nothing was changed. Give a time that has passed.");
    }
}
