package org.larum.domain.postmortem;

import org.larum.domain.shared.Refusal;

/** When a review says no: what is so, and what helps. Nothing was changed then. */
public final class PostmortemRefusal {

    /** The code of a text that was written on another one than the newest. */
    public static final String WRITTEN_MEANWHILE = "written_meanwhile";

    private PostmortemRefusal() {}

    static Refusal writtenMeanwhile(int version, int basedOn) {
        return writtenMeanwhile("Somebody", version, basedOn);
    }

    /** {@code who}: the name of whoever wrote the newest version. */
    public static Refusal writtenMeanwhile(String who, int version, int basedOn) {
        return conflict(
                WRITTEN_MEANWHILE,
                who + " wrote version " + version + " while you worked on version " + basedOn
                        + ". Nothing is lost: theirs is kept, and yours is where you wrote it. Read version " + version
                        + ", bring both together and save that on it.");
    }

    static Refusal published() {
        return conflict(
                "postmortem_published",
                "This review is published, so that its text stands. Nothing was changed. Reopen it to write on.");
    }

    static Refusal notDrafted() {
        return conflict(
                "postmortem_not_drafted",
                "Larum has not drafted this review yet; that takes a few seconds. Nothing was changed. Try again then.");
    }

    static Refusal unknownAction() {
        return new Refusal(
                Refusal.Kind.NOT_FOUND,
                "no_such_action",
                "There is no such action in this review. Nothing was changed. Look again, or add it.");
    }

    static Refusal tooManyActions(int most) {
        return conflict(
                "too_many_actions",
                "This review has " + most + " actions, and nobody could keep more in view. Nothing was added. Drop what"
                        + " nobody will do and put the others together.");
    }

    private static Refusal conflict(String code, String sentence) {
        return new Refusal(Refusal.Kind.CONFLICT, code, sentence);
    }
}
