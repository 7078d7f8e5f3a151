package org.larum.notifiers.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.larum.notifiers.channel.Secret;

/** Proves to a receiver that a call came from Larum and is fresh, as the Standard Webhooks specification has it. */
final class Signature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String VERSION = "v1,";
    private static final String BASE64_MARK = "whsec_";

    private Signature() {}

    /** What is signed: the exact bytes of the body, its id, and the time in whole seconds. */
    public record Signed(String id, Instant at, byte[] body) {

        String timestamp() {
            return Long.toString(at.getEpochSecond());
        }
    }

    /** The three headers as they came. {@code signature} may hold several, separated by spaces. */
    public record Headers(String id, String timestamp, String signature) {}

    /**
     * The value of {@code webhook-signature}.
     *
     * @param secret {@code whsec_} followed by base64, or any other text, whose UTF-8 bytes are the key
     * @throws IllegalArgumentException if no key can be made of the secret; the message does not hold it
     */
    public static String sign(Secret secret, Signed what) {
        byte[] hash = hash(key(secret), what.id(), what.timestamp(), what.body());
        return VERSION + Base64.getEncoder().encodeToString(hash);
    }

    /** Whether any of the signatures fits and the time is at most five minutes away, in constant time per signature. */
    public static boolean verify(Secret secret, Headers headers, byte[] body, Instant now) {
        if (!isFresh(headers.timestamp(), now)) {
            return false;
        }
        byte[] expected = hash(key(secret), headers.id(), headers.timestamp(), body);
        boolean fits = false;
        for (String signature : headers.signature().split(" ")) {
            fits |= signature.startsWith(VERSION)
                    && MessageDigest.isEqual(expected, decoded(signature.substring(VERSION.length())));
        }
        return fits;
    }

    private static boolean isFresh(String timestamp, Instant now) {
        try {
            long away = Math.subtractExact(Long.parseLong(timestamp), now.getEpochSecond());
            return away >= -TOLERANCE.toSeconds() && away <= TOLERANCE.toSeconds();
        } catch (NumberFormatException | ArithmeticException e) {
            return false;
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] key(Secret secret) {
        String text = secret.value().strip();
        byte[] key;
        try {
            key = text.startsWith(BASE64_MARK)
                    ? Base64.getDecoder().decode(text.substring(BASE64_MARK.length()))
                    : text.getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // without the cause: its message quotes a character of the secret
            throw new IllegalArgumentException("The secret begins with whsec_, but what follows is not base64.");
        }
        if (key.length == 0) {
            throw new IllegalArgumentException("The secret is empty.");
        }
        return key;
    }

    private static byte[] hash(byte[] key, String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
