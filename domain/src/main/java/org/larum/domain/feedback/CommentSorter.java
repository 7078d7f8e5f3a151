package org.larum.domain.feedback;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a comment is about, and whether it is praise or blame. It counts words that are known; the longest phrase counts, and a negation
 * up to three words before turns a feeling round, and weaker: "not bad" is no great praise.
 */
public final class CommentSorter {

    private static final int REACH = 3;
    private static final double TURNED = -0.75;
    private static final double STRONGER = 1.5;

    /** So many words of feeling bring the sum halfway to its end. */
    private static final double SPREAD = 4;

    private CommentSorter() {}

    /** {@code tags}: of its category, the most said first; {@code sentiment}: from −1, blame, to 1, praise, 0 for neither. */
    public record Sorted(Category category, List<String> tags, double sentiment) {}

    public static Sorted sort(String comment) {
        var words = Words.of(comment);
        var counts = counts(words);
        var best = counts.entrySet().stream()
                .max((a, b) -> Integer.compare(sum(a.getValue()), sum(b.getValue())))
                .map(Map.Entry::getKey)
                .orElse(Category.OTHER);
        var tags = counts.getOrDefault(best, Map.of()).entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        return new Sorted(best, tags, sentiment(words));
    }

    private static int sum(Map<String, Integer> tags) {
        return tags.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<Category, Map<String, Integer>> counts(List<String> words) {
        var counts = new EnumMap<Category, Map<String, Integer>>(Category.class);
        for (int at = 0; at < words.size(); at++) {
            var subject = Lexicon.subject(words, at);
            if (subject != null) {
                counts.computeIfAbsent(subject.category(), none -> new LinkedHashMap<>())
                        .merge(subject.tag(), 1, Integer::sum);
                at += subject.words().size() - 1;
            }
        }
        return counts;
    }

    private static double sentiment(List<String> words) {
        double sum = 0;
        int begin = 0;
        for (int at = 0; at < words.size(); at++) {
            var feeling = Lexicon.feeling(words, at);
            if (feeling != null) {
                sum += feeling.feeling() * weight(words.subList(Math.max(begin, at - REACH), at));
                at += feeling.words().size() - 1;
                begin = at + 1;
            } else if (words.get(at).equals(Words.STOP)) {
                begin = at + 1;
            }
        }
        return Math.round(100 * sum / Math.sqrt(sum * sum + SPREAD)) / 100.0;
    }

    /** @param before the words before it, of the same thought */
    private static double weight(List<String> before) {
        double weight = 1;
        for (var word : before) {
            if (Lexicon.isNegation(word)) {
                weight *= TURNED;
            } else if (Lexicon.isStrength(word)) {
                weight *= STRONGER;
            }
        }
        return weight;
    }
}
