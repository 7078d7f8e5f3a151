package org.larum.app.api.me;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the tests of the last hour. */
final class ReachTestTable {

    private final JdbcClient jdbc;

    ReachTestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two at once of one person wait for each other, so that the bound holds. */
    void lock(UUID person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('tests of ' || ?, 0))")
                .param(person.toString())
                .query((row, n) -> true)
                .single();
    }

    /** When they were sent, the oldest first; what is older is forgotten. */
    List<Instant> since(UUID person, Instant begin) {
        jdbc.sql("delete from reach_tests where sent_at <= ?")
                .param(begin.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select sent_at from reach_tests where person = ? order by sent_at")
                .param(person)
                .query((row, n) ->
                        row.getObject("sent_at", OffsetDateTime.class).toInstant())
                .list();
    }

    void note(UUID person, Instant at) {
        jdbc.sql("insert into reach_tests (person, sent_at) values (?, ?)")
                .params(person, at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
