package org.larum.app.processing;

/**
 * It is in the log, and the room that shows it is behind, as for some seconds after a node was killed. Nobody may be told that it is not
 * there: whoever wrote it would write it again.
 */
public final class NotShownYet extends RuntimeException {

    public NotShownYet() {
        super(
                "It is in the log, and the list that shows it is behind for a moment. Nothing is lost; what was asked for is done,"
                        + " so do not send it again. Look again in a second.",
                null,
                false,
                false);
    }

    /** @param head the newest event of what was looked for; negative when there is none */
    public static RuntimeException or(long head, RuntimeException unknown) {
        return head < 0 ? unknown : new NotShownYet();
    }
}
