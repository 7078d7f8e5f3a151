package org.larum.projections.shared;

import java.util.List;
import java.util.function.Function;

/** Every projector there is, each made for a schema: the live one, or the one of a rebuild. */
public record Projectors(List<Function<String, Projector>> makers) {

    public List<Projector> in(String schema) {
        return makers.stream().map(maker -> maker.apply(schema)).toList();
    }
}
