package org.larum.domain.directory;

import java.time.Duration;
import org.larum.domain.shared.ChannelKind;

/** At most so many messages by one channel to one person within a stretch of time. */
public record MessageLimit(ChannelKind channel, int most, Duration within) {}
