package org.larum.domain.directory;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Severity;

/** How somebody wants to be reached. Severities that are not named are left to Larum. */
public record Reach(List<Wish> wishes, @Nullable Quiet quiet) {

    /** The ways for one severity, in the order in which they are gone. */
    public record Wish(Severity severity, List<Way> ways) {}

    /** {@code after}: how long after the person was first to be told; {@code every}: then again and again, until somebody answers. */
    public record Way(
            ChannelKind channel, Duration after, @Nullable Duration every) {}

    /** Hours of each day in the person's own zone in which nobody may wake them, but for these severities. */
    public record Quiet(LocalTime from, LocalTime until, List<Severity> except) {}
}
