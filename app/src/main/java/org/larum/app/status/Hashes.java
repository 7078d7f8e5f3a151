package org.larum.app.status;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** What a browser compares to know that something is the same. */
final class Hashes {

    private Hashes() {}

    static String sha256Hex(byte[] body) {
        return HexFormat.of().formatHex(sha256(body));
    }

    static String sha256Base64(byte[] body) {
        return Base64.getEncoder().encodeToString(sha256(body));
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
