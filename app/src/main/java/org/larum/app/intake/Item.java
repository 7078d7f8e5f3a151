package org.larum.app.intake;

import java.util.List;
import java.util.stream.Stream;

/** One item of a request after translation: a detection, or what is wrong with it. */
public sealed interface Item {

    record Valid(Detection detection) implements Item {}

    /** {@code field}: the path of what is wrong, as the sender wrote it, such as {@code labels.team}. */
    record Invalid(String field, String reason) implements Item {}

    static List<Detection> valid(List<Item> items) {
        return items.stream()
                .flatMap(item -> item instanceof Valid valid ? Stream.of(valid.detection()) : Stream.empty())
                .toList();
    }

    static List<Invalid> invalid(List<Item> items) {
        return items.stream()
                .flatMap(item -> item instanceof Invalid invalid ? Stream.of(invalid) : Stream.empty())
                .toList();
    }
}
