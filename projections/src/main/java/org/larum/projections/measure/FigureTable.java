package org.larum.projections.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Severity;
import org.larum.projections.measure.MeasureQuery.Narrowed;
import org.larum.projections.measure.MeasureQuery.Period;
import org.larum.projections.measure.MeasureQuery.Rules;
import org.larum.projections.measure.MeasureQuery.RulesThat;
import org.larum.projections.measure.MeasuresView.MeasureFigures;
import org.larum.projections.measure.MeasuresView.MeasurePoint;
import org.larum.projections.measure.MeasuresView.MeasureSpread;
import org.larum.projections.measure.MeasuresView.PageHour;
import org.larum.projections.measure.MeasuresView.PersonMeasure;
import org.larum.projections.measure.MeasuresView.PlaceMeasure;
import org.larum.projections.measure.MeasuresView.ServiceHour;
import org.larum.projections.measure.MeasuresView.SeverityMeasure;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page.Positioned;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Makes figures of the facts. Whatever is defined here stands in docs/measures.md in words. */
public final class FigureTable {

    /** Incidents that are over, before a rule is called deletable. */
    private static final int ENOUGH = 3;

    private static final int MOST_PLACES = 200;
    private static final int MOST_SERVICES_BY_HOUR = 12;

    /** What belongs to another incident is counted there. */
    static final String NARROWED = """
            i.state <> 'merged'
            and (cardinality(:services::uuid[]) = 0 or i.service = any(:services))
            and (cardinality(:teams::uuid[]) = 0 or i.team = any(:teams))
            and (cardinality(:severities::int[]) = 0 or i.severity = any(:severities))""";

    /** Nobody touched them. */
    static final String HANDLESS = "is_over and hands = 0 and answered_at is null";

    /** {@code idle}: somebody was told, and nobody did more than say so. */
    static final String INCIDENTS = """
            incidents as (
              select i.*, i.resolved_at is not null as is_over,
                extract(epoch from i.answered_at - i.opened_at) as answer,
                extract(epoch from i.resolved_at - i.opened_at) as repair,
                i.told and i.resolved_at is not null as judged,
                i.told and i.resolved_at is not null and i.hands = 0 as idle
              from measure_incidents i
              where i.opened_at >= :from and i.opened_at < :until and %s)""".formatted(NARROWED);

    /**
     * A wake at night costs until it is answered, an hour at most, and half an hour to fall asleep again.
     */
    static final String PAGES = """
            pages as (
              select p.*, p.wakes and (p.hour >= 22 or p.hour < 7) as night,
                case when p.wakes and (p.hour >= 22 or p.hour < 7)
                  then 1800 + least(3600, greatest(0, coalesce(extract(epoch from
                    coalesce(i.answered_at, i.resolved_at, p.sent_at) - p.sent_at), 0))) else 0 end as sleep,
                i.integration, i.rule, i.number, i.title
              from measure_pages p join measure_incidents i on i.id = p.incident
              where p.sent_at >= :from and p.sent_at < :until and %s)""".formatted(NARROWED);

    private static final String ALERTS = """
            alerts as (
              select a.* from measure_alerts a
              where a.hour >= date_trunc('hour', :from::timestamptz) and a.hour < :until
                and (cardinality(:services::uuid[]) = 0 or a.service = any(:services))
                and (cardinality(:teams::uuid[]) = 0 or a.team = any(:teams)))""";

    private final JdbcClient jdbc;

