package org.larum.domain.improvement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ServiceId;

/**
 * Why something ought to be better. {@code subject}: what it is about, the same each time it is seen; {@code title}: what is to be
 * done; {@code sentence}: what was seen; {@code figure}: as a number, null when it is none; {@code since}: everything that it counts
 * happened from then on.
 */
public record Evidence(
        EvidenceKind kind,
        String subject,
        @Nullable ServiceId service,
        String title,
        String sentence,
        @Nullable Double figure,
        Instant since) {}
