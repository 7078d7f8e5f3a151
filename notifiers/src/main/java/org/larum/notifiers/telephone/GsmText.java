package org.larum.notifiers.telephone;

import java.text.Normalizer;
import java.util.Map;

/**
 * Text in the alphabet of one short message (3GPP TS 23.038): with a single letter from outside of it a message would hold 70 letters
 * instead of 160. Letters lose their accents where the alphabet has none; what remains becomes a question mark.
 */
final class GsmText {

    /** What one message holds. */
    static final int MOST = 160;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** These take two places each. */
    private static final String EXTENDED = "^{}\\[~]|€";

    private static final Map<Integer, String> LIKE = Map.of(
            (int) '‘', "'",
            (int) '’', "'",
            (int) '“', "\"",
            (int) '”', "\"",
            (int) '–', "-",
            (int) '—', "-",
            (int) '…', "...",
            (int) '\t', " ",
            (int) '\u00a0', " ",
            (int) '`', "'");

    private GsmText() {}

    static String of(String text) {
        var plain = new StringBuilder();
        text.codePoints().forEach(letter -> plain.append(like(letter)));
        return plain.toString();
    }

    private static String like(int letter) {
        var itself = Character.toString(letter);
        if (has(itself)) {
            return itself;
        }
        var other = LIKE.get(letter);
        if (other != null) {
            return other;
        }
        var bare = Normalizer.normalize(itself, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return !bare.isEmpty() && bare.codePoints().allMatch(one -> has(Character.toString(one))) ? bare : "?";
    }

    private static boolean has(String letter) {
        return BASIC.contains(letter) || EXTENDED.contains(letter);
    }

    /** How many places it takes. */
    static int length(String text) {
        return text.chars().map(letter -> EXTENDED.indexOf(letter) < 0 ? 1 : 2).sum();
    }

    /** At most so many places of it, the last of them dots when something was cut. */
    static String cut(String text, int most) {
        if (length(text) <= most) {
            return text;
        }
        var cut = new StringBuilder();
        int places = 0;
        for (int i = 0; i < text.length(); i++) {
            places += EXTENDED.indexOf(text.charAt(i)) < 0 ? 1 : 2;
            if (places > most - 2) {
                break;
            }
            cut.append(text.charAt(i));
        }
        return cut.toString().stripTrailing() + "..".substring(0, Math.min(2, most));
    }
}
