package org.larum.domain.feedback;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is left of a comment without what every comment has: two of one gist say the same, whatever their order, case and stops. Of
 * Chinese, which has no spaces, it is each pair of signs.
 */
public record Gist(Set<String> words, boolean isNegated) {

    /** How much of the words of both must be common to both. */
    static final double ALIKE = 0.7;

    /** Long words are rare: whoever looks for them first finds few. Any order would do, as long as it is the same one. */
    private static final Comparator<String> RARE_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    public static Gist of(String comment) {
        var all = Words.of(comment).stream()
                .filter(word -> !word.equals(Words.STOP))
                .toList();
        var kept = pairs(
                all.stream().filter(word -> !Lexicon.FILLING.contains(word)).toList());
        var words = kept.isEmpty() ? pairs(all) : kept;
        return new Gist(words, all.stream().anyMatch(Lexicon::isNegation));
    }

    private static Set<String> pairs(List<String> words) {
        var pairs = new TreeSet<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (!Words.isHan(word)) {
                pairs.add(word);
            } else if (i + 1 < words.size() && Words.isHan(words.get(i + 1))) {
                pairs.add(word + words.get(i + 1));
            } else if (i == 0 || !Words.isHan(words.get(i - 1))) {
                pairs.add(word);
            }
        }
        return pairs;
    }

    /** From 0 to 1: of all words of both, the part that both have. One that denies and one that does not are never alike. */
    public double likeness(Gist other) {
        if (isNegated != other.isNegated || words.isEmpty() || other.words.isEmpty()) {
            return 0;
        }
        long common = words.stream().filter(other.words::contains).count();
        return (double) common / (words.size() + other.words.size() - common);
    }

    public boolean isLike(Gist other) {
        return likeness(other) >= ALIKE;
    }

    /**
     * Two that are alike have at least one of these in common: so few of each need be looked at to find all that are like it.
     */
    public List<String> rare() {
        int most = words.size() - (int) Math.ceil(ALIKE * words.size() - 1e-9) + 1;
        return words.stream().sorted(RARE_FIRST).limit(most).toList();
    }
}
