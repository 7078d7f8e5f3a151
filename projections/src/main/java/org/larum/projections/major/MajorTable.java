package org.larum.projections.major;

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
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.major.MajorEvent;
import org.larum.domain.major.MajorEvent.Grounds;
import org.larum.domain.major.MajorEvent.MajorIncidentDeclared;
import org.larum.domain.major.MajorEvent.RoleAssigned;
import org.larum.domain.major.MajorEvent.TaskAdded;
import org.larum.domain.major.MajorEvent.TaskAssigned;
import org.larum.domain.major.MajorEvent.UpdatePosted;
import org.larum.domain.major.Role;
import org.larum.domain.shared.Actor;
import org.larum.projections.major.MajorView.MajorCause;
import org.larum.projections.major.MajorView.MajorEnd;
import org.larum.projections.major.MajorView.MajorRole;
import org.larum.projections.major.MajorView.MajorTask;
import org.larum.projections.major.MajorView.StakeholderUpdate;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of major incidents and their tasks, in the live schema or in the one of a rebuild. */
public final class MajorTable {

    private final JdbcClient jdbc;
    private final Json json;
    private final String views;
    private final String tasks;

    public MajorTable(JdbcClient jdbc, Json json, String schema) {
        this.jdbc = jdbc;
        this.json = json;
        this.views = schema + ".major_views";
        this.tasks = schema + ".major_tasks";
    }

    // ------------------------------------------------------------ written by events, each once

    void declare(MajorIncidentDeclared e, long index) {
        jdbc.sql("insert into " + views + """
                         as known (incident, major, position, state, declared_at, declared_by, grounds, every_seconds, update_due)
                        values (:incident, :major, :index, 'declared', :at, :by::jsonb, :grounds::jsonb, :every, :due)
                        on conflict (incident) do update set position = :index, state = 'declared', declared_at = :at,
                          declared_by = :by::jsonb, grounds = :grounds::jsonb, every_seconds = :every, update_due = :due,
                          over_at = null, over_by = null, over_reason = null, merged_into = null
                        where known.position < :index""")
                .param("incident", e.incident().value())
                .param("major", e.major().value())
                .param("index", index)
                .param("at", utc(e.at()))
                .param("by", json.write(e.by()))
                .param("grounds", json.write(e.grounds()))
                .param("every", e.clock().pause().toSeconds())
                .param("due", utc(e.clock().due()))
                .update();
    }

    void end(MajorEvent e, String state, Actor by, @Nullable String reason, @Nullable IncidentId into, long index) {
        change(
                e,
                index,
                "state = ?, update_due = null, over_at = ?, over_by = ?::jsonb, over_reason = ?, merged_into = ?",
                state,
                utc(e.at()),
                json.write(by),
                reason,
                into == null ? null : into.value());
    }

    void assign(RoleAssigned e, long index) {
        change(e, index, word(e.role()) + " = ?", e.to() == null ? null : e.to().value());
    }

    void warRoom(MajorEvent e, String link, long index) {
        change(e, index, "war_room = ?", link);
    }

    void post(UpdatePosted e, long index) {
        change(
                e,
                index,
                "updates = ?, last_text = ?, last_at = ?, last_by = ?::jsonb, update_due = ?",
                e.count(),
                e.text(),
                utc(e.at()),
                json.write(e.by()),
                e.clock() == null ? null : utc(e.clock().due()));
    }

    /** One that it has seen already changes nothing. */
    private void change(MajorEvent e, long index, String set, @Nullable Object... values) {
        var statement =
                jdbc.sql("update " + views + " set " + set + ", position = ? where incident = ? and position < ?");
        int at = 1;
        for (var value : values) {
            statement = statement.param(at++, value);
        }
        statement
                .param(at++, index)
                .param(at++, e.incident().value())
                .param(at, index)
                .update();
    }

    void add(TaskAdded e, long index) {
        var assignee = e.task().assignee();
        jdbc.sql("insert into " + tasks + """
                         (incident, id, added, position, words, assignee, state, changed_at, changed_by)
                        values (?, ?, ?, ?, ?, ?, 'open', ?, ?::jsonb) on conflict do nothing""")
                .param(1, e.incident().value())
                .param(2, e.task().task())
                .param(3, index)
                .param(4, index)
                .param(5, e.task().text())
                .param(6, assignee == null ? null : assignee.value())
                .param(7, utc(e.at()))
                .param(8, json.write(e.by()))
                .update();
    }

