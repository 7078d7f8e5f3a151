package org.larum.notifiers.push;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** The one curve of Web Push: a number is 32 bytes, a point 65, of which the first is 4. */
final class P256 {

    static final int NUMBER = 32;
    static final int POINT = 65;

    private static final String NAME = "secp256r1";
    private static final ECParameterSpec CURVE = curve();

    private P256() {}

    private static ECParameterSpec curve() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(NAME));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    static KeyPair fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(NAME));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /** @throws IllegalArgumentException when it is no point of the curve: one beside it would betray the other key */
    static ECPublicKey point(byte[] raw) {
        if (raw.length != POINT || raw[0] != 4) {
            throw new IllegalArgumentException("a key is 65 bytes, of which the first is 4");
        }
        var point = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(raw, 1, 1 + NUMBER)),
                new BigInteger(1, Arrays.copyOfRange(raw, 1 + NUMBER, POINT)));
        if (!isOnCurve(point)) {
            throw new IllegalArgumentException("a key is a point of P-256");
        }
        try {
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, CURVE));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a key is a point of P-256", e);
        }
    }

    private static boolean isOnCurve(ECPoint point) {
        var curve = CURVE.getCurve();
        var prime = ((ECFieldFp) curve.getField()).getP();
        var x = point.getAffineX();
        var y = point.getAffineY();
        boolean isInField = x.compareTo(prime) < 0 && y.compareTo(prime) < 0;
        var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(prime);
        return isInField && y.pow(2).mod(prime).equals(right);
    }

    static ECPrivateKey number(byte[] raw) {
        try {
            return (ECPrivateKey)
                    KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(new BigInteger(1, raw), CURVE));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is no number of P-256", e);
        }
    }

    static byte[] raw(ECPublicKey key) {
        return ByteBuffer.allocate(POINT)
                .put((byte) 4)
                .put(raw(key.getW().getAffineX()))
                .put(raw(key.getW().getAffineY()))
                .array();
    }

    static byte[] raw(ECPrivateKey key) {
        return raw(key.getS());
    }

    /** Without the sign that Java writes in front, and with the zeros that it leaves out. */
    private static byte[] raw(BigInteger number) {
        var bytes = number.toByteArray();
        var raw = new byte[NUMBER];
        int length = Math.min(bytes.length, NUMBER);
        System.arraycopy(bytes, bytes.length - length, raw, NUMBER - length, length);
        return raw;
    }
}
