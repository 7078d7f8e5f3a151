package org.larum.notifiers.push;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.larum.notifiers.channel.Destination.Device;
import org.larum.notifiers.channel.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other end of a push: a browser that can open what is sealed for it, and a push service that looks at who sends. */
public final class Browser {

    private final KeyPair pair = P256.fresh();
    private final byte[] auth = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    public String key() {
        return text(P256.raw((ECPublicKey) pair.getPublic()));
    }

    public String auth() {
        return text(auth);
    }

    public Device at(URI endpoint) {
        return new Device(
                UUID.nameUUIDFromBytes(endpoint.toString().getBytes(StandardCharsets.UTF_8)),
                endpoint,
                key(),
                new Secret(auth()));
    }

    public String open(byte[] body) {
        try {
            var all = ByteBuffer.wrap(body);
            var salt = new byte[16];
            all.get(salt);
            all.getInt();
            var sender = new byte[all.get()];
            all.get(sender);
            var sealed = new byte[all.remaining()];
            all.get(sealed);
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(pair.getPrivate());
            agreement.doPhase(P256.point(sender), true);
            var own = P256.raw((ECPublicKey) pair.getPublic());
            var info = ByteBuffer.allocate(14 + own.length + sender.length)
                    .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                    .put(own)
                    .put(sender)
                    .array();
            var shared = derived(auth, agreement.generateSecret(), info, 32);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(derived(salt, shared, ascii("Content-Encoding: aes128gcm\0"), 16), "AES"),
                    new GCMParameterSpec(128, derived(salt, shared, ascii("Content-Encoding: nonce\0"), 12)));
            var plain = cipher.doFinal(sealed);
            if (plain[plain.length - 1] != 2) {
                throw new AssertionError("this is not the last record");
            }
            return new String(plain, 0, plain.length - 1, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("it is not sealed for this browser", e);
        }
    }

    /** The claims of whoever signed; fails when the signature is not by the key beside it. */
    public static JsonNode claims(String authorization) {
        var token = authorization.replaceFirst("vapid t=", "").replaceFirst(", k=.*", "");
        var point = authorization.replaceFirst(".*, k=", "");
        var parts = token.split("\\.");
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(P256.point(PushSeal.bytes(point)));
            signature.update(ascii(parts[0] + "." + parts[1]));
            if (!signature.verify(PushSeal.bytes(parts[2]))) {
                throw new AssertionError("it is signed by somebody else");
            }
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        return JsonMapper.shared().readTree(PushSeal.bytes(parts[1]));
    }

    private static byte[] derived(byte[] salt, byte[] from, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(
                        HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(from).thenExpand(info, length));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
