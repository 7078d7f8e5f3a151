package org.larum.app.api.channel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How all channels do, the worst first. {@code sentence}: of all together; {@code absent}: ways to people that the house does not have. */
public record ChannelsView(Instant at, String sentence, List<ChannelView> channels, List<String> absent) {

    /**
     * @param id what {@code POST /api/channels/{id}/test} takes
     * @param since when its configuration was last changed
     * @param remedy what to do about it; null when there is nothing to do
     * @param disabledAt since when it is told nothing more, because nothing got through; null unless it is a webhook that is
     * @param canCheck whether its provider can be asked without telling anybody anything
     */
    public record ChannelView(
            String id,
            String kind,
            String name,
            @Nullable String provider,
            @Nullable Instant since,
            String state,
            String sentence,
            @Nullable String remedy,
            @Nullable Instant lastTaken,
            @Nullable ChannelError lastError,
            ChannelRate hour,
            ChannelRate day,
            ChannelQueue queue,
            @Nullable ChannelTried test,
            @Nullable Instant disabledAt,
            boolean canCheck,
            @Nullable ChannelCheck check) {}

    /** {@code message}: its place in the outbox. */
    public record ChannelError(UUID message, Instant at, String reason) {}

    /**
     * Messages whose fate became known. {@code percent}: of those that were taken; null when there were none. {@code p50Millis}, {@code
     * p95Millis}: from asked for to taken.
     */
    public record ChannelRate(
            int taken,
            int lost,
            @Nullable Integer percent,
            @Nullable Long p50Millis,
            @Nullable Long p95Millis) {}

    /** {@code due}: nothing but Larum keeps them; {@code waiting}: for their time, or for a provider. */
    public record ChannelQueue(
            int due, int waiting, int sending, @Nullable Instant oldest) {}

    /** {@code recipient}: what they are called. */
    public record ChannelTried(
            UUID id,
            String recipient,
            String state,
            @Nullable String reason,
            Instant requestedAt,
            Instant changedAt,
            @Nullable Instant confirmedAt) {}

    /** What the provider said when it was last asked. */
    public record ChannelCheck(Instant at, boolean ok, String said, int tookMillis) {}
}
