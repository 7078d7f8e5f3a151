package org.larum.domain.improvement;

/** What Larum can measure for a service, a team or the whole house; nothing else can be a criterion. */
public enum Measure {
    ANSWER_MINUTES("the median time to an answer", "minutes"),
    REPAIR_MINUTES("the median time to repair", "minutes"),
    LATE_ANSWERS_PERCENT("late answers, of those promised", "%"),
    LATE_REPAIRS_PERCENT("late repairs, of those promised", "%"),
    INCIDENTS_A_WEEK("incidents", "a week"),
    WAKES_A_WEEK("pages that interrupt somebody", "a week"),
    NIGHTS_A_WEEK("pages at night", "a week"),
    /** Those of which somebody was told, and nobody did more than acknowledge. */
    IDLE_PERCENT("incidents that led to nothing", "%"),
    STARS("what people give incidents", "of 5 stars");

    private final String words;
    private final String unit;

    Measure(String words, String unit) {
        this.words = words;
        this.unit = unit;
    }

    public String words() {
        return words;
    }

    /** A value as people read it. */
    public String amount(double value) {
        var number = Math.rint(value * 100) / 100;
        var text = number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
        return text + " " + unit;
    }
}
