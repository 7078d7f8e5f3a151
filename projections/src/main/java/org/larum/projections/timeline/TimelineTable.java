package org.larum.projections.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Columns;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page.Positioned;
import org.larum.projections.timeline.LanesView.Mark;
import org.larum.projections.timeline.Telling.Remembered;
import org.larum.projections.timeline.TimelineProjector.Entry;
import org.larum.projections.timeline.TimelineQuery.EntriesAt;
import org.larum.projections.timeline.TimelineQuery.LastNotes;
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

    void insert(List<Entry> told) {
        var rows = new Columns("uuid", "bigint", "timestamptz", "text", "text", "jsonb");
        told.forEach(entry -> rows.add(
                entry.told().incident(),
                entry.index(),
                entry.at(),
                entry.event(),
                entry.told().line().kind(),
                json.write(entry.told().line())));
        rows.update(
                jdbc,
                "insert into " + entries
                        + " (incident, position, at, event, kind, facts) select * from {rows} on conflict do nothing");
    }

    void remember(Map<UUID, Remembered> said) {
        var rows = new Columns("uuid", "jsonb");
        said.forEach((subject, one) -> rows.add(subject, json.write(one)));
        rows.update(jdbc, "insert into " + subjects + " (id, said) select * from {rows} on conflict do nothing");
    }

    Map<UUID, Remembered> memory(List<UUID> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<UUID, Remembered>();
        var rows = new Columns("uuid");
        wanted.forEach(rows::add);
        // One by one in the index, whatever the planner thinks of the table's size.
        rows.statement(
                        jdbc,
                        "select s.id, s.said from {rows} w (id) cross join lateral (select id, said from " + subjects
                                + " where id = w.id limit 1) s")
                .query(row -> {
                    found.put(
                            row.getObject("id", UUID.class),
                            Objects.requireNonNull(json.read(row.getString("said"), Remembered.class)));
                });
        return found;
    }

    /** One row more than asked for, oldest first. */
    List<Positioned<TimelineView>> find(Timeline q, Names names) {
        return jdbc.sql("select * from " + entries + " where incident = ? and position > ? and (? or kind = any(?))"
                        + " order by position limit ?")
                .params(
                        q.incident(),
                        Cursor.read(q.asked().after(), -1),
                        q.kinds().isEmpty(),
                        q.kinds().toArray(String[]::new),
                        q.asked().limit() + 1)
                .query((row, n) -> new Positioned<>(view(row, names), row.getLong("position")))
                .list();
    }

    /** From when to when something is told of an incident, or what is asked for of it. */
    record Stretch(Instant from, Instant until, long partMillis) {}

    private static final String WORST_FIRST = "array['CRITICAL', 'HIGH', 'MEDIUM', 'LOW']";

    static final List<String> LANES = List.of("alerts", "notifications", "people", "changes");

    Optional<Stretch> span(UUID incident) {
        return jdbc.sql("select min(at) as starts, max(at) as ends from " + entries
                        + " where incident = ? having count(*) > 0")
                .param(incident)
                .query((row, n) -> new Stretch(instant(row, "starts"), instant(row, "ends"), 0))
                .optional();
    }

    /** One mark for each lane and part in which something is told, in order of time. */
    Map<String, List<Mark>> marks(UUID incident, Stretch stretch, Names names) {
        var found = new HashMap<String, List<Mark>>();
        jdbc.sql("""
                        with told as (
                          select position, at, case kind when 'alert' then 'alerts' when 'message' then 'notifications'
                              when 'escalation' then 'notifications' when 'incident' then 'changes' else 'people' end as lane,
                            floor(extract(epoch from at - :from) * 1000 / :part) as part,
                            array_position({severities}, facts ->> 'severity') as mark
                          from {entries} where incident = :incident and at between :from and :until),
                        marks as (
                          select lane, count(*) as told, min(position) as first, min(at) as starts, max(at) as ends,
                            ({severities})[min(mark)] as worst
                          from told group by lane, part)
                        select m.*, e.kind, e.facts from marks m
                        join {entries} e on e.incident = :incident and e.position = m.first
                        order by m.starts, m.first""".replace("{entries}", entries).replace("{severities}", WORST_FIRST))
                .param("incident", incident)
                .param("from", stretch.from().atOffset(ZoneOffset.UTC))
                .param("until", stretch.until().atOffset(ZoneOffset.UTC))
                .param("part", stretch.partMillis())
                .query(row -> {
                    found.computeIfAbsent(row.getString("lane"), lane -> new ArrayList<>())
                            .add(mark(row, names));
                });
        return found;
    }

    private Mark mark(ResultSet row, Names names) throws SQLException {
        var line = line(row);
        var worst = row.getString("worst");
        return new Mark(
                instant(row, "starts"),
                instant(row, "ends"),
                row.getLong("told"),
                row.getString("kind"),
                line.spoken(names),
                line.detail(),
                worst == null ? null : worst.toLowerCase(Locale.ROOT));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private Line line(ResultSet row) throws SQLException {
        return Objects.requireNonNull(json.read(row.getString("facts"), Line.class));
    }

    List<TimelineView> find(Latest q, Names names) {
        return jdbc.sql("select * from " + entries + " where incident = ? order by position desc limit ?")
                .params(q.incident(), q.count())
                .query((row, n) -> view(row, names))
                .list();
    }

    List<TimelineView> find(EntriesAt q, Names names) {
        return jdbc.sql("select * from " + entries + " where incident = ? and position = any(?) order by position")
                .params(q.incident(), q.indexes().toArray(Long[]::new))
                .query((row, n) -> view(row, names))
                .list();
    }

    Map<UUID, TimelineView> find(LastNotes q, Names names) {
        var found = new HashMap<UUID, TimelineView>();
        jdbc.sql("select distinct on (incident) * from " + entries
                        + " where incident = any(?) and kind = 'note' order by incident, position desc")
                .param(q.incidents().toArray(UUID[]::new))
                .query(row -> {
                    found.put(row.getObject("incident", UUID.class), view(row, names));
                });
        return found;
    }

    private static List<AttachmentView> attachments(Line line) {
        return line.attachments() == null
                ? List.of()
                : line.attachments().stream().map(AttachmentView::of).toList();
    }

    private TimelineView view(ResultSet row, Names names) throws SQLException {
        var line = line(row);
        var severity = line.severity();
        return new TimelineView(
                row.getLong("position"),
                instant(row, "at"),
                row.getString("kind"),
                row.getString("event"),
                line.spoken(names),
                line.detail(),
                ActorView.ofNullable(line.who(), names),
                severity == null ? null : severity.name().toLowerCase(Locale.ROOT),
                attachments(line));
    }
}
