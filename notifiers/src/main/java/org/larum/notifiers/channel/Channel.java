package org.larum.notifiers.channel;

import org.larum.domain.shared.ChannelKind;

/**
 * One way of telling somebody. Blocking, called on a virtual thread, with its own time-outs; it never throws for what a
 * provider does, and never retries.
 */
public interface Channel {

    ChannelKind kind();

    SendOutcome send(Message message);
}
