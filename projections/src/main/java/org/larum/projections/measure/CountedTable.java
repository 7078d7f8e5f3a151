package org.larum.projections.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.larum.domain.shared.Severity;
import org.larum.projections.measure.MeasureQuery.Counted;
import org.larum.projections.measure.MeasureQuery.Pages;
import org.larum.projections.measure.MeasureQuery.Which;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page.Positioned;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows behind the figures: each figure has its list, found by the same words. */
public final class CountedTable {

    private final JdbcClient jdbc;

    public CountedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row more than asked for, newest first. */
    List<Positioned<CountedIncident>> incidents(Counted q, Names names) {
        var rule = q.rule();
        return FigureTable.asked(
                        jdbc,
                        "with " + FigureTable.INCIDENTS + " select * from incidents where " + where(q.which())
                                + " and number < :before and (:sender::uuid is null or integration = :sender and rule = :rule)"
                                + " order by number desc limit :limit",
                        q.period(),
                        q.narrowed())
                .param("before", Cursor.read(q.page().after(), Integer.MAX_VALUE))
                .param("sender", rule == null ? null : rule.sender())
                .param("rule", rule == null ? null : rule.rule())
                .param("limit", q.page().limit() + 1)
                .query((row, n) -> new Positioned<>(incident(row, names), row.getLong("number")))
                .list();
    }

    private static String where(Which which) {
        return switch (which) {
            case ALL -> "true";
            case OPEN -> "not is_over";
            case OVER -> "is_over";
            case ANSWERED -> "answered_at is not null";
            case ESCALATED -> "escalations > 0";
            case REOPENED -> "reopened > 0";
            case HANDLESS -> FigureTable.HANDLESS;
            case TOLD -> "told";
            case USEFUL -> "judged and not idle";
            case IDLE -> "idle";
            case ANSWER_LATE -> "answer_promised and answer_late";
            case REPAIR_LATE -> "repair_promised and repair_late";
            case FOUND_FIRST -> "opened_at <= began_at";
        };
    }

    private static CountedIncident incident(ResultSet row, Names names) throws SQLException {
        return new CountedIncident(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("title"),
                Severity.of(row.getInt("severity")).name().toLowerCase(Locale.ROOT),
                row.getString("state"),
                names.service(row.getObject("service", UUID.class)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                FigureTable.real(row, "answer"),
                FigureTable.real(row, "repair"),
                row.getBoolean("told"),
                row.getBoolean("idle"));
    }

    /** One row more than asked for, newest first. */
    List<Positioned<CountedPage>> pages(Pages q, Names names) {
        return FigureTable.asked(jdbc, "with " + FigureTable.PAGES + """
                         select * from pages
                        where position < :before and (not :wakes or wakes) and (not :nights or night)
                          and (:person::uuid is null or person = :person)
                        order by position desc limit :limit""", q.period(), q.narrowed())
                .param("before", Cursor.read(q.page().after(), Long.MAX_VALUE))
                .param("wakes", q.wakes())
                .param("nights", q.nights())
                .param("person", q.person())
                .param("limit", q.page().limit() + 1)
                .query((row, n) -> new Positioned<>(page(row, names), row.getLong("position")))
                .list();
    }

    private static CountedPage page(ResultSet row, Names names) throws SQLException {
        return new CountedPage(
                row.getObject("id", UUID.class),
                row.getObject("incident", UUID.class),
                row.getInt("number"),
                row.getString("title"),
                names.person(row.getObject("person", UUID.class)),
                row.getString("channel"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getInt("hour"),
                row.getBoolean("wakes"),
                row.getBoolean("night"),
                row.getDouble("sleep"));
    }
}
