package org.larum.domain.directory;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names what the house promises. There is one. */
public record SlaRuleId(UUID value) implements Identifier {

    public static final SlaRuleId ONLY = new SlaRuleId(Ids.of("sla-rule"));

    @Override
    public String toString() {
        return value.toString();
    }
}
