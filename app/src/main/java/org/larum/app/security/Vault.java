package org.larum.app.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The master key and all that is derived from it. Nothing here is ever printed. */
public final class Vault {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] master;
    private final Mac fingerprints;
    private final byte[] wrapping;
    private final Mac links;
    private final SecureRandom random = new SecureRandom();

    /** @param key any text with enough entropy; at least 16 characters */
    public Vault(String key) {
        master = sha256(key.getBytes(StandardCharsets.UTF_8));
        fingerprints = mac(derive("fingerprint"));
        wrapping = derive("wrap");
        links = mac(derive("link"));
    }

    /** 64 hex digits that only the holder of the master key can compute: equal for equal values. */
    public String fingerprint(String purpose, String value) {
        return HexFormat.of().formatHex(hmac(fingerprints, purpose + "\0" + value));
    }

    /** 16 bytes that prove that Larum made the text. */
    public byte[] sign(byte[] text) {
        return Arrays.copyOf(hmac(links, HexFormat.of().formatHex(text)), 16);
    }

    public byte[] wrap(byte[] plain) {
        return encrypt(wrapping, plain);
    }

    public byte[] wrap(String plain) {
        return wrap(plain.getBytes(StandardCharsets.UTF_8));
    }

    public String unwrapText(byte[] sealed) {
        return new String(unwrap(sealed), StandardCharsets.UTF_8);
    }

    public byte[] unwrap(byte[] sealed) {
        return decrypt(wrapping, sealed);
    }

    /** AES-256-GCM; the nonce comes first. */
    byte[] encrypt(byte[] key, byte[] plain) {
        try {
            var nonce = randomBytes(NONCE);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            var body = cipher.doFinal(plain);
            var sealed = Arrays.copyOf(nonce, NONCE + body.length);
            System.arraycopy(body, 0, sealed, NONCE, body.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    byte[] decrypt(byte[] key, byte[] sealed) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A sealed value could not be opened: LARUM_KEY is not the key that sealed it.", e);
        }
    }

    byte[] randomBytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A new token of 256 bits, safe in URLs. */
    public String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(32));
    }

    /** How a token of our own making is stored: it has 256 bits, so a plain hash is enough. */
    public static String hash(String token) {
        return HexFormat.of().formatHex(sha256(token.getBytes(StandardCharsets.UTF_8)));
    }

    public static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] derive(String purpose) {
        return hmac(mac(master), "larum/" + purpose);
    }

    private static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    /** On a copy: every request of a sender asks, and to look the algorithm up would be half of the work. */
    private static byte[] hmac(Mac keyed, String text) {
        try {
            return ((Mac) keyed.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the HMAC of every JDK can be copied", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
