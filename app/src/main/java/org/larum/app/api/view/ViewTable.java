package org.larum.app.api.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.FilterWish;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The rows of saved views. */
final class ViewTable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    ViewTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code isFirst}: whether who asked begins with it. */
    record Row(
            UUID id,
            long position,
            UUID owner,
            @Nullable UUID team,
            String name,
            FilterWish filter,
            String order,
            boolean isFirst,
            Instant changedAt) {}

    /** Their own and those of their teams, in the order in which they were made. */
    List<Row> find(UUID person, Set<UUID> teams, long after, int limit) {
        return jdbc.sql(SELECT + "where (v.owner = :person or v.team = any(:teams)) and v.position > :after"
                        + " order by v.position limit :limit")
                .param("person", person)
                .param("teams", teams.toArray(UUID[]::new))
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    Optional<Row> find(UUID id, UUID person) {
        return jdbc.sql(SELECT + "where v.id = :id")
                .param("id", id)
                .param("person", person)
                .query((row, n) -> row(row))
                .optional();
    }

    private static final String SELECT = """
            select v.*, exists (select 1 from saved_view_defaults d where d.person = :person and d.view = v.id) as is_first
            from saved_views v\s""";

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getLong("position"),
                row.getObject("owner", UUID.class),
                row.getObject("team", UUID.class),
                row.getString("name"),
                JSON.readValue(row.getString("filter"), FilterWish.class),
                row.getString("sorted"),
                row.getBoolean("is_first"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    /** Two at once of one owner wait for each other, so that the bound holds. */
    void lock(UUID owner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('saved views of ' || ?, 0))")
                .param(owner.toString())
                .query((row, n) -> true)
                .list();
    }

    int count(UUID owner) {
        return jdbc.sql("select count(*) from saved_views where owner = ?")
                .param(owner)
                .query(Integer.class)
                .single();
    }

    boolean isTaken(UUID owner, String name, UUID but) {
        return jdbc.sql(
                        "select exists (select 1 from saved_views where owner = ? and lower(name) = lower(?) and id <> ?)")
                .params(owner, name, but)
                .query(Boolean.class)
                .single();
    }

    void put(UUID id, UUID owner, @Nullable UUID team, String name, FilterWish filter, String order, Instant at) {
        jdbc.sql("""
                        insert into saved_views (id, owner, team, name, filter, sorted, changed_at)
                        values (:id, :owner, :team, :name, :filter::jsonb, :sorted, :at)
                        on conflict (id) do update set team = excluded.team, name = excluded.name, filter = excluded.filter,
                          sorted = excluded.sorted, changed_at = excluded.changed_at""")
                .param("id", id)
                .param("owner", owner)
                .param("team", team)
                .param("name", name)
                .param("filter", JSON.writeValueAsString(filter))
                .param("sorted", order)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void begin(UUID person, UUID view) {
        jdbc.sql("""
                        insert into saved_view_defaults (person, view) values (?, ?)
                        on conflict (person) do update set view = excluded.view""").params(person, view).update();
    }

    void beginNoMore(UUID person, UUID view) {
        jdbc.sql("delete from saved_view_defaults where person = ? and view = ?")
                .params(person, view)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from saved_views where id = ?").param(id).update();
    }
}
