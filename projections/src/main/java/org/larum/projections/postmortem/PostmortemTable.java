package org.larum.projections.postmortem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.postmortem.PostmortemEvent;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemAsked;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemDrafted;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemPublished;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemWritten;
import org.larum.domain.shared.Actor;
import org.larum.projections.postmortem.PostmortemQuery.Postmortems;
import org.larum.projections.postmortem.PostmortemQuery.Versions;
import org.larum.projections.postmortem.PostmortemView.Learned;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page.Positioned;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of reviews and of their texts, in the live schema or in the one of a rebuild. */
public final class PostmortemTable {

    private static final int MOST_WANTED = 20;

    private final JdbcClient jdbc;
    private final Json json;
    private final String views;
    private final String versions;
    private final String actions;

    public PostmortemTable(JdbcClient jdbc, Json json, String schema) {
        this.jdbc = jdbc;
        this.json = json;
        this.views = schema + ".postmortem_views";
        this.versions = schema + ".postmortem_versions";
        this.actions = schema + ".postmortem_actions";
    }

    // ------------------------------------------------------------ written by events, each once

    void ask(PostmortemAsked e, long index) {
        jdbc.sql("insert into " + views + """
                         as known (postmortem, incident, began, position, state, cause, number, service, severity, incident_title,
                          asked_at, asked_index, round, wanted)
                        values (:id, :incident, :index, :index, 'asked', :cause, :number, :service, :severity, :title, :at,
                          :index, :round, true)
                        on conflict (postmortem) do update set position = :index, cause = :cause, severity = :severity,
                          asked_index = :index, round = :round, wanted = true where known.position < :index""")
                .param("id", e.postmortem().value())
                .param("incident", e.incident().value())
                .param("index", index)
                .param("cause", e.cause().name().toLowerCase(Locale.ROOT))
                .param("number", e.about().number())
                .param("service", e.about().service().value())
                .param("severity", e.about().severity().name().toLowerCase(Locale.ROOT))
                .param("title", e.about().title())
                .param("at", utc(e.at()))
                .param("round", e.round())
                .update();
    }

    void draft(PostmortemDrafted e, Actor by, long index) {
        change(
                e,
                index,
                "state = case state when 'asked' then 'draft' else state end, wanted = false, due = ?, title = ?, body = ?,"
                        + " version = ?, written_at = ?, written_by = ?::jsonb",
                e.due(),
                e.title(),
                e.text(),
                e.version(),
                utc(e.at()),
                json.write(by));
        version(e, e.version(), e.title(), e.text(), by);
    }

    void write(PostmortemWritten e, long index) {
        change(
                e,
                index,
                "wanted = false, title = ?, body = ?, version = ?, written_at = ?, written_by = ?::jsonb",
                e.title(),
                e.text(),
                e.version(),
                utc(e.at()),
                json.write(e.by()));
        version(e, e.version(), e.title(), e.text(), e.by());
    }

    private void version(PostmortemEvent e, int version, String title, String text, Actor by) {
        jdbc.sql(
                        "insert into " + versions
                                + " (postmortem, version, title, body, at, by) values (?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing")
                .param(1, e.postmortem().value())
                .param(2, version)
                .param(3, title)
                .param(4, text)
                .param(5, utc(e.at()))
                .param(6, json.write(by))
                .update();
    }

    void turn(PostmortemEvent e, String state, long index) {
        change(e, index, "state = ?, wanted = false", state);
    }

    void publish(PostmortemPublished e, long index) {
        change(
                e,
                index,
                "state = 'published', wanted = false, published_version = ?, published_at = ?, published_by = ?::jsonb,"
                        + " solution = ?, runbook = ?, labels = ?",
                e.version(),
                utc(e.at()),
                json.write(e.by()),
                e.outcome().solution(),
                e.outcome().runbook(),
                e.outcome().labels().toArray(String[]::new));
    }

    /** One that it has seen already changes nothing. */
    private void change(PostmortemEvent e, long index, String set, @Nullable Object... values) {
        var statement =
                jdbc.sql("update " + views + " set " + set + ", position = ? where postmortem = ? and position < ?");
        int at = 1;
        for (var value : values) {
            statement = statement.param(at++, value);
        }
        statement
                .param(at++, index)
                .param(at++, e.postmortem().value())
                .param(at, index)
                .update();
    }

    // ------------------------------------------------------------ asked

    private static final String OVERDUE = "a.state in ('proposed', 'started') and a.due < :today";
    private static final String LATE = "(v.published_at is null and v.due < :today)";

