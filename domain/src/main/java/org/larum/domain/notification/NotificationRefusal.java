package org.larum.domain.notification;

import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Refusal.Kind;

/** When a test cannot be confirmed: what is so, and what helps. Nothing was changed then. */
final class NotificationRefusal {

    private NotificationRefusal() {}

    static Refusal noSuchTest() {
        return new Refusal(
                Kind.NOT_FOUND,
                "no_such_test",
                "There is no test of yours at this address. Nothing was changed. Send a new one, and press the link in it.");
    }

    static Refusal testTooOld() {
        return new Refusal(
                Kind.CONFLICT,
                "test_too_old",
                "This test is older than a day and counts no more. Nothing was changed. Send a new one.");
    }
}
