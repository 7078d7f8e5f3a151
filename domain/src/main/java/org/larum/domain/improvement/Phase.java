package org.larum.domain.improvement;

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
}
