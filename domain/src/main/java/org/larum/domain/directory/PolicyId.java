package org.larum.domain.directory;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names a policy: version 5 of its word in the configuration. */
public record PolicyId(UUID value) implements Identifier {

    public static PolicyId of(String word) {
        return new PolicyId(Ids.of("policy", word));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
