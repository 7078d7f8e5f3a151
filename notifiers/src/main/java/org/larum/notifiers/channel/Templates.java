package org.larum.notifiers.channel;

import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.ChannelKind;
import org.larum.notifiers.channel.Message.Content;

/** Messages about incidents in the words of the house. */
public interface Templates {

    Templates NONE = (channel, part, content) -> null;

    /** A part of a message that has words of its own. */
    enum Part {
        SUBJECT,
        TEXT,
        HTML
    }

    /** Null when Larum's own words stay: there are no others, or they could not be filled in. */
    @Nullable
    String of(ChannelKind channel, Part part, Content content);
}
