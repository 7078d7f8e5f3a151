package org.larum.app.intake.alertmanager;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;

/**
 * The identity that Prometheus and Alertmanager give to a set of labels: 64-bit FNV-1a over the sorted names and
 * values, each followed by the byte 0xff (labelSetToFingerprint of prometheus/common). The same here, so that an alert
 * which comes by the webhook and by the API is one alert.
 */
final class LabelFingerprint {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final byte SEPARATOR = (byte) 0xff;

    private LabelFingerprint() {}

    /** Sixteen hexadecimal digits. Labels with an empty value must have been removed. */
    public static String of(Map<String, String> labels) {
        // Go sorts by bytes; Java's own order of strings differs for characters beyond U+FFFF.
        var sorted = labels.entrySet().stream()
                .sorted(Comparator.comparing(label -> utf8(label.getKey()), Arrays::compareUnsigned))
                .toList();
        long hash = OFFSET;
        for (var label : sorted) {
            hash = mix(mix(hash, utf8(label.getKey())), SEPARATOR);
            hash = mix(mix(hash, utf8(label.getValue())), SEPARATOR);
        }
        return HexFormat.of().toHexDigits(hash);
    }

    private static long mix(long hash, byte... bytes) {
        long mixed = hash;
        for (byte b : bytes) {
            mixed = (mixed ^ (b & 0xff)) * PRIME;
        }
        return mixed;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
