package org.larum.app.api.config;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.larum.app.intake.Storable;

/** The short names by which entries of the file refer to each other. */
final class Words {

    private static final int LONGEST = 63;
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    private Words() {}

    static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }

    /** What is wrong with it, and what to write instead. */
    static String flaw(String text) {
        var sentence = "A word has small letters, digits, \"-\" and \"_\" only, begins with a letter or a digit, and"
                + " is at most 63 characters long.";
        var better = better(text);
        return isWord(better) ? sentence + " Write \"" + better + "\"." : sentence;
    }

    private static String better(String text) {
        var plain = Normalizer.normalize(Storable.clip(text, LONGEST), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9_-]+", "-")
                .replaceAll("^[-_]+|[-_]+$", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }

    /** On one line, and no longer than a word may be. */
    static String printable(String text) {
        return Storable.clip(Storable.mend(text).replaceAll("\\p{Cntrl}", "\uFFFD"), LONGEST);
    }
}
