package org.larum.notifiers.channel;

import java.util.regex.Pattern;

/**
 * Foreign text made fit for one line: no line breaks, no control characters, nothing that turns the reading direction.
 */
public final class OneLine {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\s]+");
    private static final Pattern TURNS =
            Pattern.compile("[\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private OneLine() {}

    /** At most {@code most} UTF-16 units, the last of them an ellipsis when something was cut. */
    public static String of(String text, int most) {
        String line = BREAKS.matcher(TURNS.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
        if (line.length() <= most) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
        return line.substring(0, end).stripTrailing() + "…";
    }
}
