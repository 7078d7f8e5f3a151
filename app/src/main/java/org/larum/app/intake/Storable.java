package org.larum.app.intake;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What text and numbers can be kept at all: PostgreSQL stores neither NUL nor half a surrogate pair, nor every number.
 */
public final class Storable {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int LARGEST_EXPONENT = 308;

    private Storable() {}

    /** The reason why this text cannot be kept, or null. */
    public static @Nullable String flaw(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0) {
                return "contains the character U+0000";
            }
            if (isLone(text, i)) {
                return "contains half of a surrogate pair (U+%04X)".formatted((int) text.charAt(i));
            }
        }
        return null;
    }

    /** The text with U+FFFD in place of what cannot be kept. */
    public static String mend(String text) {
        if (flaw(text) == null) {
            return text;
        }
        var mended = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || isLone(text, i)) {
                mended.setCharAt(i, REPLACEMENT);
            }
        }
        return mended.toString();
    }

    /** At most so many characters, never half a surrogate pair; what was cut ends in an ellipsis. */
    public static String clip(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** False for what a double cannot hold, such as 1e999: not every reader of our JSON could read it. */
    public static boolean isReasonable(JsonNode number) {
        if (!number.isBigDecimal()) {
            return true;
        }
        BigDecimal value = number.decimalValue();
        return Math.abs((long) value.precision() - value.scale()) <= LARGEST_EXPONENT;
    }

    private static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
