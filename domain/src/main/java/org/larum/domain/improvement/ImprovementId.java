package org.larum.domain.improvement;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names an item: version 5 of what it is about, so that what two nodes see, or one sees twice, is one item. */
public record ImprovementId(UUID value) implements Identifier {

    public static ImprovementId of(EvidenceKind kind, String subject) {
        return new ImprovementId(Ids.of("improvement", kind, subject));
    }

    public static ImprovementId of(Evidence evidence) {
        return of(evidence.kind(), evidence.subject());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
