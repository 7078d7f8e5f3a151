package org.larum.app.api.attachment;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file is, by its bytes alone: what its sender says of it is not believed. Text is whatever is UTF-8 without control
 * characters, to its last byte.
 */
final class Sniffer {

    private static final String TEXT = "text/plain";
    private static final String ALLOWED = "\n\r\t\f\u001b";
    private static final int CHARS = 8192;

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer chars = CharBuffer.allocate(CHARS);
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private @Nullable String type;
    private boolean isKnown;

    /** The next bytes of the file, in order; false once it cannot be of a type that is taken. */
    boolean take(byte[] bytes) {
        if (!isKnown) {
            type = magic(bytes);
            isKnown = true;
        }
        return !TEXT.equals(type) || isText(bytes, false);
    }

    /** After the last bytes: the type, if it is one that is taken. */
    Optional<String> type() {
        boolean isWhole = type != null && (!TEXT.equals(type) || isText(new byte[0], true));
        return isWhole ? Optional.ofNullable(type) : Optional.empty();
    }

    private static String magic(byte[] b) {
        if (starts(b, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return "image/png";
        }
        if (starts(b, 0, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        }
        if (starts(b, 0, 'G', 'I', 'F', '8', '7', 'a') || starts(b, 0, 'G', 'I', 'F', '8', '9', 'a')) {
            return "image/gif";
        }
        if (starts(b, 0, 'R', 'I', 'F', 'F') && starts(b, 8, 'W', 'E', 'B', 'P')) {
            return "image/webp";
        }
        if (starts(b, 0, '%', 'P', 'D', 'F', '-')) {
            return "application/pdf";
        }
        if (starts(b, 0, 'P', 'K', 3, 4)) {
            return "application/zip";
        }
        return starts(b, 0, 0x1f, 0x8b, 8) ? "application/gzip" : TEXT;
    }

    private static boolean starts(byte[] bytes, int from, int... magic) {
        if (bytes.length < from + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[from + i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isText(byte[] bytes, boolean isEnd) {
        var all = ByteBuffer.allocate(rest.remaining() + bytes.length)
                .put(rest)
                .put(bytes)
                .flip();
        CoderResult result;
        do {
            result = utf8.decode(all, chars, isEnd);
            if (result.isError() || hasControls()) {
                return false;
            }
        } while (result.isOverflow());
        rest = ByteBuffer.wrap(Arrays.copyOfRange(all.array(), all.position(), all.limit()));
        return true;
    }

    /** Beside line breaks and tabs, logs have the escape character of colors. */
    private boolean hasControls() {
        chars.flip();
        boolean hasAny = chars.chars().anyMatch(c -> c == 0x7f || (c < ' ' && ALLOWED.indexOf(c) < 0));
        chars.clear();
        return hasAny;
    }
}
