package org.larum.projections.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page.Positioned;
import org.larum.projections.timeline.Telling.Remembered;
import org.larum.projections.timeline.Telling.Told;
import org.larum.projections.timeline.TimelineQuery.Latest;
import org.larum.projections.timeline.TimelineQuery.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of timelines, in the live schema or in the one of a rebuild. */
public final class TimelineTable {

    private final JdbcClient jdbc;
    private final Json json;
    private final String entries;
    private final String subjects;

    public TimelineTable(JdbcClient jdbc, Json json, String schema) {
        this.jdbc = jdbc;
        this.json = json;
        this.entries = schema + ".timeline_entries";
        this.subjects = schema + ".timeline_subjects";
    }

    void insert(Told told, long index, Instant at, String event) {
        jdbc.sql("insert into " + entries + " (incident, position, at, event, kind, facts)"
                        + " values (?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing")
                .param(1, told.incident().value())
                .param(2, index)
                .param(3, at.atOffset(ZoneOffset.UTC))
                .param(4, event)
                .param(5, told.line().kind())
                .param(6, json.write(told.line()))
                .update();
    }

    void remember(UUID subject, Remembered said) {
        jdbc.sql("insert into " + subjects + " (id, said) values (?, ?::jsonb) on conflict do nothing")
                .param(1, subject)
                .param(2, json.write(said))
                .update();
    }

    Optional<Remembered> memory(UUID subject) {
        return jdbc.sql("select said from " + subjects + " where id = ?")
                .param(subject)
                .query(String.class)
                .optional()
                .map(said -> Objects.requireNonNull(json.read(said, Remembered.class)));
    }

    /** One row more than asked for, oldest first. */
    List<Positioned<TimelineView>> find(Timeline q, Names names) {
        return jdbc.sql("select * from " + entries + " where incident = ? and position > ? order by position limit ?")
                .params(
                        q.incident(),
                        Cursor.read(q.asked().after(), -1),
                        q.asked().limit() + 1)
                .query((row, n) -> new Positioned<>(view(row, names), row.getLong("position")))
                .list();
    }

    List<TimelineView> find(Latest q, Names names) {
        return jdbc.sql("select * from " + entries + " where incident = ? order by position desc limit ?")
                .params(q.incident(), q.count())
                .query((row, n) -> view(row, names))
                .list();
    }

    private TimelineView view(ResultSet row, Names names) throws SQLException {
        var line = Objects.requireNonNull(json.read(row.getString("facts"), Line.class));
        var severity = line.severity();
        return new TimelineView(
                row.getLong("position"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("event"),
                line.spoken(names),
                line.detail(),
                ActorView.ofNullable(line.who(), names),
                severity == null ? null : severity.name().toLowerCase(Locale.ROOT));
    }
}
