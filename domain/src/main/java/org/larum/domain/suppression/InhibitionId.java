package org.larum.domain.suppression;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.larum.domain.directory.RuleId;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names what one rule mutes for one set of equal values: version 5 of both. */
public record InhibitionId(UUID value) implements Identifier {

    public static InhibitionId of(RuleId rule, List<String> values) {
        return new InhibitionId(Ids.of(
                "inhibition", Stream.concat(Stream.of(rule), values.stream()).toArray()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
