package org.larum.domain.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A comment as words: each word of letters is one, and so is each Chinese sign, since Chinese has no spaces. What ends a thought is a
 * word of its own. A plural and its singular are the same word.
 */
final class Words {

    static final String STOP = ".";

    private static final Pattern WORD = Pattern.compile(
            "\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+(?:'\\p{L}+)?|[.,;:!?()\\n\u3002\u3001\uff0c\uff1b\uff1a\uff01\uff1f\uff08\uff09]");
    private static final int SHORTEST_PLURAL = 4;

    private Words() {}

    static List<String> of(String text) {
        var plain = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        var words = new ArrayList<String>();
        var found = WORD.matcher(plain);
        while (found.find()) {
            var word = found.group();
            words.add(Character.isLetterOrDigit(word.codePointAt(0)) ? singular(word) : STOP);
        }
        return words;
    }

    private static String singular(String word) {
        boolean isPlural = word.length() >= SHORTEST_PLURAL && word.endsWith("s") && !word.endsWith("ss");
        return isPlural ? word.substring(0, word.length() - 1) : word;
    }

    static boolean isHan(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
    }
}
