package org.larum.domain.status;

import java.util.UUID;
import org.larum.domain.shared.Identifier;

/** Names a notice: version 7. It is never shown outside; there a notice has other names. */
public record NoticeId(UUID value) implements Identifier {

    @Override
    public String toString() {
        return value.toString();
    }
}
