package org.larum.projections.outbox;

import java.util.Set;
import java.util.UUID;
import org.larum.domain.shared.ChannelKind;
import org.larum.projections.shared.Page.Asked;

/** What can be asked about messages. */
public sealed interface OutboxQuery {

    /** Newest first. */
    record Messages(OutboxFilter filter, Asked asked) implements OutboxQuery {}

    /** One message, if there is such. */
    record Message(UUID id) implements OutboxQuery {}

    /** The incidents of which somebody was asked this way for an answer, the last asked first, and at most so many. */
    record Pages(UUID recipient, ChannelKind channel, int limit) implements OutboxQuery {}

    /** The incidents of the last message in which somebody was asked about this one: itself alone when it was no bundle. */
    record Together(UUID incident, UUID recipient, ChannelKind channel) implements OutboxQuery {}

    /** All notifications that went as the same message as this one; itself alone when it was no bundle. */
    record Bundled(UUID notification) implements OutboxQuery {}

    /** What was last told to somebody each of these ways, and tested. */
    record Last(UUID recipient, Set<ChannelKind> channels) implements OutboxQuery {}
}
