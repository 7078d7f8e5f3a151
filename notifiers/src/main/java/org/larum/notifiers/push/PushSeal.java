package org.larum.notifiers.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.larum.notifiers.channel.Destination.Device;

/** Seals a message so that one device can read it and its push service cannot (RFC 8291, in one record of RFC 8188). */
public final class PushSeal {

    private static final int SALT = 16;
    private static final int AUTH = 16;
    private static final int RECORD = 4096;
    private static final int TAG_BITS = 128;
    private static final byte LAST = 2;

    /** What fits beside the header, the tag and the mark of the last record. */
    static final int MOST = RECORD - (SALT + 4 + 1 + P256.POINT) - TAG_BITS / 8 - 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private PushSeal() {}

    /** Whether a browser could have made these keys: a message can be sealed with them. */
    public static boolean isFit(String key, String auth) {
        try {
            P256.point(bytes(key));
            return bytes(auth).length == AUTH;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @throws IllegalArgumentException when the keys of the device make no sense */
    static byte[] seal(byte[] plain, Device to) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return seal(plain, bytes(to.key()), bytes(to.auth().value()), P256.fresh(), salt);
    }

    static byte[] seal(byte[] plain, byte[] device, byte[] auth, KeyPair ours, byte[] salt) {
        if (plain.length > MOST) {
            throw new IllegalArgumentException("a message has at most " + MOST + " bytes, not " + plain.length);
        }
        var point = P256.raw((ECPublicKey) ours.getPublic());
        try {
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(ours.getPrivate());
            agreement.doPhase(P256.point(device), true);
            var shared = derived(auth, agreement.generateSecret(), joined(text("WebPush: info\0"), device, point), 32);
            var key = derived(salt, shared, text("Content-Encoding: aes128gcm\0"), 16);
            var nonce = derived(salt, shared, text("Content-Encoding: nonce\0"), 12);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            var sealed = cipher.doFinal(joined(plain, new byte[] {LAST}));
            var size = ByteBuffer.allocate(4).putInt(RECORD).array();
            return joined(salt, size, new byte[] {P256.POINT}, point, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has ECDH, HKDF and AES-GCM", e);
        }
    }

    private static byte[] derived(byte[] salt, byte[] from, byte[] info, int length) throws GeneralSecurityException {
        AlgorithmParameterSpec how =
                HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(from).thenExpand(info, length);
        return KDF.getInstance("HKDF-SHA256").deriveData(how);
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var all = ByteBuffer.allocate(length);
        for (var part : parts) {
            all.put(part);
        }
        return all.array();
    }

    static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }
}
