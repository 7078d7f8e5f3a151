package org.larum.projections.improvement;

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
import org.larum.domain.improvement.Criterion;
import org.larum.domain.improvement.Evidence;
import org.larum.domain.improvement.ImprovementEvent;
import org.larum.domain.improvement.ImprovementEvent.CriterionSet;
import org.larum.domain.improvement.ImprovementEvent.ImprovementDropped;
import org.larum.domain.improvement.ImprovementEvent.ImprovementPlanned;
import org.larum.domain.improvement.ImprovementEvent.ImprovementProposed;
import org.larum.domain.improvement.ImprovementEvent.ImprovementReopened;
import org.larum.domain.improvement.ImprovementEvent.ImprovementWeighed;
import org.larum.domain.improvement.ImprovementEvent.PhaseBegun;
import org.larum.domain.improvement.ImprovementEvent.RollbackNoted;
import org.larum.domain.improvement.Phase;
import org.larum.domain.improvement.Priority;
import org.larum.domain.shared.Actor;
import org.larum.projections.improvement.ImprovementQuery.Debts;
import org.larum.projections.improvement.ImprovementQuery.Improvements;
import org.larum.projections.improvement.ImprovementQuery.Steps;
import org.larum.projections.improvement.ImprovementQuery.Validated;
import org.larum.projections.improvement.ImprovementView.CriterionView;
import org.larum.projections.improvement.ImprovementView.PointsView;
import org.larum.projections.improvement.ImprovementView.PriorityView;
import org.larum.projections.improvement.ImprovementView.StepView;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page.Positioned;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of items and of what happened to them, in the live schema or in the one of a rebuild. */
public final class ImprovementTable {

    private static final int EACH_LOOK = 200;

    /** From these scores on, in hundredths, an item is of high or of middle priority. */
    private static final int HIGH = 300;

    private static final int MIDDLE = 100;

    /** Room for more events than a log will ever have, below the priority. */
    private static final int PLACES = 40;

    private static final long NEWEST = (1L << PLACES) - 1;

    private final JdbcClient jdbc;
    private final Json json;
    private final String views;
    private final String steps;

    public ImprovementTable(JdbcClient jdbc, Json json, String schema) {
        this.jdbc = jdbc;
        this.json = json;
        this.views = schema + ".improvement_views";
        this.steps = schema + ".improvement_steps";
    }

    /** One whose change is live. */
    public record ValidatedItem(UUID improvement, Instant changedAt, Criterion criterion) {}

    /** One that was done or failed. */
    public record ClosedItem(UUID improvement, Instant closedAt) {}

    // ------------------------------------------------------------ written by events, each once

    void propose(ImprovementProposed e, long index) {
        jdbc.sql("insert into " + views + """
                         (improvement, began, position, place, kind, subject, service, title, sentence, figure, state,
                          proposed_at, proposed_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'proposed', ?, ?::jsonb) on conflict do nothing""")
                .param(1, e.improvement().value())
                .param(2, index)
                .param(3, index)
                .param(4, place(0) | (NEWEST - index))
                .param(5, e.evidence().kind().name().toLowerCase(Locale.ROOT))
                .param(6, e.evidence().subject())
                .param(7, service(e.evidence()))
                .param(8, e.evidence().title())
                .param(9, e.evidence().sentence())
                .param(10, e.evidence().figure())
                .param(11, utc(e.at()))
                .param(12, json.write(e.by()))
                .update();
    }

    void weigh(ImprovementWeighed e, long index) {
        var p = e.priority();
        change(
                e,
                index,
                "impact = ?, feasibility = ?, effort = ?, risk = ?, place = ? | (" + NEWEST + " - began),"
                        + " state = case state when 'proposed' then 'weighed' else state end",
                p.impact(),
                p.feasibility(),
                p.effort(),
                p.risk(),
                place(p.hundredths()));
    }

    /** The best first. */
    private static long place(int hundredths) {
        return (long) (Priority.HIGHEST - hundredths) << PLACES;
    }

    void plan(ImprovementPlanned e, long index) {
        change(
                e,
                index,
                "round = ?, state = case when state in ('proposed', 'weighed') then 'planned' else state end",
                e.round());
    }

