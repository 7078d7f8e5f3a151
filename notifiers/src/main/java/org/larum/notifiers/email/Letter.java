package org.larum.notifiers.email;

import java.util.List;
import java.util.UUID;

/**
 * Something long that somebody gets from time to time, with files. {@code id}: the same for the same letter to the same reader;
 * {@code html}: the whole page, made by us.
 */
public record Letter(UUID id, String subject, String text, String html, List<File> files) {

    public record File(String name, String mediaType, byte[] bytes) {}
}
