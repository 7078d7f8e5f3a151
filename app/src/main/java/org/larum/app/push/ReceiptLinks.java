package org.larum.app.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.larum.app.security.Vault;
import org.larum.domain.notification.NotificationId;

/** Addresses at which a device says what it did with one message. Signed, so nothing is stored and nobody else can say it. */
final class ReceiptLinks {

    private static final byte[] PURPOSE = "receipt/".getBytes(StandardCharsets.US_ASCII);
    private static final int ID = 16;
    private static final int MAC = 16;

    private final Vault vault;

    ReceiptLinks(Vault vault) {
        this.vault = vault;
    }

    String token(NotificationId message) {
        var id = ByteBuffer.allocate(ID)
                .putLong(message.value().getMostSignificantBits())
                .putLong(message.value().getLeastSignificantBits())
                .array();
        var whole = ByteBuffer.allocate(ID + MAC).put(id).put(sign(id)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    private byte[] sign(byte[] id) {
        return vault.sign(
                ByteBuffer.allocate(PURPOSE.length + ID).put(PURPOSE).put(id).array());
    }

    /** Empty for what Larum did not make. */
    Optional<NotificationId> read(String token) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (whole.length != ID + MAC) {
            return Optional.empty();
        }
        var id = Arrays.copyOf(whole, ID);
        if (!MessageDigest.isEqual(sign(id), Arrays.copyOfRange(whole, ID, whole.length))) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(id);
        return Optional.of(new NotificationId(new UUID(buffer.getLong(), buffer.getLong())));
    }
}
