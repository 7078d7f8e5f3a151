package org.larum.domain.directory;

import org.larum.domain.shared.ChannelKind;

/** The words of one part of a message by one channel. {@code part}: "subject", "text" or "html". */
public record MessageTemplate(ChannelKind channel, String part, String text) {}
