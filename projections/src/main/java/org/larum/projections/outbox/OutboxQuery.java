package org.larum.projections.outbox;

import java.util.Set;
import org.larum.projections.shared.Page.Asked;

/** What can be asked about messages. */
public sealed interface OutboxQuery {

    /** Newest first. An empty set of states means all. */
    record Messages(Set<String> states, Asked asked) implements OutboxQuery {}
}
