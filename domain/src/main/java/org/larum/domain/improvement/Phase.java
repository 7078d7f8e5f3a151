package org.larum.domain.improvement;

import org.jspecify.annotations.Nullable;

/** What is done to an item in a round, and how many percent of the round are for it. */
public enum Phase {
    RESEARCH(20),
    BUILD(60),
    VALIDATE(20);

    private final int percent;

    Phase(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }

    /** {@code before}: null when nothing was begun. */
    boolean follows(@Nullable Phase before) {
        return before
                == switch (this) {
                    case RESEARCH -> null;
                    case BUILD -> RESEARCH;
                    case VALIDATE -> BUILD;
                };
    }
}
