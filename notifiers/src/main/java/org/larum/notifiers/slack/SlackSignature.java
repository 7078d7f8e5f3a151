package org.larum.notifiers.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.channel.Secret;

/** Whether a request comes from Slack, and lately: signed with the signing secret of the app over its time and its bytes. */
public final class SlackSignature {

    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final String VERSION = "v0=";

    private SlackSignature() {}

    /**
     * Its name, by which a second use is known: the signature as it should be written, so that another way to write it is no other
     * name. Empty for what Slack did not sign, or not within five minutes.
     *
     * @param timestamp and {@code signature} are the headers as they came
     */
    public static Optional<String> read(
            Secret secret, @Nullable String timestamp, @Nullable String signature, byte[] body, Instant now) {
        if (timestamp == null || signature == null || !isFresh(timestamp, now)) {
            return Optional.empty();
        }
        var expected = VERSION + HexFormat.of().formatHex(hash(secret, timestamp, body));
        return MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8))
                ? Optional.of(expected)
                : Optional.empty();
    }

    private static boolean isFresh(String timestamp, Instant now) {
        return SECONDS.matcher(timestamp).matches()
                && Math.abs(Long.parseLong(timestamp) - now.getEpochSecond()) <= WINDOW.toSeconds();
    }

    private static byte[] hash(Secret secret, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
