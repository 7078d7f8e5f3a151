package org.larum.app.api.me;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of codes that were sent, and of numbers that were verified. */
final class NumberTable {

    private final JdbcClient jdbc;

    NumberTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code number}: its fingerprint. */
    record Sent(UUID notification, String number, Instant at, int tries) {}

    /** Two at once of one person wait for each other, so that the bounds hold. */
    void lock(UUID person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('number of ' || ?, 0))")
                .param(person.toString())
                .query((row, n) -> true)
                .single();
    }

    /** The oldest first; what is older is forgotten. */
    List<Sent> since(UUID person, Instant begin) {
        jdbc.sql("delete from number_codes where sent_at <= ?")
                .param(begin.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql(
                        "select notification, number, sent_at, tries from number_codes where person = ? order by sent_at")
                .param(person)
                .query(NumberTable::sent)
                .list();
    }

    private static Sent sent(ResultSet row, int n) throws SQLException {
        return new Sent(
                row.getObject("notification", UUID.class),
                row.getString("number"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"));
    }

    void note(UUID notification, UUID person, String number, Instant at) {
        jdbc.sql("insert into number_codes (notification, person, number, sent_at) values (?, ?, ?, ?)")
                .params(notification, person, number, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void tried(UUID notification) {
        jdbc.sql("update number_codes set tries = tries + 1 where notification = ?")
                .param(notification)
                .update();
    }

    void verified(UUID person, String number, Instant at) {
        jdbc.sql("delete from number_codes where person = ?").param(person).update();
        jdbc.sql("""
                        insert into verified_numbers (person, number, verified_at) values (?, ?, ?)
                        on conflict (person) do update set number = excluded.number, verified_at = excluded.verified_at""").params(person, number, at.atOffset(ZoneOffset.UTC)).update();
    }

    boolean isVerified(UUID person, String number) {
        return jdbc.sql("select count(*) from verified_numbers where person = ? and number = ?")
                        .params(person, number)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