    public FigureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    MeasureFigures figures(Period period, Narrowed narrowed, Instant now) {
        return asked("with " + INCIDENTS + ", " + PAGES + ", " + ALERTS + """
                , ups as (
                  select count(*) as incidents, count(*) filter (where not is_over) as open,
                    count(*) filter (where is_over) as over,
                    count(answer) as answers, avg(answer) as answer_mean,
                    percentile_cont(array[0.5, 0.9, 0.95]) within group (order by answer) as answer_at,
                    count(repair) as repairs, avg(repair) as repair_mean,
                    percentile_cont(array[0.5, 0.9, 0.95]) within group (order by repair) as repair_at,
                    coalesce(sum(triggered_seconds
                      + case when state = 'triggered' then extract(epoch from :now - since) else 0 end), 0) as triggered,
                    coalesce(sum(acknowledged_seconds
                      + case when state = 'acknowledged' then extract(epoch from :now - since) else 0 end), 0) as acknowledged,
                    coalesce(sum(mitigated_seconds
                      + case when state = 'mitigated' then extract(epoch from :now - since) else 0 end), 0) as mitigated,
                    count(*) filter (where escalations > 0) as escalated,
                    count(*) filter (where reopened > 0) as reopened,
                    count(*) filter (where %s) as handless,
                    count(*) filter (where told) as told, count(*) filter (where judged) as judged,
                    count(*) filter (where judged and not idle) as useful,
                    count(began_at) as impact_known,
                    count(*) filter (where opened_at <= began_at) as found_first,
                    count(*) filter (where answer_promised) as answers_promised,
                    count(*) filter (where answer_promised and answer_late) as answers_late,
                    count(*) filter (where repair_promised) as repairs_promised,
                    count(*) filter (where repair_promised and repair_late) as repairs_late
                  from incidents),
                rings as (
                  select count(*) as messages, count(*) filter (where wakes) as wakes,
                    count(*) filter (where night) as nights, coalesce(sum(sleep), 0) as sleep from pages),
                noise as (select coalesce(sum(raised), 0) as alerts, coalesce(sum(held), 0) as held from alerts)
                select * from ups, rings, noise""".formatted(HANDLESS), period, narrowed)
                .param("now", utc(now))
                .query((row, n) -> figures(row, period, now))
                .single();
    }

    private static MeasureFigures figures(ResultSet row, Period period, Instant now) throws SQLException {
        long incidents = row.getLong("incidents");
        var until = now.isBefore(period.until()) ? now : period.until();
        long length = Math.max(0, until.getEpochSecond() - period.from().getEpochSecond());
        return new MeasureFigures(
                incidents,
                row.getLong("open"),
                row.getLong("over"),
                spread(row, "answer"),
                spread(row, "repair"),
                incidents == 0 ? null : (double) length / incidents,
                row.getDouble("triggered"),
                row.getDouble("acknowledged"),
                row.getDouble("mitigated"),
                row.getLong("escalated"),
                row.getLong("reopened"),
                row.getLong("handless"),
                row.getLong("told"),
                row.getLong("judged"),
                row.getLong("useful"),
                row.getLong("impact_known"),
                row.getLong("found_first"),
                row.getLong("answers_promised"),
                row.getLong("answers_late"),
                row.getLong("repairs_promised"),
                row.getLong("repairs_late"),
                row.getLong("alerts"),
                row.getLong("held"),
                row.getLong("messages"),
                row.getLong("wakes"),
                row.getLong("nights"),
                row.getDouble("sleep"));
    }

    private static MeasureSpread spread(ResultSet row, String what) throws SQLException {
        var array = row.getArray(what + "_at");
        var at = array == null ? new Double[3] : (Double[]) array.getArray();
        return new MeasureSpread(row.getLong(what + "s"), real(row, what + "_mean"), at[0], at[1], at[2]);
    }

    /** Also the points at which nothing happened. {@code unit}: day, week or month, as PostgreSQL cuts them in the zone. */
    List<MeasurePoint> series(Period period, ZoneId zone, String unit, Narrowed narrowed) {
        return asked("with " + INCIDENTS + ", " + PAGES + ", " + ALERTS + """
                , points as (
                  select generate_series(date_trunc(:unit, :from::timestamptz at time zone :zone),
                    (:until::timestamptz - interval '1 microsecond') at time zone :zone,
                    ('1 ' || :unit)::interval) as point),
                ups as (
                  select date_trunc(:unit, opened_at at time zone :zone) as point, count(*) as incidents,
                    percentile_cont(0.5) within group (order by answer) as answer,
                    percentile_cont(0.5) within group (order by repair) as repair
                  from incidents group by 1),
                rings as (
                  select date_trunc(:unit, sent_at at time zone :zone) as point, count(*) filter (where wakes) as wakes,
                    count(*) filter (where night) as nights from pages group by 1),
                noise as (
                  select date_trunc(:unit, hour at time zone :zone) as point, sum(raised) as alerts from alerts group by 1)
                select point at time zone :zone as at, coalesce(incidents, 0) as incidents, answer, repair,
                  coalesce(alerts, 0) as alerts, coalesce(wakes, 0) as wakes, coalesce(nights, 0) as nights
                from points left join ups using (point) left join rings using (point) left join noise using (point)
                order by point""", period, narrowed)
                .param("unit", unit)
                .param("zone", zone.getId())
                .query((row, n) -> new MeasurePoint(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getLong("incidents"),
                        real(row, "answer"),
                        real(row, "repair"),
                        row.getLong("alerts"),
                        row.getLong("wakes"),
                        row.getLong("nights")))
                .list();
    }

