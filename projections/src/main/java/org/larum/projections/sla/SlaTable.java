package org.larum.projections.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.sla.SlaEvent;
import org.larum.domain.sla.SlaEvent.ClockBreached;
import org.larum.domain.sla.SlaEvent.ClockForetold;
import org.larum.domain.sla.SlaEvent.ClockMet;
import org.larum.domain.sla.SlaEvent.ClockPaused;
import org.larum.domain.sla.SlaEvent.ClockRecomputed;
import org.larum.domain.sla.SlaEvent.ClockResumed;
import org.larum.domain.sla.SlaEvent.ClockStarted;
import org.larum.domain.sla.SlaEvent.ClockStopped;
import org.larum.domain.sla.SlaEvent.ClockWentOn;
import org.larum.projections.sla.ClocksView.ClockOfIncident;
import org.larum.projections.sla.ClocksView.SlaClockView;
import org.larum.projections.sla.ClocksView.SlaFigures;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of clocks, in the live schema or in the one of a rebuild. */
public final class SlaTable {

    private final JdbcClient jdbc;
    private final String views;

    public SlaTable(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.views = schema + ".sla_views";
    }

    // ------------------------------------------------------------ written by events, each once

    void start(ClockStarted e, long index) {
        jdbc.sql("insert into " + views + """
                         (clock, incident, kind, state, calendar, began, target_seconds, due_at, position)
                        values (?, ?, ?, 'running', ?, ?, ?, ?, ?) on conflict do nothing""")
                .param(1, e.clock().value())
                .param(2, e.incident().value())
                .param(3, word(e.kind()))
                .param(4, e.promise().calendar().word())
                .param(5, utc(e.at()))
                .param(6, seconds(e.target()))
                .param(7, utc(e.due()))
                .param(8, index)
                .update();
    }

    void pause(ClockPaused e, long index) {
        change(
                e,
                index,
                "state = 'paused', due_at = null, used_seconds = ?, reasons = array_append(reasons, ?)",
                seconds(e.used()),
                word(e.reason()));
    }

    void resume(ClockResumed e, long index) {
        change(
                e,
                index,
                "state = case when ? then 'running' else state end, due_at = ?, reasons = array_remove(reasons, ?)",
                e.runs(),
                utc(e.due()),
                word(e.reason()));
    }

    void foretell(ClockForetold e, long index) {
        change(e, index, "foretold = ?", e.share());
    }

    void breach(ClockBreached e, long index) {
        change(e, index, "breached_at = ?", utc(e.due()));
    }

    void meet(ClockMet e, long index) {
        change(
                e,
                index,
                "state = 'met', ended_at = ?, late = ?, used_seconds = ?, reasons = '{}'",
                utc(e.at()),
                e.late(),
                seconds(e.used()));
    }

    void stop(ClockStopped e, long index) {
        change(
                e,
                index,
                "state = 'stopped', ended_at = ?, used_seconds = ?, reasons = '{}', due_at = null",
                utc(e.at()),
                seconds(e.used()));
    }

    void goOn(ClockWentOn e, long index) {
        change(e, index, "state = 'running', ended_at = null, late = false, due_at = ?", utc(e.due()));
    }

    void recompute(ClockRecomputed e, long index) {
        var now = e.now();
        var before = e.before();
        change(
                e,
                index,
                "calendar = ?, began = ?, target_seconds = ?, due_at = ?, correction = ?, before_began = ?,"
                        + " before_target_seconds = ?, before_due_at = ?, before_used_seconds = ?,"
                        + " used_seconds = case when state = 'running' then used_seconds else ? end,"
                        + " late = state = 'met' and coalesce(?, false)",
                e.promise().calendar().word(),
                utc(now.began()),
                seconds(now.target()),
                utc(now.due()),
                word(e.correction()),
                utc(before.began()),
                seconds(before.target()),
                utc(before.due()),
                seconds(before.used()),
                seconds(now.used()),
                now.target() == null ? null : now.used().compareTo(now.target()) > 0);
    }

    /** One that it has seen already changes nothing. */
    private void change(SlaEvent e, long index, String set, @Nullable Object... values) {
        var statement = jdbc.sql("update " + views + " set " + set + ", position = ? where clock = ? and position < ?");
        int at = 1;
        for (var value : values) {
            statement = statement.param(at++, value);
        }
        statement
                .param(at++, index)
                .param(at++, e.clock().value())
                .param(at, index)
                .update();
    }

    // ------------------------------------------------------------ asked

    ClocksView find(UUID incident) {
        var rows = jdbc.sql("select * from " + views + " where incident = ? order by kind")
                .param(incident)
                .query((row, n) -> new Row(view(row), row.getLong("position")))
                .list();
        return new ClocksView(
                rows.stream().map(Row::view).toList(),
                rows.stream().mapToLong(Row::position).max().orElse(0));
    }

    List<ClockOfIncident> next(Set<UUID> incidents) {
        return jdbc.sql("select distinct on (incident) * from " + views
                        + " where incident = any(?) and ended_at is null and target_seconds is not null"
                        + " order by incident, kind")
                .param(incidents.toArray(UUID[]::new))
                .query((row, n) -> new ClockOfIncident(row.getObject("incident", UUID.class), view(row)))
                .list();
    }

    private record Row(SlaClockView view, long position) {}

    private static SlaClockView view(ResultSet row) throws SQLException {
        return new SlaClockView(
                row.getString("kind"),
                row.getString("state"),
                Objects.requireNonNull(moment(row, "began")),
                whole(row, "target_seconds"),
                moment(row, "due_at"),
                row.getString("calendar"),
                row.getInt("foretold"),
                moment(row, "breached_at"),
                moment(row, "ended_at"),
                row.getBoolean("late"),
                whole(row, "used_seconds"),
                List.of((String[]) row.getArray("reasons").getArray()),
                before(row));
    }

    private static @Nullable SlaFigures before(ResultSet row) throws SQLException {
        var correction = row.getString("correction");
        return correction == null
                ? null
                : new SlaFigures(
                        correction,
                        Objects.requireNonNull(moment(row, "before_began")),
                        whole(row, "before_target_seconds"),
                        moment(row, "before_due_at"),
                        row.getLong("before_used_seconds"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Long whole(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    private static @Nullable Long seconds(@Nullable Duration time) {
        return time == null ? null : time.toSeconds();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
