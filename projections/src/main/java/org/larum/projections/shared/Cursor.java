package org.larum.projections.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Refusal;

/** The place in a list where a page ended: opaque to readers, a position in the log to us. */
public final class Cursor {

    private Cursor() {}

    public static String write(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("p" + position).getBytes(StandardCharsets.US_ASCII));
    }

    /** The position of the cursor, or the given one for a first page. */
    public static long read(@Nullable String cursor, long first) {
        if (cursor == null) {
            return first;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (text.startsWith("p")) {
                return Long.parseLong(text.substring(1));
            }
        } catch (IllegalArgumentException e) {
            // told below, in the same words
        }
        throw new Refusal(
                Refusal.Kind.INVALID,
                "bad_cursor",
                "\"after\" is not a cursor of this list. Pass the \"next\" of the page before, or leave it out.");
    }
}
