package org.larum.app.status;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.security.Vault;
import org.larum.app.status.SubscriberTable.Ask;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Refusal;
import org.larum.notifiers.email.EmailChannel;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;
import org.larum.projections.status.StatusAnswers;

/**
 * Asking to be told by mail, confirming it, and ending it. Whoever asks hears the same whether the address is known or not, and
 * nobody is sent more than a few mails that they did not confirm. Blocking.
 */
public final class Subscriptions {

    static final Duration LIFE = Duration.ofHours(24);

    private static final int MOST = 50_000;
    private static final int FROM_ONE_SOURCE = 10;
    private static final int FOR_ONE_ADDRESS = 3;
    private static final int FROM_EVERYBODY = 600;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String UNSUBSCRIBE = "status-unsubscribe";

    private final SubscriberTable table;
    private final StatusAnswers answers;
    private final Vault vault;
    private final Names names;
    private final Ids ids;

    Subscriptions(SubscriberTable table, StatusAnswers answers, Vault vault, Names names, Ids ids) {
        this.table = table;
        this.answers = answers;
        this.vault = vault;
        this.names = names;
        this.ids = ids;
    }

    /** What became of asking, as far as it may be told: it never depends on whether the address is known. */
    enum Asked {
        TAKEN,
        NO_ADDRESS,
        TOO_OFTEN,
        FULL
    }

    /** @param parts the outside names of components; none means whatever is said */
    Asked ask(String email, Set<UUID> parts, String source) {
        var address = email.strip();
        if (!EmailChannel.isAddress(address)) {
            return Asked.NO_ADDRESS;
        }
        if (!table.mayAsk(vault.fingerprint("status-source", source), FROM_ONE_SOURCE, HOUR)) {
            return Asked.TOO_OFTEN;
        }
        if (!table.mayAsk("everybody", FROM_EVERYBODY, HOUR) || table.count() >= MOST) {
            return Asked.FULL;
        }
        // Silently: an answer of its own would tell that somebody else has asked for this address.
        if (table.mayAsk(vault.fingerprint("status-mailbox", mailbox(address)), FOR_ONE_ADDRESS, LIFE)) {
            table.ask(new Ask(ids.next(), fingerprint(address), vault.wrap(address), services(parts)), LIFE);
        }
        return Asked.TAKEN;
    }

    private String fingerprint(String address) {
        return vault.fingerprint("status-address", address.toLowerCase(Locale.ROOT));
    }

    /** Most servers deliver "ada+anything" to "ada": who floods a mailbox would use that. */
    private static String mailbox(String address) {
        var lower = address.toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        int plus = lower.indexOf('+');
        return plus > 0 && plus < at ? lower.substring(0, plus) + lower.substring(at) : lower;
    }

    private @Nullable Set<UUID> services(Set<UUID> parts) {
        var found = answers.shownServices().stream()
                .filter(service -> parts.contains(StatusAnswers.outsideName(service)))
                .collect(Collectors.toSet());
        return found.isEmpty() ? null : found;
    }

    boolean confirm(String token) {
        return table.confirm(Vault.hash(token));
    }

    // ------------------------------------------------------------ ending it

    /** Good for as long as there is the subscriber: nothing is stored for it. */
    String endingToken(UUID subscriber) {
        var body = bytes(subscriber);
        var mac = sign(subscriber);
        var whole = Arrays.copyOf(body, body.length + mac.length);
        System.arraycopy(mac, 0, whole, body.length, mac.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    private byte[] sign(UUID subscriber) {
        return vault.sign((UNSUBSCRIBE + subscriber).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** Whose token it is, if we made it. */
    Optional<UUID> endedBy(String token) {
        try {
            var whole = Base64.getUrlDecoder().decode(token);
            if (whole.length != 32) {
                return Optional.empty();
            }
            var buffer = ByteBuffer.wrap(whole);
            var subscriber = new UUID(buffer.getLong(), buffer.getLong());
            boolean isOurs = MessageDigest.isEqual(sign(subscriber), Arrays.copyOfRange(whole, 16, 32));
            return isOurs ? Optional.of(subscriber) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whoever is told no more already is told no more. */
    void end(UUID subscriber) {
        table.remove(subscriber);
    }

    // ------------------------------------------------------------ for administrators

    /**
     * {@code services}: none means whatever is said. {@code missed}: mails that did not reach them, and why the last one did not.
     * {@code ended}: since when they are told no more, because their mail came back too often.
     */
    public record Subscriber(
            UUID id,
            String email,
            List<Named> services,
            Instant since,
            int missed,
            @Nullable String failure,
            @Nullable Instant ended) {}

    /** {@code total}: who are told; {@code ended}: who are told no more, because their mail came back. */
    public record SubscriberList(
            List<Subscriber> items, @Nullable UUID next, long total, long ended) {}

    /** The newest first. */
    public SubscriberList list(@Nullable UUID after, int limit) {
        var found = table.list(after, limit + 1);
        var items = found.stream().limit(limit).map(this::view).toList();
        return new SubscriberList(
                items, found.size() > limit ? items.getLast().id() : null, table.count(), table.ended());
    }

    private Subscriber view(SubscriberTable.Subscriber row) {
        return new Subscriber(
                row.id(),
                vault.unwrapText(row.sealed()),
                row.services().stream().map(names::service).toList(),
                row.since(),
                row.missed(),
                row.failure(),
                row.ended());
    }

    public void remove(UUID subscriber) {
        if (!table.remove(subscriber)) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "no_such_subscriber",
                    "Nobody with this id is told by mail. Nothing was changed. The list is at /api/status/subscribers.");
        }
    }
}
