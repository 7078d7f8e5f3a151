package org.larum.domain.shared;

/** How bad it is, worst first. */
public enum Severity {
    CRITICAL(1),
    HIGH(2),
    MEDIUM(3),
    LOW(4);

    private final int mark;

    Severity(int mark) {
        this.mark = mark;
    }

    public boolean isWorseThan(Severity other) {
        return mark < other.mark;
    }

    /** What people see in the mark: 1 for critical to 4 for low. */
    public int mark() {
        return mark;
    }
}
