package org.larum.app.security;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Time;

/** Links that let one person answer for one incident for a day, without signing in. Signed, so nothing is stored. */
public final class AnswerLinks {

    private static final Duration LIFE = Duration.ofHours(24);
    private static final int BODY = 16 + 16 + 8;

    private final Vault vault;
    private final Time time;

    public AnswerLinks(Vault vault, Time time) {
        this.vault = vault;
        this.time = time;
    }

    public record Answering(IncidentId incident, PersonId person, boolean isExpired) {}

    public String token(IncidentId incident, PersonId person) {
        var body = ByteBuffer.allocate(BODY)
                .putLong(incident.value().getMostSignificantBits())
                .putLong(incident.value().getLeastSignificantBits())
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .putLong(time.now().plus(LIFE).getEpochSecond())
                .array();
        var mac = vault.sign(body);
        var whole = Arrays.copyOf(body, BODY + mac.length);
        System.arraycopy(mac, 0, whole, BODY, mac.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Empty for what Larum did not make. */
    public Optional<Answering> read(String token) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (whole.length != BODY + 16) {
            return Optional.empty();
        }
        var body = Arrays.copyOf(whole, BODY);
        if (!MessageDigest.isEqual(vault.sign(body), Arrays.copyOfRange(whole, BODY, whole.length))) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(body);
        var incident = new IncidentId(new UUID(buffer.getLong(), buffer.getLong()));
        var person = new PersonId(new UUID(buffer.getLong(), buffer.getLong()));
        boolean isExpired = time.now().isAfter(Instant.ofEpochSecond(buffer.getLong()));
        return Optional.of(new Answering(incident, person, isExpired));
    }
}
