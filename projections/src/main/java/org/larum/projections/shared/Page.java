package org.larum.projections.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list. {@code next}: what to pass as {@code after} for the page that follows; null on the last one. */
public record Page<T>(List<T> items, @Nullable String next) {

    /** A row and its place in the list. */
    public record Positioned<T>(T view, long position) {}

    /** What was found with a limit of one more than asked for: the extra row only tells that there is a next page. */
    public static <T> Page<T> of(List<Positioned<T>> found, Asked asked) {
        var items = found.stream().limit(asked.limit()).map(Positioned::view).toList();
        boolean isLast = found.size() <= asked.limit();
        return new Page<>(
                items, isLast ? null : Cursor.write(found.get(asked.limit() - 1).position()));
    }

    /** What a reader asks for: at most 1,000 rows, after a cursor of an earlier page. */
    public record Asked(int limit, @Nullable String after) {}
}
