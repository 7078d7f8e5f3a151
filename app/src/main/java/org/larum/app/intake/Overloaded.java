package org.larum.app.intake;

/**
 * More came than can be stored now, and this request was left out: nothing of it was kept. Each door says so in its dialect; with
 * 429 only where its senders try again on that.
 */
public final class Overloaded extends RuntimeException {

    /** Whose fault it is. */
    public enum Kind {
        /** This key sends more than its share, or than its limit. */
        GREEDY,
        /** All together send more than the server takes. */
        FULL
    }

    private static final int LONGEST_SECONDS = 3;

    private final Kind kind;
    private final int retryAfter;

    /** @param retryAfter seconds after which it is worth trying again */
    public Overloaded(Kind kind, int retryAfter) {
        super(
                kind == Kind.GREEDY
                        ? "This key sends more than its share while Larum has much to do. Nothing of this request was kept;"
                                + " send it again after Retry-After."
                        : "Larum has more to do than it can. Nothing of this request was kept; send it again after"
                                + " Retry-After.",
                null,
                false,
                false);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /**
     * From 1 to 3 seconds, spread so that those who were refused together do not come back together.
     *
     * @param jitter from 0 to 1
     */
    public static int seconds(double jitter) {
        return 1 + Math.clamp((int) (jitter * LONGEST_SECONDS), 0, LONGEST_SECONDS - 1);
    }

    public Kind kind() {
        return kind;
    }

    /** For dialects that know 429. */
    public int status() {
        return kind == Kind.GREEDY ? 429 : 503;
    }

    /** In seconds. */
    public int retryAfter() {
        return retryAfter;
    }

    /** A stable code for scripts. */
    public String code() {
        return kind == Kind.GREEDY ? "key_overloaded" : "server_overloaded";
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
