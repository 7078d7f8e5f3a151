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

    /** The severity of a mark from 1 to 4. */
    public static Severity of(int mark) {
        return switch (mark) {
            case 1 -> CRITICAL;
            case 2 -> HIGH;
            case 3 -> MEDIUM;
            case 4 -> LOW;
            default -> throw new IllegalArgumentException("no severity has the mark " + mark);
        };
    }

    /** What people see in the mark: 1 for critical to 4 for low. */
    public int mark() {
        return mark;
    }
}
