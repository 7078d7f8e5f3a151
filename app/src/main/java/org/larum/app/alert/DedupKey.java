package org.larum.app.alert;

import java.util.UUID;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.shared.Ids;

/** What a sender calls one fault: while it is open, the same key is the same alert. */
record DedupKey(IntegrationId integration, String key) {

    UUID identity() {
        return Ids.of("identity", integration, key);
    }
}
