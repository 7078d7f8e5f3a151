package org.larum.app.api.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of secret addresses; of each only what proves it is kept. */
final class DashboardLinkTable {

    private final JdbcClient jdbc;

    DashboardLinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Link(UUID id, long position, UUID dashboard, UUID maker, Instant madeAt) {}

    /** Two at once of one board wait for each other, so that the bound holds. */
    void lock(UUID dashboard) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('links of board ' || ?, 0))")
                .param(dashboard.toString())
                .query((row, n) -> true)
                .single();
    }

    int count(UUID dashboard) {
        return jdbc.sql("select count(*) from dashboard_links where dashboard = ?")
                .param(dashboard)
                .query(Integer.class)
                .single();
    }

    void save(UUID id, String hash, UUID dashboard, UUID maker) {
        jdbc.sql("insert into dashboard_links (id, hash, dashboard, maker) values (?, ?, ?, ?)")
                .params(id, hash, dashboard, maker)
                .update();
    }

    Optional<Link> find(UUID id) {
        return jdbc.sql("select * from dashboard_links where id = ?")
                .param(id)
                .query((row, n) -> link(row))
                .optional();
    }

    Optional<Link> behind(String hash) {
        return jdbc.sql("select * from dashboard_links where hash = ?")
                .param(hash)
                .query((row, n) -> link(row))
                .optional();
    }

    List<Link> of(UUID dashboard, long after, int limit) {
        return jdbc.sql("select * from dashboard_links where dashboard = ? and position > ? order by position limit ?")
                .params(dashboard, after, limit)
                .query((row, n) -> link(row))
                .list();
    }

    void delete(UUID id) {
        jdbc.sql("delete from dashboard_links where id = ?").param(id).update();
    }

    void deleteAllOf(UUID dashboard) {
        jdbc.sql("delete from dashboard_links where dashboard = ?")
                .param(dashboard)
                .update();
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getObject("id", UUID.class),
                row.getLong("position"),
                row.getObject("dashboard", UUID.class),
                row.getObject("maker", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
