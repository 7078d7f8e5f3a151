package org.larum.app.channel;

import java.util.Optional;
import org.larum.domain.shared.ChannelKind;
import org.larum.notifiers.channel.SendOutcome;

/** Asks the provider of a channel whether it would take a message; nobody is told anything. */
public interface Providers {

    /** Whether there is anything to ask without telling somebody. */
    boolean canAsk(ChannelKind kind);

    /** Empty when there is nothing to ask, or nobody. */
    Optional<SendOutcome> ask(ChannelKind kind);
}
