package org.larum.domain.shared;

/** The business says no: normal, expected, and told with a stable code and a sentence that helps. */
public final class Refusal extends RuntimeException {

    /** What kind of no it is; each door translates it once. */
    public enum Kind {
        NOT_FOUND,
        CONFLICT,
        INVALID,
        FORBIDDEN
    }

    private final Kind kind;
    private final String code;

    public Refusal(Kind kind, String code, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    /** Stable, lower case with underscores: scripts may depend on it. */
    public String code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
