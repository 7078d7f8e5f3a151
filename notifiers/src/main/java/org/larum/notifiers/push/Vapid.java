package org.larum.notifiers.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Destination.PushKeys;
import org.larum.notifiers.channel.Secret;
import tools.jackson.databind.json.JsonMapper;

/** By what a push service knows the house (RFC 8292): a signed word for each service, good for twelve hours and used for eleven. */
public final class Vapid {

    private static final Duration GOOD_FOR = Duration.ofHours(12);
    private static final Duration SPARE = Duration.ofHours(1);
    private static final int MOST_KEPT = 100;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private record For(String origin, PushKeys keys) {}

    private record Token(String text, Instant until) {}

    private final Time time;
    private final Map<For, Token> kept = new ConcurrentHashMap<>();

    Vapid(Time time) {
        this.time = time;
    }

    /** A new pair of keys for a house, as one text. */
    public static String freshKeys() {
        var pair = P256.fresh();
        return BASE64.encodeToString(P256.raw((ECPrivateKey) pair.getPrivate())) + "."
                + BASE64.encodeToString(P256.raw((ECPublicKey) pair.getPublic()));
    }

    public static PushKeys keys(Secret text, String subject) {
        var parts = text.value().split("\\.");
        return new PushKeys(new Secret(parts[0]), parts[1], subject);
    }

    /** What stands in the header {@code Authorization}. Signing costs more than all the rest, so a word is used again. */
    String authorization(URI endpoint, PushKeys keys) {
        var now = time.now();
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        var token = kept.compute(
                new For(origin(endpoint), keys),
                (of, known) -> known == null || known.until().minus(SPARE).isBefore(now)
                        ? signed(of, now.plus(GOOD_FOR))
                        : known);
        return "vapid t=" + token.text() + ", k=" + keys.point();
    }

    private static String origin(URI endpoint) {
        return endpoint.getScheme() + "://" + endpoint.getRawAuthority();
    }

    private static Token signed(For of, Instant until) {
        var head = Map.of("typ", "JWT", "alg", "ES256");
        var claims = Map.of(
                "aud", of.origin(),
                "exp", until.getEpochSecond(),
                "sub", of.keys().subject());
        var text = part(head) + "." + part(claims);
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(P256.number(PushSeal.bytes(of.keys().number().value())));
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return new Token(text + "." + BASE64.encodeToString(signature.sign()), until);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with ES256", e);
        }
    }

    private static String part(Map<String, ?> fields) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(fields));
    }
}
