package org.larum.domain.schedule;

import java.util.UUID;
import org.larum.domain.shared.Identifier;

/** Names a request for cover: version 7. */
public record CoverRequestId(UUID value) implements Identifier {

    @Override
    public String toString() {
        return value.toString();
    }
}
