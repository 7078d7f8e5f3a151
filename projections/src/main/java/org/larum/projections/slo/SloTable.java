package org.larum.projections.slo;

import static org.larum.projections.slo.DowntimeTable.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Slo;
import org.larum.domain.directory.SloId;
import org.larum.domain.shared.Severity;
import org.larum.domain.slo.Alarm;
import org.larum.domain.slo.Bucket;
import org.larum.domain.slo.Outage;
import org.larum.domain.slo.SloEvent.BudgetBurned;
import org.larum.domain.slo.SloEvent.BudgetCalmed;
import org.larum.domain.slo.SloEvent.GoodCountsTold;
import org.larum.projections.shared.Columns;
import org.larum.projections.slo.SloQuery.Counts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The counts and alarms of budgets, and what they are worked out of. */
public final class SloTable {

    /** Short stretches are read by the minute, what is before them by the hour. */
    private static final Duration FINE = Duration.ofHours(7);

    private final JdbcClient jdbc;
    private final String schema;
    private final String counts;
    private final String hours;
    private final String alarms;

    public SloTable(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
        this.counts = schema + ".slo_counts";
        this.hours = schema + ".slo_hours";
        this.alarms = schema + ".slo_alarms";
    }

    // ------------------------------------------------------------ written

    void count(GoodCountsTold e, long index) {
        var rows = new Columns("timestamptz", "timestamptz", "bigint", "bigint", "uuid", "text", "bigint");
        var touched = new Columns("timestamptz", "uuid");
        var slo = e.slo().value();
        e.buckets().forEach(one -> rows.add(one.from(), one.until(), one.good(), one.total(), slo, e.source(), index));
        e.buckets().stream()
                .map(one -> one.from().truncatedTo(ChronoUnit.HOURS))
                .distinct()
                .forEach(hour -> touched.add(hour, slo));
        rows.update(jdbc, "insert into " + counts + """
                 as known (slo, source, from_at, until_at, good, total, position)
                select r.slo, r.source, r.from_at, r.until_at, r.good, r.total, r.position
                from {rows} as r (from_at, until_at, good, total, slo, source, position)
                on conflict (slo, source, from_at) do update set until_at = excluded.until_at, good = excluded.good,
                  total = excluded.total, position = excluded.position
                where known.position < excluded.position""");
        touched.update(
                jdbc,
                "insert into " + hours + " (slo, hour, good, total)"
                        + " select r.slo, r.hour, sum(c.good), sum(c.total) from {rows} as r (hour, slo) join " + counts
                        + " c on c.slo = r.slo and c.from_at >= r.hour and c.from_at < r.hour + interval '1 hour'"
                        + " group by r.slo, r.hour"
                        + " on conflict (slo, hour) do update set good = excluded.good, total = excluded.total");
    }

    void burn(BudgetBurned e, long index) {
        turn(e.slo(), e.alarm(), e.word(), e.service().value(), true, e.burn(), e.left(), e.asks(), e.at(), index);
    }

    void calm(BudgetCalmed e, long index) {
        turn(e.slo(), e.alarm(), e.word(), e.service().value(), false, null, e.left(), null, e.at(), index);
    }

    private void turn(
            SloId slo,
            Alarm alarm,
            String word,
            UUID service,
            boolean sounds,
            @Nullable Double burn,
            @Nullable Double left,
            @Nullable String asks,
            Instant at,
            long index) {
        jdbc.sql("insert into " + alarms + """
                         as known (slo, alarm, word, service, sounds, burn, budget_left, asks, at, position)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (slo, alarm) do update set word = excluded.word, service = excluded.service,
                          sounds = excluded.sounds, burn = excluded.burn, budget_left = excluded.budget_left,
                          asks = excluded.asks, at = excluded.at, position = excluded.position
                        where known.position < excluded.position""")
                .param(slo.value())
                .param(alarm.name().toLowerCase(Locale.ROOT))
                .param(word)
                .param(service)
                .param(sounds)
                .param(burn)
                .param(left)
                .param(asks)
                .param(utc(at))
                .param(index)
                .update();
    }

    // ------------------------------------------------------------ asked

