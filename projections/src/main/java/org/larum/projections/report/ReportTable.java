package org.larum.projections.report;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.report.ReportEvent.ReportAsked;
import org.larum.domain.report.ReportEvent.ReportFileMade;
import org.larum.domain.report.ReportRunId;
import org.larum.projections.report.ReportQuery.Runs;
import org.larum.projections.report.ReportRunView.ReportFile;
import org.larum.projections.report.ReportRunView.ReportReaders;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Page.Positioned;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of reports, in the live schema or in the one of a rebuild. */
public final class ReportTable {

    private final JdbcClient jdbc;
    private final String runs;
    private final String files;
    private final String readers;

    public ReportTable(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.runs = schema + ".report_runs";
        this.files = schema + ".report_files";
        this.readers = schema + ".report_readers";
    }

    void insert(ReportAsked e, long index) {
        jdbc.sql("insert into " + runs + """
                         (id, asked_index, plan, word, title, from_at, until_at, time_zone, formats, mailed, asked_at, state, index)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'running', ?) on conflict do nothing""")
                .params(
                        e.run().value(),
                        index,
                        e.plan().id().value(),
                        e.plan().word(),
                        e.plan().title(),
                        utc(e.from()),
                        utc(e.until()),
                        e.plan().timeZone(),
                        e.plan().formats().stream().map(ReportTable::word).toArray(String[]::new),
                        e.mailed(),
                        utc(e.at()),
                        index)
                .update();
    }

    void file(ReportFileMade e) {
        jdbc.sql("insert into " + files + " (run, format, size, digest) values (?, ?, ?, ?) on conflict do nothing")
                .params(e.run().value(), word(e.format()), e.size(), e.digest())
                .update();
    }

    void reader(ReportRunId run, UUID reader, String state, @Nullable String reason) {
        jdbc.sql("insert into " + readers + """
                         (run, reader, state, reason) values (:run, :reader, :state, :reason)
                        on conflict (run, reader) do update set state = :state, reason = :reason""")
                .param("run", run.value())
                .param("reader", reader)
                .param("state", state)
                .param("reason", reason)
                .update();
    }

    void end(ReportRunId run, String state, @Nullable String failure, Instant at) {
        jdbc.sql("update " + runs + " set state = :state, failure = :failure, over_at = :at where id = :run")
                .param("state", state)
                .param("failure", failure)
                .param("at", utc(at))
                .param("run", run.value())
                .update();
    }

    void touch(UUID run, long index) {
        jdbc.sql("update " + runs + " set index = ? where id = ?")
                .params(index, run)
                .update();
    }

    /** One row more than asked for, newest first. */
    List<Positioned<ReportRunView>> find(Runs q) {
        return jdbc.sql(view() + """
                         where r.asked_index < :before and (:plan::uuid is null or r.plan = :plan)
                        order by r.asked_index desc limit :limit""")
                .param("before", Cursor.read(q.asked().after(), Long.MAX_VALUE))
                .param("plan", q.plan())
                .param("limit", q.asked().limit() + 1)
                .query((row, n) -> new Positioned<>(run(row), row.getLong("asked_index")))
                .list();
    }

    Optional<ReportRunView> find(UUID id) {
        return jdbc.sql(view() + " where r.id = ?")
                .param(id)
                .query((row, n) -> run(row))
                .optional();
    }

    List<UUID> open(int limit) {
        return jdbc.sql("select id from " + runs + " where state = 'running' order by asked_index limit ?")
                .param(limit)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private String view() {
        return """
                select r.*,
                  array(select f.format from %2$s f where f.run = r.id order by f.format) as made,
                  array(select f.size from %2$s f where f.run = r.id order by f.format) as sizes,
                  (select count(*) from %3$s p where p.run = r.id and p.state = 'told') as told,
                  (select count(*) from %3$s p where p.run = r.id and p.state = 'waiting') as waiting,
                  (select count(*) from %3$s p where p.run = r.id and p.state = 'missed') as missed,
                  array(select distinct p.reason from %3$s p where p.run = r.id and p.reason is not null
                    order by p.reason limit 5) as reasons
                from %1$s r""".formatted(runs, files, readers);
    }

    private static ReportRunView run(ResultSet row) throws SQLException {
        var made = List.of((String[]) array(row, "made"));
        var sizes = List.of((Long[]) array(row, "sizes"));
        return new ReportRunView(
                row.getObject("id", UUID.class),
                row.getString("word"),
                row.getString("title"),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getObject("until_at", OffsetDateTime.class).toInstant(),
                row.getString("time_zone"),
                row.getBoolean("mailed"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                row.getString("failure"),
                List.of((String[]) array(row, "formats")),
                IntStream.range(0, made.size())
                        .mapToObj(at -> new ReportFile(made.get(at), sizes.get(at)))
                        .toList(),
                new ReportReaders(row.getLong("told"), row.getLong("waiting"), row.getLong("missed"), List.of((String[])
                        array(row, "reasons"))),
                row.getLong("index"));
    }

    private static Object array(ResultSet row, String name) throws SQLException {
        Array array = row.getArray(name);
        return array.getArray();
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