    long pages(Period period, Narrowed narrowed) {
        return asked("with " + PAGES + " select count(*) from pages", period, narrowed)
                .query(Long.class)
                .single();
    }

    List<SeverityMeasure> severities(Period period, Narrowed narrowed) {
        return asked("with " + INCIDENTS + """
                 select severity, count(*) as incidents, count(*) filter (where not is_over) as open,
                  percentile_cont(0.5) within group (order by answer) as answer,
                  percentile_cont(0.5) within group (order by repair) as repair,
                  count(*) filter (where answer_promised) as answers_promised,
                  count(*) filter (where answer_promised and answer_late) as answers_late,
                  count(*) filter (where repair_promised) as repairs_promised,
                  count(*) filter (where repair_promised and repair_late) as repairs_late
                from incidents group by severity order by severity""", period, narrowed)
                .query((row, n) -> new SeverityMeasure(
                        Severity.of(row.getInt("severity")).name().toLowerCase(Locale.ROOT),
                        row.getLong("incidents"),
                        row.getLong("open"),
                        real(row, "answer"),
                        real(row, "repair"),
                        row.getLong("answers_promised"),
                        row.getLong("answers_late"),
                        row.getLong("repairs_promised"),
                        row.getLong("repairs_late")))
                .list();
    }

    List<PlaceMeasure> services(Period period, Narrowed narrowed, Names names) {
        return places("service", period, narrowed, names::service);
    }

    List<PlaceMeasure> teams(Period period, Narrowed narrowed, Names names) {
        return places("team", period, narrowed, names::team);
    }

    /** Those first that were broken for the longest. {@code repeated}: incidents of a rule that had one before in the period. */
    private List<PlaceMeasure> places(String what, Period period, Narrowed narrowed, Function<UUID, Named> name) {
        return asked("with " + INCIDENTS + """
                , ranked as (
                  select *, row_number() over (partition by service, integration, rule order by opened_at) as nth from incidents)
                select %1$s as place, count(*) as incidents, count(*) filter (where not is_over) as open,
                  percentile_cont(0.5) within group (order by answer) as answer,
                  percentile_cont(0.5) within group (order by repair) as repair,
                  coalesce(sum(repair), 0) as broken, count(*) filter (where told) as told,
                  count(*) filter (where nth > 1 and rule is not null) as repeated
                from ranked group by 1 order by broken desc, incidents desc, 1 limit %2$d""".formatted(what, MOST_PLACES), period, narrowed)
                .query((row, n) -> {
                    var id = row.getObject("place", UUID.class);
                    return new PlaceMeasure(
                            id == null ? null : name.apply(id),
                            row.getLong("incidents"),
                            row.getLong("open"),
                            real(row, "answer"),
                            real(row, "repair"),
                            row.getDouble("broken"),
                            row.getLong("told"),
                            row.getLong("repeated"));
                })
                .list();
    }

    List<PersonMeasure> people(Period period, Narrowed narrowed, Names names) {
        return asked("with " + PAGES + """
                 select person, count(*) as messages, count(*) filter (where wakes) as wakes,
                  count(*) filter (where night) as nights, sum(sleep) as sleep
                from pages group by person order by sleep desc, wakes desc, person limit %d""".formatted(MOST_PLACES), period, narrowed)
                .query((row, n) -> new PersonMeasure(
                        names.person(row.getObject("person", UUID.class)),
                        row.getLong("messages"),
                        row.getLong("wakes"),
                        row.getLong("nights"),
                        row.getDouble("sleep")))
                .list();
    }

