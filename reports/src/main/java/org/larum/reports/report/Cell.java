package org.larum.reports.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** One value of a table, as what it is. What is of another kind than its column is still shown as what it is. */
public sealed interface Cell {

    record Text(String text) implements Cell {}

    record Numeric(BigDecimal number) implements Cell {}

    record Lasting(Duration duration) implements Cell {}

    record Moment(Instant at) implements Cell {}

    /** There is none, which is not nought. */
    enum None implements Cell {
        NONE
    }

    static Cell of(String text) {
        return new Text(text);
    }

    static Cell of(long number) {
        return new Numeric(BigDecimal.valueOf(number));
    }

    static Cell of(double number) {
        return new Numeric(BigDecimal.valueOf(number));
    }

    static Cell of(Duration duration) {
        return new Lasting(duration);
    }

    static Cell of(Instant at) {
        return new Moment(at);
    }
}
