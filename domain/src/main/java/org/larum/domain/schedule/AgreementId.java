package org.larum.domain.schedule;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names an override that people agreed on: version 7, or version 5 of the yes that it follows from. */
public record AgreementId(UUID value) implements Identifier {

    static AgreementId of(Object... parts) {
        return new AgreementId(Ids.of("override", parts));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