    void begin(PhaseBegun e, String state, long index) {
        if (e.phase() == Phase.VALIDATE) {
            change(e, index, "state = ?, changed_at = ?", state, utc(e.at()));
        } else {
            change(e, index, "state = ?", state);
        }
    }

    void criterion(CriterionSet e, long index) {
        change(e, index, "criterion = ?::jsonb", json.write(e.criterion()));
    }

    void judge(ImprovementEvent e, String state, double measured, long index) {
        change(e, index, "state = ?, measured = ?, closed_at = ?", state, measured, utc(e.at()));
    }

    void rollback(RollbackNoted e, long index) {
        change(e, index, "rollback = ?", e.note());
    }

    void drop(ImprovementDropped e, long index) {
        change(e, index, "state = 'dropped', closed_at = ?", utc(e.at()));
    }

    /** What is seen now is shown, not what was seen then. */
    void reopen(ImprovementReopened e, long index) {
        change(
                e,
                index,
                "state = case when impact is null then 'proposed' else 'weighed' end, recurrences = ?, round = null,"
                        + " changed_at = null, measured = null, closed_at = null, rollback = null",
                e.recurrence());
        var seen = e.evidence();
        if (seen != null) {
            jdbc.sql(
                            "update " + views
                                    + " set title = ?, sentence = ?, figure = ?, service = ? where improvement = ? and position = ?")
                    .param(1, seen.title())
                    .param(2, seen.sentence())
                    .param(3, seen.figure())
                    .param(4, service(seen))
                    .param(5, e.improvement().value())
                    .param(6, index)
                    .update();
        }
    }

    void step(ImprovementEvent e, String sentence, long index) {
        jdbc.sql(
                        "insert into " + steps
                                + " (improvement, index, sentence, at, by) values (?, ?, ?, ?, ?::jsonb) on conflict do nothing")
                .param(1, e.improvement().value())
                .param(2, index)
                .param(3, sentence)
                .param(4, utc(e.at()))
                .param(5, json.write(e.by()))
                .update();
    }

    /** One that it has seen already changes nothing. */
    private void change(ImprovementEvent e, long index, String set, @Nullable Object... values) {
        var statement =
                jdbc.sql("update " + views + " set " + set + ", position = ? where improvement = ? and position < ?");
        int at = 1;
        for (var value : values) {
            statement = statement.param(at++, value);
        }
        statement
                .param(at++, index)
                .param(at++, e.improvement().value())
                .param(at, index)
                .update();
    }

    private static @Nullable UUID service(Evidence evidence) {
        var service = evidence.service();
        return service == null ? null : service.value();
    }

    // ------------------------------------------------------------ asked

    /** One row more than asked for. */
    List<Positioned<ImprovementView>> find(Improvements q, Names names) {
        return jdbc.sql("select * from " + views + " " + """
                        where place > :after and (:anyState or state = any(:states)) and (:anyKind or kind = any(:kinds))
                          and (:round::int is null or round = :round)
                        order by place limit :limit""")
                .param("after", Cursor.read(q.asked().after(), -1))
                .param("anyState", q.states().isEmpty())
                .param("states", q.states().toArray(String[]::new))
                .param("anyKind", q.kinds().isEmpty())
                .param("kinds", q.kinds().toArray(String[]::new))
                .param("round", q.round())
                .param("limit", q.asked().limit() + 1)
                .query((row, n) -> new Positioned<>(view(row, names), row.getLong("place")))
                .list();
    }

    Optional<ImprovementView> find(UUID improvement, Names names) {
        return jdbc.sql("select * from " + views + " where improvement = ?")
                .param(improvement)
                .query((row, n) -> view(row, names))
                .optional();
    }

    /** One row more than asked for, the newest first. */
    List<Positioned<StepView>> find(Steps q, Names names) {
        return jdbc.sql("select * from " + steps + " where improvement = ? and index < ? order by index desc limit ?")
                .params(
                        q.improvement(),
                        Cursor.read(q.asked().after(), Long.MAX_VALUE),
                        q.asked().limit() + 1)
                .query((row, n) -> new Positioned<>(
                        new StepView(
                                row.getLong("index"),
                                row.getString("sentence"),
                                at(row, "at"),
                                who(row.getString("by"), names)),
                        row.getLong("index")))
                .list();
    }

