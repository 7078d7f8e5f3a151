package org.larum.projections.measure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.larum.projections.measure.MeasureQuery.Narrowed;
import org.larum.projections.measure.MeasureQuery.Period;
import org.larum.projections.shared.Names;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For how long services were out. Two incidents at once are one outage: nothing is out twice. */
public final class OutageTable {

    private final JdbcClient jdbc;

    public OutageTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those first that were out for the longest; only critical and high incidents take a service out. */
    List<OutageMeasure> outages(Period period, Narrowed narrowed, Instant now, Names names) {
        return FigureTable.asked(jdbc, """
                        with known as (
                          select i.service, least(i.opened_at, coalesce(i.began_at, i.opened_at)) as since,
                            case when i.resolved_at is not null then i.resolved_at - i.mitigated_seconds * interval '1 second'
                              when i.state = 'mitigated' then i.since else :now end as till
                          from measure_incidents i where i.severity <= 2 and %s),
                        spans as (
                          select service, greatest(since, :from) as since, least(till, :until) as till from known
                          where since < :until and till > :from),
                        parts as (
                          select service, count(*) as incidents, range_agg(tstzrange(since, till)) as ranges
                          from spans where since < till group by service)
                        select service, incidents,
                          (select sum(extract(epoch from upper(part) - lower(part))) from unnest(ranges) part) as seconds
                        from parts order by seconds desc, service""".formatted(FigureTable.NARROWED), period, narrowed)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new OutageMeasure(
                        names.service(row.getObject("service", UUID.class)),
                        row.getLong("incidents"),
                        row.getDouble("seconds")))
                .list();
    }
}
