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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.postmortem.PostmortemEvent.Action;
import org.larum.domain.postmortem.PostmortemEvent.ActionAdded;
import org.larum.domain.postmortem.PostmortemEvent.ActionChanged;
import org.larum.domain.postmortem.PostmortemEvent.ActionReminded;
import org.larum.domain.shared.Actor;
import org.larum.projections.postmortem.PostmortemQuery.AllActions;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page.Positioned;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of what is to be done, in the live schema or in the one of a rebuild. */
public final class ActionTable {

    private static final int EACH_LOOK = 1000;

    /** Room for more events than a log will ever have, below the day. */
    private static final int PLACES = 40;

    private final JdbcClient jdbc;
    private final Json json;
    private final String actions;
    private final String views;

    public ActionTable(JdbcClient jdbc, Json json, String schema) {
        this.jdbc = jdbc;
        this.json = json;
        this.actions = schema + ".postmortem_actions";
        this.views = schema + ".postmortem_views";
    }

    /** One that is open and late. */
    public record Overdue(
            UUID postmortem,
            UUID action,
            UUID owner,
            LocalDate due,
            @Nullable LocalDate reminded) {}

    void add(ActionAdded e, long index) {
        jdbc.sql("insert into " + actions + """
                         (postmortem, id, incident, added, position, place, words, done_when, owner, due, state, changed_at,
                          changed_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing""")
                .param(1, e.postmortem().value())
                .param(2, e.action().action())
                .param(3, e.incident().value())
                .param(4, index)
                .param(5, index)
                .param(6, place(e.action().due(), index))
                .param(7, e.action().text())
                .param(8, e.action().doneWhen())
                .param(9, e.action().owner().value())
                .param(10, e.action().due())
                .param(11, state(e.action()))
                .param(12, utc(e.at()))
                .param(13, json.write(e.by()))
                .update();
    }

    void change(ActionChanged e, long index) {
        jdbc.sql("update " + actions + " " + """
                         set words = ?, done_when = ?, owner = ?, due = ?, place = ? | added, state = ?, changed_at = ?,
                          changed_by = ?::jsonb, position = ? where postmortem = ? and id = ? and position < ?""")
                .param(1, e.action().text())
                .param(2, e.action().doneWhen())
                .param(3, e.action().owner().value())
                .param(4, e.action().due())
                .param(5, place(e.action().due(), 0))
                .param(6, state(e.action()))
                .param(7, utc(e.at()))
                .param(8, json.write(e.by()))
                .param(9, index)
                .param(10, e.postmortem().value())
                .param(11, e.action().action())
                .param(12, index)
                .update();
    }

    void remind(ActionReminded e, long index) {
        jdbc.sql("update " + actions
                        + " set reminded = ?, position = ? where postmortem = ? and id = ? and position < ?")
                .params(e.day(), index, e.postmortem().value(), e.action().action(), index)
                .update();
    }

    private static long place(LocalDate due, long added) {
        return (due.toEpochDay() << PLACES) | added;
    }

    private static String state(Action action) {
        return action.state().name().toLowerCase(Locale.ROOT);
    }

    // ------------------------------------------------------------ asked

    private String overdue() {
        return "select a.*, v.number, a.state in ('proposed', 'started') and a.due < :today as overdue from " + actions
                + " a join " + views + " v on v.postmortem = a.postmortem ";
    }

    /** In the order in which they were thought of: at most as many as one review may have. */
    List<ActionView> of(UUID postmortem, LocalDate today, Names names) {
        return jdbc.sql(overdue() + "where a.postmortem = :id order by a.added")
                .param("today", today)
                .param("id", postmortem)
                .query((row, n) -> view(row, names))
                .list();
    }

    /** One row more than asked for, what is due first first. */
    List<Positioned<ActionView>> find(AllActions q, Names names) {
        return jdbc.sql(overdue() + """
                        where a.place > :after and (:anyState or a.state = any(:states))
                          and (:owner::uuid is null or a.owner = :owner)
                          and (not :overdue or (a.state in ('proposed', 'started') and a.due < :today))
                        order by a.place limit :limit""")
                .param("today", q.today())
                .param("after", Cursor.read(q.asked().after(), Long.MIN_VALUE))
                .param("anyState", q.states().isEmpty())
                .param("states", q.states().toArray(String[]::new))
                .param("owner", q.owner())
                .param("overdue", q.overdue())
                .param("limit", q.asked().limit() + 1)
                .query((row, n) -> new Positioned<>(view(row, names), row.getLong("place")))
                .list();
    }

    /** Some of those of which nobody was told on the day before or later: a day begins at other times elsewhere. */
    List<Overdue> overdue(LocalDate before) {
        return jdbc.sql("select postmortem, id, owner, due, reminded from " + actions + " " + """
                         where state in ('proposed', 'started') and due < :before
                          and (reminded is null or reminded < :before) order by reminded nulls first, due limit :limit""")
                .param("before", before)
                .param("limit", EACH_LOOK)
                .query((row, n) -> new Overdue(
                        row.getObject("postmortem", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getObject("owner", UUID.class),
                        row.getObject("due", LocalDate.class),
                        row.getObject("reminded", LocalDate.class)))
                .list();
    }

    private ActionView view(ResultSet row, Names names) throws SQLException {
        return new ActionView(
                row.getObject("id", UUID.class),
                row.getObject("postmortem", UUID.class),
                row.getObject("incident", UUID.class),
                row.getInt("number"),
                row.getString("words"),
                row.getString("done_when"),
                names.person(row.getObject("owner", UUID.class)),
                row.getObject("due", LocalDate.class),
                row.getString("state"),
                row.getBoolean("overdue"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                ActorView.of(Objects.requireNonNull(json.read(row.getString("changed_by"), Actor.class)), names));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
