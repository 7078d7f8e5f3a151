package org.larum.app.api.ical;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of calendars that are subscribed to. */
final class IcalFeedTable {

    private final JdbcClient jdbc;

    IcalFeedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code schedule}: null for the person's own shifts. */
    record Feed(
            UUID id, long position, UUID person, @Nullable UUID schedule, Instant madeAt) {}

    /** Two at once of one person wait for each other, so that the bound holds. */
    void lock(UUID person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('calendars of ' || ?, 0))")
                .param(person.toString())
                .query((row, n) -> true)
                .single();
    }

    int count(UUID person) {
        return jdbc.sql("select count(*) from ical_feeds where person = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    void save(UUID id, String hash, UUID person, @Nullable UUID schedule) {
        jdbc.sql("insert into ical_feeds (id, hash, person, schedule) values (:id, :hash, :person, :schedule::uuid)")
                .param("id", id)
                .param("hash", hash)
                .param("person", person)
                .param("schedule", schedule)
                .update();
    }

    Optional<Feed> find(UUID id) {
        return jdbc.sql("select * from ical_feeds where id = ?")
                .param(id)
                .query((row, n) -> feed(row))
                .optional();
    }

    Optional<Feed> behind(String hash) {
        return jdbc.sql("select * from ical_feeds where hash = ?")
                .param(hash)
                .query((row, n) -> feed(row))
                .optional();
    }

    List<Feed> of(UUID person, long after, int limit) {
        return jdbc.sql("select * from ical_feeds where person = ? and position > ? order by position limit ?")
                .params(person, after, limit)
                .query((row, n) -> feed(row))
                .list();
    }

    void delete(UUID id) {
        jdbc.sql("delete from ical_feeds where id = ?").param(id).update();
    }

    private static Feed feed(ResultSet row) throws SQLException {
        return new Feed(
                row.getObject("id", UUID.class),
                row.getLong("position"),
                row.getObject("person", UUID.class),
                row.getObject("schedule", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
