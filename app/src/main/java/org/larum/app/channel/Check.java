package org.larum.app.channel;

import java.time.Instant;

/** What the provider of a channel said when it was last asked whether it would take a message. */
public record Check(Instant at, boolean ok, String said, int tookMillis) {}
