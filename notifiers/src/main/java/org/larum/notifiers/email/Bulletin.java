package org.larum.notifiers.email;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * News for somebody outside who asked for it. {@code id}: the same for the same news to the same reader. {@code end}: the page on
 * which the reader ends it with one button, and their mail program with one POST (RFC 8058).
 */
public record Bulletin(
        UUID id,
        String title,
        String text,
        Way way,
        @Nullable URI end) {

    /** Where to go on. */
    public record Way(String label, URI to) {}
}
