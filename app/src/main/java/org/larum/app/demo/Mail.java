package org.larum.app.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mail that arrived; {@code number} counts from 1. */
record Mail(
        int number,
        Instant at,
        String from,
        String to,
        String subject,
        String text,
        @Nullable String html) {}
