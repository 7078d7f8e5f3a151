package org.larum.projections.measure;

import java.time.Instant;
import java.util.UUID;
import org.larum.projections.shared.Named;

/** A page behind a figure. {@code hour}: of the person's own day; {@code night}: it lay in their night, and woke them. */
public record CountedPage(
        UUID id,
        UUID incident,
        int number,
        String title,
        Named person,
        String channel,
        Instant sentAt,
        int hour,
        boolean wakes,
        boolean night,
        double sleepSeconds) {}