    List<PointsView> points(int round) {
        return jdbc.sql("select state, count(*) as items, sum(effort) as points from " + views
                        + " where round = ? and state <> 'dropped' group by state order by state")
                .param(round)
                .query((row, n) -> new PointsView(row.getString("state"), row.getInt("items"), row.getInt("points")))
                .list();
    }

    List<ValidatedItem> validated(Validated q) {
        return jdbc.sql("select improvement, changed_at, criterion from " + views
                        + " where state = 'validate' and changed_at <= :before and (:one::uuid is null or improvement = :one)"
                        + " order by changed_at limit :limit")
                .param("before", utc(q.before()))
                .param("one", q.improvement())
                .param("limit", EACH_LOOK)
                .query((row, n) -> new ValidatedItem(
                        row.getObject("improvement", UUID.class), at(row, "changed_at"), criterion(row)))
                .list();
    }

    /** A band that nothing is in is not in it. */
    List<DebtView> debts(Debts q) {
        return jdbc.sql("""
                        with open as (
                          select effort, :now - proposed_at as age, case when impact is null then 'unweighed'
                            when place >> :places <= :high then 'high' when place >> :places <= :middle then 'middle'
                            else 'low' end as band
                          from %s where state not in ('done', 'failed', 'dropped')
                            and (:all or service = any(:services)))
                        select band, count(*) filter (where age <= interval '30 days') as fresh,
                          count(*) filter (where age > interval '30 days' and age <= interval '90 days') as older,
                          count(*) filter (where age > interval '90 days') as old, coalesce(sum(effort), 0) as points
                        from open group by band order by array_position(array['high', 'middle', 'low', 'unweighed'], band)
                        """.formatted(views))
                .param("now", utc(q.now()))
                .param("places", PLACES)
                .param("high", Priority.HIGHEST - HIGH)
                .param("middle", Priority.HIGHEST - MIDDLE)
                .param("all", q.services().isEmpty())
                .param("services", q.services().toArray(UUID[]::new))
                .query((row, n) -> new DebtView(
                        row.getString("band"),
                        row.getLong("fresh"),
                        row.getLong("older"),
                        row.getLong("old"),
                        row.getLong("points")))
                .list();
    }

    List<ClosedItem> closed(Instant since) {
        return jdbc.sql("select improvement, closed_at from " + views
                        + " where state in ('done', 'failed') and closed_at >= ? order by closed_at desc limit ?")
                .params(utc(since), EACH_LOOK)
                .query((row, n) -> new ClosedItem(row.getObject("improvement", UUID.class), at(row, "closed_at")))
                .list();
    }

    private ImprovementView view(ResultSet row, Names names) throws SQLException {
        var service = row.getObject("service", UUID.class);
        return new ImprovementView(
                row.getObject("improvement", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                service == null ? null : names.service(service),
                row.getString("title"),
                row.getString("sentence"),
                row.getObject("figure", Double.class),
                row.getString("state"),
                priority(row),
                row.getObject("round", Integer.class),
                row.getString("criterion") == null ? null : shown(criterion(row), names),
                at(row, "proposed_at"),
                who(row.getString("proposed_by"), names),
                moment(row, "changed_at"),
                row.getObject("measured", Double.class),
                moment(row, "closed_at"),
                row.getString("rollback"),
                row.getInt("recurrences"),
                row.getLong("position"));
    }

    private static @Nullable PriorityView priority(ResultSet row) throws SQLException {
        if (row.getObject("impact") == null) {
            return null;
        }
        var p = new Priority(row.getInt("impact"), row.getInt("feasibility"), row.getInt("effort"), row.getInt("risk"));
        return new PriorityView(
                p.impact(), p.feasibility(), p.effort(), p.risk(), p.hundredths() / 100.0, p.arithmetic());
    }

    private Criterion criterion(ResultSet row) throws SQLException {
        return Objects.requireNonNull(json.read(row.getString("criterion"), Criterion.class));
    }

    private static CriterionView shown(Criterion c, Names names) {
        var service = c.service() == null ? null : names.service(c.service().value());
        var team = c.team() == null ? null : names.team(c.team().value());
        var place = service != null ? service.name() : team != null ? team.name() : "the whole house";
        return new CriterionView(
                c.measure().name().toLowerCase(Locale.ROOT),
                c.direction().name().toLowerCase(Locale.ROOT),
                c.target(),
                service,
                team,
                c.words() + ", of " + place);
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