    /** What was counted since an instant, as far as it has happened: by the hour, and lately by the bucket. */
    List<Bucket> buckets(SloId slo, Instant from, Instant now) {
        var fine = now.minus(FINE).truncatedTo(ChronoUnit.HOURS);
        var found = new ArrayList<>(
                jdbc.sql("select hour as from_at, hour + interval '1 hour' as until_at, good, total from " + hours
                                + " where slo = ? and hour >= ? and hour < ?")
                        .params(slo.value(), utc(from.truncatedTo(ChronoUnit.HOURS)), utc(fine))
                        .query((row, n) -> bucket(row, now))
                        .list());
        found.addAll(jdbc.sql("select from_at, until_at, good, total from " + counts
                        + " where slo = ? and from_at >= ? and from_at < ?")
                .params(slo.value(), utc(fine), utc(now))
                .query((row, n) -> bucket(row, now))
                .list());
        return found;
    }

    /** What a bucket that is not over holds has happened before now. */
    private static Bucket bucket(ResultSet row, Instant now) throws SQLException {
        var until = instant(row, "until_at");
        return new Bucket(
                instant(row, "from_at"), until.isAfter(now) ? now : until, row.getLong("good"), row.getLong("total"));
    }

    List<Outage> outages(Slo slo, Instant from) {
        return jdbc.sql("select o.began_at, o.ended_at" + down())
                .param("service", slo.service().value())
                .param("marks", marks(slo))
                .param("from", utc(from))
                .query((row, n) -> new Outage(instant(row, "began_at"), ended(row)))
                .list();
    }

    private String down() {
        return " from " + schema + ".slo_incidents i join " + schema + ".slo_outages o on o.incident = i.id"
                + " where i.service = :service and i.severity = any(:marks) and (o.ended_at is null or o.ended_at > :from)";
    }

    private static Integer[] marks(Slo slo) {
        return slo.severities().stream().map(Severity::mark).toArray(Integer[]::new);
    }

    private static @Nullable Instant ended(ResultSet row) throws SQLException {
        var at = row.getObject("ended_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    List<CostlyIncident> costliest(Slo slo, Instant from, Instant now, int most) {
        return jdbc.sql("select i.id, i.number, i.title, i.severity, min(o.began_at) as began_at,"
                        + " bool_or(o.ended_at is null) as ongoing,"
                        + " sum(extract(epoch from greatest(interval '0', least(coalesce(o.ended_at, :now), :now)"
                        + " - greatest(o.began_at, :from)))) as seconds"
                        + down()
                        + " group by i.id order by seconds desc, i.number desc limit :most")
                .param("service", slo.service().value())
                .param("marks", marks(slo))
                .param("from", utc(from))
                .param("now", utc(now))
                .param("most", most)
                .query((row, n) -> new CostlyIncident(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getString("title"),
                        Slo.word(Severity.of(row.getInt("severity"))),
                        instant(row, "began_at"),
                        row.getBoolean("ongoing"),
                        Math.round(row.getDouble("seconds"))))
                .list();
    }

    List<CountPoint> counts(Counts q) {
        return jdbc.sql("select slo, date_trunc(:unit, hour at time zone :zone) at time zone :zone as at,"
                        + " sum(good) as good, sum(total) as total from " + hours
                        + " where slo = any(:slos) and hour >= date_trunc('hour', :from::timestamptz) and hour < :until"
                        + " group by 1, 2 order by 2, 1")
                .param("unit", q.unit())
                .param("zone", q.zone().getId())
                .param("slos", q.slos().toArray(UUID[]::new))
                .param("from", utc(q.from()))
                .param("until", utc(q.until()))
                .query((row, n) -> new CountPoint(
                        row.getObject("slo", UUID.class),
                        instant(row, "at"),
                        row.getLong("good"),
                        row.getLong("total")))
                .list();
    }

    List<AlarmView> sounding() {
        return jdbc.sql("select * from " + alarms + " where sounds order by word, alarm")
                .query((row, n) -> alarm(row))
                .list();
    }

    List<AlarmView> sounding(SloId slo) {
        return jdbc.sql("select * from " + alarms + " where sounds and slo = ? order by alarm")
                .param(slo.value())
                .query((row, n) -> alarm(row))
                .list();
    }

    public static AlarmView alarm(ResultSet row) throws SQLException {
        return new AlarmView(
                row.getObject("slo", UUID.class),
                Alarm.valueOf(row.getString("alarm").toUpperCase(Locale.ROOT)),
                row.getString("word"),
                row.getObject("service", UUID.class),
                row.getBoolean("sounds"),
                row.getObject("burn", Double.class),
                row.getObject("budget_left", Double.class),
                row.getString("asks"),
                instant(row, "at"),
                row.getLong("position"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
