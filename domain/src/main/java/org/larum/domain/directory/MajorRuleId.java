package org.larum.domain.directory;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names the rule about major incidents. There is one. */
public record MajorRuleId(UUID value) implements Identifier {

    public static final MajorRuleId ONLY = new MajorRuleId(Ids.of("major-rule"));

    @Override
    public String toString() {
        return value.toString();
    }
}
