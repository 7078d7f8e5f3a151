package org.larum.app.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Refusal;

/** The place in a list by word where a page ended: opaque to readers, the word of its last row to us. */
public final class WordCursor {

    private WordCursor() {}

    public static String write(String word) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("w" + word).getBytes(StandardCharsets.UTF_8));
    }

    /** The word of the cursor, or what comes before every word for a first page. */
    public static String read(@Nullable String cursor) {
        if (cursor == null) {
            return "";
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith("w")) {
                return text.substring(1);
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