    List<PageHour> pageHours(Period period, Narrowed narrowed) {
        return asked(
                        "with " + PAGES
                                + " select day, hour, count(*) as wakes from pages where wakes group by 1, 2 order by 1, 2",
                        period,
                        narrowed)
                .query((row, n) -> new PageHour(row.getInt("day"), row.getInt("hour"), row.getLong("wakes")))
                .list();
    }

    /** Of the services with the most incidents. */
    List<ServiceHour> serviceHours(Period period, ZoneId zone, Narrowed narrowed, Names names) {
        return asked("with " + INCIDENTS + """
                , most as (select service, count(*) as n from incidents group by 1 order by 2 desc, 1 limit %d)
                select service, extract(hour from opened_at at time zone :zone) as hour, count(*) as incidents
                from incidents join most using (service) group by service, n, hour order by n desc, service, hour""".formatted(MOST_SERVICES_BY_HOUR), period, narrowed)
                .param("zone", zone.getId())
                .query((row, n) -> new ServiceHour(
                        names.service(row.getObject("service", UUID.class)),
                        row.getInt("hour"),
                        row.getLong("incidents")))
                .list();
    }

    /** One row more than asked for. The cursor is a place in the order, which may move while it is read. */
    List<Positioned<RuleMeasure>> rules(Rules q, Names names) {
        long first = Cursor.read(q.page().after(), 0);
        return asked("with " + INCIDENTS + ", " + PAGES + ", " + ALERTS + """
                , ups as (
                  select integration, rule, count(*) as incidents, count(*) filter (where told) as told,
                    count(*) filter (where judged) as judged, count(*) filter (where idle) as idle
                  from incidents where rule is not null group by 1, 2),
                rings as (
                  select integration, rule, count(*) filter (where wakes) as wakes,
                    count(*) filter (where night) as nights, sum(sleep) as sleep
                  from pages where rule is not null group by 1, 2),
                noise as (
                  select integration, rule, sum(raised) as alerts, sum(held) as held from alerts group by 1, 2)
                select integration, rule, coalesce(alerts, 0) as alerts, coalesce(held, 0) as held,
                  coalesce(incidents, 0) as incidents, coalesce(told, 0) as told, coalesce(judged, 0) as judged,
                  coalesce(idle, 0) as idle, coalesce(wakes, 0) as wakes, coalesce(nights, 0) as nights,
                  coalesce(sleep, 0) as sleep
                from noise full join ups using (integration, rule) full join rings using (integration, rule)
                where (not :deletable or (judged >= :enough and idle * 10 > judged * 9)) and (not :nightly or nights > 0)
                order by sleep desc, wakes desc, idle desc, alerts desc, rule, integration
                offset :first limit :limit""", q.period(), q.narrowed())
                .param("deletable", q.that() != RulesThat.ARE)
                .param("nightly", q.that() == RulesThat.COST_SLEEP)
                .param("enough", ENOUGH)
                .param("first", first)
                .param("limit", q.page().limit() + 1)
                .query((row, n) -> new Positioned<>(rule(row, names), first + n + 1))
                .list();
    }

    private static RuleMeasure rule(ResultSet row, Names names) throws SQLException {
        long judged = row.getLong("judged");
        long idle = row.getLong("idle");
        return new RuleMeasure(
                names.integration(row.getObject("integration", UUID.class)),
                row.getString("rule"),
                row.getLong("alerts"),
                row.getLong("held"),
                row.getLong("incidents"),
                row.getLong("told"),
                judged,
                idle,
                row.getLong("wakes"),
                row.getLong("nights"),
                row.getDouble("sleep"),
                judged >= ENOUGH && idle * 10 > judged * 9);
    }

    private StatementSpec asked(String sql, Period period, Narrowed narrowed) {
        return asked(jdbc, sql, period, narrowed);
    }

    static StatementSpec asked(JdbcClient jdbc, String sql, Period period, Narrowed narrowed) {
        return jdbc.sql(sql)
                .param("from", utc(period.from()))
                .param("until", utc(period.until()))
                .param("services", narrowed.services().toArray(UUID[]::new))
                .param("teams", narrowed.teams().toArray(UUID[]::new))
                .param("severities", narrowed.severities().toArray(Integer[]::new));
    }

    static @Nullable Double real(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
