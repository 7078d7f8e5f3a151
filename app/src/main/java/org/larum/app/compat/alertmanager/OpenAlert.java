package org.larum.app.compat.alertmanager;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert that is not over, for those who ask in Alertmanager's words. {@code fingerprint} is the key of the alert;
 * {@code endsAt} is until when it holds if its sender said so.
 */
public record OpenAlert(
        String fingerprint,
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt,
        Instant updatedAt,
        @Nullable Instant endsAt,
        @Nullable String generatorUrl) {}
