package org.larum.app.intake;

import org.jspecify.annotations.Nullable;

/**
 * A request body that no retry can cure: too large (413), too slow (408), in an encoding we do not read (415), or not
 * what it should be (400). {@code path} names the place in the body when there is one.
 */
public final class BodyRefused extends RuntimeException {

    private final int status;
    private final @Nullable String path;

    public BodyRefused(int status, @Nullable String path, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.path = path;
    }

    public int status() {
        return status;
    }

    public @Nullable String path() {
        return path;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
