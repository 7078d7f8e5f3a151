package org.larum.reports.report;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a section is made of. */
public sealed interface Block {

    record Paragraph(String text) implements Block {}

    record Cards(List<Card> cards) implements Block {
        public Cards {
            cards = List.copyOf(cards);
        }
    }

    /** A figure, as it was in this period; {@code change} to the one before, {@code target} as it was set: null where there is none. */
    record Card(
            String label,
            String value,
            @Nullable Change change,
            @Nullable Target target) {}

    /** Such as "12 % less"; whether that is good is not for the one who writes it down to guess. */
    record Change(String words, Turn turn) {}

    enum Turn {
        BETTER,
        WORSE,
        SAME
    }

    record Target(String words, boolean isMet) {}

    /** Its rows are asked for each time it is written, and never held all at once. A stream that holds something is closed. */
    record Table(String title, List<Column> columns, Supplier<Stream<List<Cell>>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("A table has no columns");
            }
        }

        public static Table of(String title, List<Column> columns, List<List<Cell>> rows) {
            return new Table(title, columns, List.copyOf(rows)::stream);
        }
    }

    record Column(String name, Kind kind) {
        public enum Kind {
            TEXT,
            NUMBER,
            DURATION,
            MOMENT
        }
    }

    /** Each series has a value, or none, for each label. In a heat map a series is a row, a label a column. */
    record Chart(String title, Shape shape, String unit, List<String> labels, List<Series> series) implements Block {
        public enum Shape {
            LINE,
            BAR,
            HEATMAP
        }

        public Chart {
            labels = List.copyOf(labels);
            series = List.copyOf(series);
            for (var one : series) {
                if (one.values().size() != labels.size()) {
                    throw new IllegalArgumentException(
                            "A series has " + one.values().size() + " values for " + labels.size() + " labels");
                }
            }
        }

        boolean isEmpty() {
            return series.stream().flatMap(one -> one.values().stream()).allMatch(Objects::isNull);
        }
    }

    record Series(String name, List<@Nullable Double> values) {
        public Series {
            values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
            if (values.stream().anyMatch(value -> value != null && !Double.isFinite(value))) {
                throw new IllegalArgumentException("A value is a number, or none");
            }
        }

        /** What is no number (NaN) is none. */
        public static Series of(String name, double... values) {
            var boxed = new java.util.ArrayList<@Nullable Double>(values.length);
            for (double value : values) {
                boxed.add(Double.isNaN(value) ? null : value);
            }
            return new Series(name, boxed);
        }
    }

    /** In place of a chart or figure of which there is too little to say: so many are there, so many are needed. */
    record Lacking(String title, long have, long need, String of) implements Block {
        String words() {
            return "Not enough data: " + have + " of the " + need + " " + of + " that it takes.";
        }
    }
}
