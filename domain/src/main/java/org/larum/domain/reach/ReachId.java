package org.larum.domain.reach;

import java.util.UUID;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.RunId;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names the reaching of one person for one run: version 5 of both. */
public record ReachId(UUID value) implements Identifier {

    public static ReachId of(RunId run, PersonId person) {
        return new ReachId(Ids.of("reach", run, person));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
