package org.larum.domain.major;

import org.larum.domain.shared.Refusal;

/** When a major incident says no: what is so, and what helps. Nothing was changed then. */
final class MajorRefusal {

    private MajorRefusal() {}

    static Refusal notMajor() {
        return conflict(
                "not_major", "This is not a major incident now. Nothing was changed. Declare it one first, if it is.");
    }

    static Refusal neverMajor() {
        return conflict(
                "not_major",
                "This incident never was a major one. Nothing was changed. Declare it one first, if it is.");
    }

    static Refusal badNextUpdate() {
        return new Refusal(
                Refusal.Kind.INVALID,
                "bad_next_update",
                "The next update is promised for 5 minutes to 24 hours from now. Nothing was posted. Choose a time between.");
    }

    static Refusal unknownTask() {
        return new Refusal(
                Refusal.Kind.NOT_FOUND,
                "no_such_task",
                "There is no such task in this incident, or it was dropped. Nothing was changed. Look again, or add it.");
    }

    static Refusal tooManyTasks(int most) {
        return conflict(
                "too_many_tasks",
                "This incident has " + most + " tasks, and nobody could keep more in view. Nothing was added. Drop what"
                        + " need not be done.");
    }

    private static Refusal conflict(String code, String sentence) {
        return new Refusal(Refusal.Kind.CONFLICT, code, sentence);
    }
}