    void assign(TaskAssigned e, long index) {
        jdbc.sql("update " + tasks + " set assignee = ?, position = ? where incident = ? and id = ? and position < ?")
                .param(1, e.to() == null ? null : e.to().value())
                .param(2, index)
                .param(3, e.incident().value())
                .param(4, e.task())
                .param(5, index)
                .update();
    }

    void task(MajorEvent e, UUID task, String state, Actor by, long index) {
        jdbc.sql("update " + tasks + " set state = ?, changed_at = ?, changed_by = ?::jsonb, position = ?"
                        + " where incident = ? and id = ? and position < ?")
                .param(1, state)
                .param(2, utc(e.at()))
                .param(3, json.write(by))
                .param(4, index)
                .param(5, e.incident().value())
                .param(6, task)
                .param(7, index)
                .update();
    }

    // ------------------------------------------------------------ asked

    Optional<MajorView> find(UUID incident, Names names) {
        return jdbc.sql("select v.*, greatest(v.position, (select max(t.position) from " + tasks
                        + " t where t.incident = v.incident)) as newest from " + views + " v where v.incident = ?")
                .param(incident)
                .query((row, n) -> view(row, names))
                .optional();
    }

    private MajorView view(ResultSet row, Names names) throws SQLException {
        var incident = row.getObject("incident", UUID.class);
        return new MajorView(
                incident,
                row.getString("state"),
                at(row, "declared_at"),
                who(row.getString("declared_by"), names),
                why(row.getString("grounds")),
                List.of(
                        role(row, Role.COMMANDER, names),
                        role(row, Role.COMMUNICATIONS, names),
                        role(row, Role.SCRIBE, names)),
                row.getString("war_room"),
                row.getLong("every_seconds"),
                moment(row, "update_due"),
                row.getInt("updates"),
                update(row, names),
                over(row, names),
                tasks(incident, names),
                row.getLong("newest"));
    }

    private MajorCause why(String grounds) {
        var found = Objects.requireNonNull(json.read(grounds, Grounds.class));
        var severity = found.severity();
        return new MajorCause(
                found.reason(), severity == null ? null : severity.name().toLowerCase(Locale.ROOT), found.services());
    }

    private @Nullable StakeholderUpdate update(ResultSet row, Names names) throws SQLException {
        var text = row.getString("last_text");
        return text == null
                ? null
                : new StakeholderUpdate(text, at(row, "last_at"), who(row.getString("last_by"), names));
    }

    private @Nullable MajorEnd over(ResultSet row, Names names) throws SQLException {
        return row.getString("over_by") == null
                ? null
                : new MajorEnd(
                        at(row, "over_at"),
                        who(row.getString("over_by"), names),
                        row.getString("over_reason"),
                        row.getObject("merged_into", UUID.class));
    }

    /** In the order in which they were thought of: at most as many as one major incident may have. */
    private List<MajorTask> tasks(UUID incident, Names names) {
        return jdbc.sql("select * from " + tasks + " where incident = ? and state <> 'dropped' order by added")
                .param(incident)
                .query((row, n) -> new MajorTask(
                        row.getObject("id", UUID.class),
                        row.getString("words"),
                        person(row, "assignee", names),
                        row.getString("state").equals("done"),
                        at(row, "changed_at"),
                        who(row.getString("changed_by"), names)))
                .list();
    }

    private ActorView who(String actor, Names names) {
        return ActorView.of(Objects.requireNonNull(json.read(actor, Actor.class)), names);
    }

    private static MajorRole role(ResultSet row, Role role, Names names) throws SQLException {
        return new MajorRole(word(role), person(row, word(role), names));
    }

    private static @Nullable Named person(ResultSet row, String column, Names names) throws SQLException {
        var person = row.getObject(column, UUID.class);
        return person == null ? null : names.person(person);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(moment(row, column));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
