package org.larum.projections.incident;

import java.util.Comparator;
import java.util.List;
import org.larum.projections.incident.SimilarQuery.Similar;
import org.larum.projections.shared.Names;

/** Answers which incidents are like one. */
public final class SimilarAnswers {

    private static final int MOST = 8;

    private final SimilarTable table;
    private final Names names;

    public SimilarAnswers(SimilarTable table, Names names) {
        this.table = table;
        this.names = names;
    }

    /** The most alike first, and of those that are as much alike the newest. */
    public List<SimilarView> answer(Similar query) {
        return table.find(query, names).stream()
                .filter(one -> one.score() >= Likeness.WORTH_A_LOOK)
                .sorted(Comparator.comparingInt(SimilarView::score)
                        .thenComparing(SimilarView::openedAt)
                        .reversed())
                .limit(MOST)
                .toList();
    }
}
