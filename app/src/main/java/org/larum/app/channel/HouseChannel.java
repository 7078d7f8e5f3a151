package org.larum.app.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.ChannelKind;

/**
 * One way that this house has of telling people or machines.
 *
 * @param id the word of its kind; of a webhook its own id
 * @param provider whom it goes through, as far as that may be shown
 * @param askable whether its provider can be asked something without telling anybody anything
 * @param since when its configuration was last changed; null when it has none
 */
public record HouseChannel(
        String id,
        ChannelKind kind,
        String word,
        String name,
        @Nullable String provider,
        boolean askable,
        @Nullable Instant since) {}
