package org.larum.domain.directory;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names a rule: version 5 of its kind and its word in the configuration. */
public record RuleId(UUID value) implements Identifier {

    /** @param kind the section of the configuration, such as "silences" */
    public static RuleId of(String kind, String word) {
        return new RuleId(Ids.of("rule", kind, word));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
