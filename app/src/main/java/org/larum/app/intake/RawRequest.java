package org.larum.app.intake;

/** A request as it came, kept beside the log. {@code body} is what was read, after decompression. */
public record RawRequest(String dialect, byte[] body) {}
