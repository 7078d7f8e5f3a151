package org.larum.domain.correlation;

import java.util.UUID;
import java.util.stream.Stream;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names a correlation group: version 5 of (rule, values). */
public record GroupId(UUID value) implements Identifier {

    public static GroupId of(String rule, Object... values) {
        return new GroupId(Ids.of(
                "group", Stream.concat(Stream.of(rule), Stream.of(values)).toArray()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
