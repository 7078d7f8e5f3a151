package org.larum.projections.incident;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much another incident is like this one, from 0 to 100, and why. Titles count most: people name a fault by what they see. The
 * same service alone is no likeness, or everything of a busy service would be.
 *
 * @param title from 0 to 1, how many trigrams the titles share
 * @param root the name of the likely root, when both have the same
 * @param labels what their alerts share, such as {@code region=eu}
 */
record Likeness(double title, boolean sameService, @Nullable String root, List<String> labels) {

    /** From here on it is worth a look. */
    static final int WORTH_A_LOOK = 35;

    /** From here on two that are open may be one. */
    static final int MAY_BE_ONE = 55;

    private static final int TITLE = 50;
    private static final int SERVICE = 20;
    private static final int ROOT = 20;
    private static final int LABEL = 5;
    private static final int MOST_LABELS = 2;

    private static final double MUCH_ALIKE = 0.6;
    private static final double ALIKE = 0.3;

    int score() {
        double score = TITLE * title
                + (sameService ? SERVICE : 0)
                + (root != null ? ROOT : 0)
                + LABEL * Math.min(MOST_LABELS, labels.size());
        return (int) Math.round(score);
    }

    /** Each a sentence; the strongest first. */
    List<String> because() {
        var because = new ArrayList<String>();
        if (title >= 1) {
            because.add("The same title.");
        } else if (title >= MUCH_ALIKE) {
            because.add("The titles are much alike.");
        } else if (title >= ALIKE) {
            because.add("The titles have words in common.");
        }
        if (sameService) {
            because.add("The same service.");
        }
        if (root != null) {
            because.add("The same likely root, " + root + ".");
        }
        if (!labels.isEmpty()) {
            because.add("Alerts with " + String.join(", ", labels) + ".");
        }
        return List.copyOf(because);
    }
}
