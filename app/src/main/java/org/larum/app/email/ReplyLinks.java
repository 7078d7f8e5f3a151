package org.larum.app.email;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Vault;
import org.larum.domain.directory.Definition.EmailChannel;
import org.larum.domain.notification.NotificationId;
import org.larum.notifiers.email.ReplyAddresses;

/**
 * Addresses that let whoever got a mail answer it: {@code reply+TOKEN@example.com}. Signed, so nothing is stored; in small letters and
 * digits, since mail servers may change the case. The token names the message, and the log says to whom it went and when.
 */
final class ReplyLinks implements ReplyAddresses {

    private static final int RADIX = 32;
    private static final int ID = 16;
    private static final int MAC = 16;

    /** So many digits have {@link #ID} and {@link #MAC} bytes. */
    private static final int LETTERS = 52;

    private static final Pattern TOKEN = Pattern.compile("[0-9a-v]{52}");

    private final RuleBook rules;
    private final Vault vault;

    ReplyLinks(RuleBook rules, Vault vault) {
        this.rules = rules;
        this.vault = vault;
    }

    @Override
    public Optional<String> of(NotificationId notification) {
        return base().map(base -> base.local() + "+" + token(notification.value()) + "@" + base.domain());
    }

    private record Place(String local, String domain) {}

    private Optional<Place> base() {
        return rules.now().email().map(EmailChannel::replyTo).map(to -> {
            int at = to.lastIndexOf('@');
            return new Place(to.substring(0, at), to.substring(at + 1));
        });
    }

    private String token(UUID id) {
        var whole = ByteBuffer.allocate(ID + MAC)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(mac(id))
                .array();
        var digits = new BigInteger(1, whole).toString(RADIX);
        return "0".repeat(LETTERS - digits.length()) + digits;
    }

    private byte[] mac(UUID id) {
        return Arrays.copyOf(vault.sign(("mail-reply/" + id).getBytes(StandardCharsets.UTF_8)), MAC);
    }

    /** The message that is answered; empty when none of the addresses is one that Larum made. */
    Optional<NotificationId> read(List<String> addresses) {
        return base().flatMap(base -> addresses.stream()
                .flatMap(address -> token(address, base).stream())
                .flatMap(token -> notification(token).stream())
                .findFirst());
    }

    private static Optional<String> token(String address, Place base) {
        var before = base.local() + "+";
        var after = "@" + base.domain();
        boolean isOurs = address.regionMatches(true, 0, before, 0, before.length())
                && address.length() == before.length() + LETTERS + after.length()
                && address.regionMatches(true, before.length() + LETTERS, after, 0, after.length());
        return isOurs
                ? Optional.of(address.substring(before.length(), before.length() + LETTERS))
                        .filter(token -> TOKEN.matcher(token).matches())
                : Optional.empty();
    }

    private Optional<NotificationId> notification(String token) {
        var number = new BigInteger(token, RADIX).toByteArray();
        var whole = new byte[ID + MAC];
        // a sign may stand before it; a number of more bytes is no token
        int surplus = number.length - whole.length;
        if (surplus > 1 || (surplus == 1 && number[0] != 0)) {
            return Optional.empty();
        }
        int from = Math.max(0, surplus);
        System.arraycopy(number, from, whole, whole.length - (number.length - from), number.length - from);
        var buffer = ByteBuffer.wrap(whole);
        var id = new UUID(buffer.getLong(), buffer.getLong());
        return MessageDigest.isEqual(mac(id), Arrays.copyOfRange(whole, ID, whole.length))
                ? Optional.of(new NotificationId(id))
                : Optional.empty();
    }
}