    private String counted() {
        return "select v.*, coalesce(n.open, 0) as open, coalesce(n.overdue, 0) as overdue, coalesce(" + LATE
                + ", false) as late, greatest(v.position, n.newest) as newest from " + views
                + " v left join lateral (select count(*) filter (where a.state in ('proposed', 'started')) as open,"
                + " count(*) filter (where " + OVERDUE + ") as overdue, max(a.position) as newest from " + actions
                + " a where a.postmortem = v.postmortem) n on true ";
    }

    Optional<PostmortemView> find(UUID postmortem, LocalDate today, List<ActionView> done, Names names) {
        return jdbc.sql(counted() + "where v.postmortem = :id")
                .param("today", today)
                .param("id", postmortem)
                .query((row, n) -> new PostmortemView(
                        line(row, names),
                        row.getString("incident_title"),
                        at(row, "asked_at"),
                        row.getString("body"),
                        learned(row, names),
                        done,
                        row.getLong("newest")))
                .optional();
    }

    /** One row more than asked for, the newest first. */
    List<Positioned<PostmortemLine>> find(Postmortems q, Names names) {
        return jdbc.sql(counted() + """
                        where v.began < :before and (:anyState or v.state = any(:states))
                          and (:anyService or v.service = any(:services))
                          and (:owner::uuid is null or exists (
                            select 1 from {actions} a where a.postmortem = v.postmortem and a.owner = :owner and a.state <> 'dropped'))
                          and (not :overdue or n.overdue > 0 or {late})
                        order by v.began desc limit :limit""".replace("{actions}", actions).replace("{late}", LATE))
                .param("today", q.today())
                .param("before", Cursor.read(q.asked().after(), Long.MAX_VALUE))
                .param("anyState", q.states().isEmpty())
                .param("states", q.states().toArray(String[]::new))
                .param("anyService", q.services().isEmpty())
                .param("services", q.services().toArray(UUID[]::new))
                .param("owner", q.owner())
                .param("overdue", q.overdue())
                .param("limit", q.asked().limit() + 1)
                .query((row, n) -> new Positioned<>(line(row, names), row.getLong("began")))
                .list();
    }

    /** One row more than asked for, the newest first. */
    List<Positioned<VersionView>> find(Versions q, Names names) {
        return jdbc.sql("select * from " + versions
                        + " where postmortem = ? and version < ? order by version desc limit ?")
                .params(
                        q.postmortem(),
                        Math.min(Integer.MAX_VALUE, Cursor.read(q.asked().after(), Integer.MAX_VALUE)),
                        q.asked().limit() + 1)
                .query((row, n) -> new Positioned<>(
                        new VersionView(
                                row.getInt("version"),
                                row.getString("title"),
                                row.getString("body"),
                                at(row, "at"),
                                who(row.getString("by"), names)),
                        row.getInt("version")))
                .list();
    }

    /** The incidents whose drafts are wanted, the oldest first, some of them. */
    List<UUID> wanted(long upTo) {
        return jdbc.sql("select incident from " + views
                        + " where wanted and asked_index <= ? order by asked_index limit ?")
                .params(upTo, MOST_WANTED)
                .query((row, n) -> row.getObject("incident", UUID.class))
                .list();
    }

    private PostmortemLine line(ResultSet row, Names names) throws SQLException {
        var writer = row.getString("written_by");
        boolean isWritten = row.getInt("version") > 0;
        return new PostmortemLine(
                row.getObject("postmortem", UUID.class),
                row.getObject("incident", UUID.class),
                row.getInt("number"),
                names.service(row.getObject("service", UUID.class)),
                row.getString("severity"),
                row.getString("cause"),
                row.getString("state"),
                isWritten ? row.getString("title") : row.getString("incident_title"),
                row.getInt("version"),
                row.getObject("due", LocalDate.class),
                row.getBoolean("late"),
                moment(row, "written_at"),
                writer == null ? null : who(writer, names),
                moment(row, "published_at"),
                row.getInt("open"),
                row.getInt("overdue"));
    }

    private @Nullable Learned learned(ResultSet row, Names names) throws SQLException {
        return row.getString("published_by") == null
                ? null
                : new Learned(
                        row.getInt("published_version"),
                        row.getString("solution"),
                        row.getString("runbook"),
                        List.of((String[]) row.getArray("labels").getArray()),
                        at(row, "published_at"),
                        who(row.getString("published_by"), names));
    }

    private ActorView who(String actor, Names names) {
        return ActorView.of(Objects.requireNonNull(json.read(actor, Actor.class)), names);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(moment(row, column));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
