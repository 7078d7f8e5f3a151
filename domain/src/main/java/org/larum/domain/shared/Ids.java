package org.larum.domain.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Makes ids: version 7 for what only one node can create, version 5 for what two nodes may create at once. */
public interface Ids {

    /** A new version 7 UUID: unique, and growing with time. */
    UUID next();

    /**
     * The version 5 UUID of a kind and its parts; equal parts give an equal id on every node and at every time. Parts are
     * joined by their lengths, so that ("a", "bc") and ("ab", "c") differ.
     */
    static UUID of(String kind, Object... parts) {
        var name = new StringBuilder("larum:").append(kind);
        for (Object part : parts) {
            var text = part.toString();
            name.append('/').append(text.length()).append(':').append(text);
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1").digest(name.toString().getBytes(StandardCharsets.UTF_8));
            hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
            hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
            var bytes = ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
