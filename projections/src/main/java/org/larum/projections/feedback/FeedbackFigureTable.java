package org.larum.projections.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.feedback.FeedbackFiguresView.CategoryFigures;
import org.larum.projections.feedback.FeedbackFiguresView.CommentTheme;
import org.larum.projections.feedback.FeedbackFiguresView.TagFigures;
import org.larum.projections.feedback.FeedbackQuery.Within;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what people said. */
public final class FeedbackFigureTable {

    private static final int MOST_THEMES = 10;

    private final JdbcClient jdbc;
    private final String pages;
    private final String ratings;

    public FeedbackFigureTable(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.pages = schema + ".feedback_pages";
        this.ratings = schema + ".feedback_ratings";
    }

    /** The pages of one week, by what was said of them; null when nothing was. */
    record PageCell(LocalDate week, @Nullable String verdict, int count) {}

    List<PageCell> pages(Within within) {
        return jdbc.sql(
                        "select date_trunc('week', p.told_at at time zone 'UTC')::date as week, r.verdict, count(*) from "
                                + pages + " p left join " + ratings + " r on r.id = p.page" + placed("p", within)
                                + " where "
                                + FeedbackTable.within("p.told_at", within) + " group by 1, 2")
                .params(FeedbackTable.params(within))
                .query((row, n) -> new PageCell(
                        row.getObject("week", LocalDate.class), row.getString("verdict"), row.getInt("count")))
                .list();
    }

    /** The incidents that were rated in one week with so many stars. */
    record StarCell(LocalDate week, int stars, int count) {}

    List<StarCell> stars(Within within) {
        return jdbc.sql("select date_trunc('week', r.rated_at at time zone 'UTC')::date as week, r.stars, count(*)"
                        + from(within, "r.kind = 'incident'") + " group by 1, 2")
                .params(FeedbackTable.params(within))
                .query((row, n) ->
                        new StarCell(row.getObject("week", LocalDate.class), row.getInt("stars"), row.getInt("count")))
                .list();
    }

    /** Most said first. */
    List<CategoryFigures> categories(Within within) {
        var tags = tags(within);
        return jdbc.sql("select r.category, count(*) as comments, count(distinct r.same) as different,"
                        + " round(avg(r.sentiment), 2) as sentiment" + from(within, "r.category is not null")
                        + " group by 1 order by 2 desc, 1")
                .params(FeedbackTable.params(within))
                .query((row, n) -> {
                    var category = row.getString("category");
                    return new CategoryFigures(
                            category,
                            row.getInt("comments"),
                            row.getInt("different"),
                            row.getDouble("sentiment"),
                            tags.stream()
                                    .filter(cell -> cell.category().equals(category))
                                    .map(TagCell::figures)
                                    .toList());
                })
                .list();
    }

    private record TagCell(String category, TagFigures figures) {}

    private List<TagCell> tags(Within within) {
        return jdbc.sql("select r.category, tag, count(*)"
                        + from(within, "r.category is not null", " cross join unnest(r.tags) as tag")
                        + " group by 1, 2 order by 3 desc, 2")
                .params(FeedbackTable.params(within))
                .query((row, n) -> new TagCell(
                        row.getString("category"), new TagFigures(row.getString("tag"), row.getInt("count"))))
                .list();
    }

    /** Said by two or more, most said first. */
    List<CommentTheme> themes(Within within) {
        return jdbc.sql("select r.same, (array_agg(r.comment order by r.rated_at, r.id))[1] as comment,"
                        + " (array_agg(r.category order by r.rated_at, r.id))[1] as category, count(*) as comments,"
                        + " round(avg(r.sentiment), 2) as sentiment" + from(within, "r.same is not null")
                        + " group by 1 having count(*) > 1 order by 4 desc, 1 limit " + MOST_THEMES)
                .params(FeedbackTable.params(within))
                .query((row, n) -> new CommentTheme(
                        row.getObject("same", UUID.class),
                        row.getString("comment"),
                        row.getString("category"),
                        row.getInt("comments"),
                        row.getDouble("sentiment")))
                .list();
    }

    private String from(Within within, String which) {
        return from(within, which, "");
    }

    private String from(Within within, String which, String joined) {
        var placed = placed("r", within).replace(" join", " left join");
        return " from " + ratings + " r" + placed + joined + " where " + which + " and " + FeedbackTable.said(within);
    }

    /** Where the incident is asked for, it is looked up. */
    static String placed(String rated, Within within) {
        return within.teams().isEmpty() && within.services().isEmpty()
                ? ""
                : " join incident_views i on i.id = " + rated + ".incident";
    }

    static @Nullable Double number(ResultSet row, String column) throws SQLException {
        var value = row.getBigDecimal(column);
        return value == null ? null : value.doubleValue();
    }
}
