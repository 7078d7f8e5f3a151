package org.larum.notifiers.slack;

import org.jspecify.annotations.Nullable;

/** Who is who in Slack, as far as it was asked lately. */
public interface SlackBook {

    /** The user of this address; null when nobody has asked lately. */
    @Nullable
    String user(String email);

    void remember(String email, String user);

    /** Slack does not know the user any more. */
    void forget(String email);
}
