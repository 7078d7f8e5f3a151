package org.larum.app.api.config;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what the writer most likely meant: the nearest known word, at most two slips of the keyboard away. */
final class Suggestion {

    private static final int MOST_SLIPS = 2;

    /** Ingest keys have at least 32 characters: what is as long may be a secret in the wrong place. */
    private static final int LONGEST_SHOWN = 31;

    private Suggestion() {}

    /** {@code  Did you mean "x"?} with a space before it, or nothing. */
    static String didYouMean(String written, Collection<String> known) {
        var nearest = nearest(written, known);
        return nearest == null ? "" : " Did you mean \"" + nearest + "\"?";
    }

    /** The value in quotes, or without a trace of it when it is long. */
    static String shown(String written) {
        return written.length() > LONGEST_SHOWN ? "this value" : "\"" + Words.printable(written) + "\"";
    }

    static @Nullable String nearest(String written, Collection<String> known) {
        String nearest = null;
        int least = MOST_SLIPS + 1;
        var small = written.toLowerCase(Locale.ROOT);
        for (var word : known) {
            if (Math.abs(word.length() - small.length()) < least) {
                int slips = slips(small, word.toLowerCase(Locale.ROOT));
                // Two slips turn any two letters into any other two: a suggestion keeps something of what was written.
                if (slips < least && slips < small.length()) {
                    nearest = word;
                    least = slips;
                }
            }
        }
        return nearest;
    }

    /** Letters added, left out, replaced or swapped with their neighbor. */
    static int slips(String one, String other) {
        var beforeLast = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && isSwap(one, i, other, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return row[other.length()];
    }

    private static boolean isSwap(String one, int i, String other, int j) {
        return one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
