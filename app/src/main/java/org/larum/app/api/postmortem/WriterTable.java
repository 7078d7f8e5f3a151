package org.larum.app.api.postmortem;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who writes on which review now, as far as their browsers say. Only a hint: what is saved at once is told apart by versions. */
final class WriterTable {

    /** For three beats of a browser that says so every 15 s. */
    private static final Duration HOLDS = Duration.ofSeconds(45);

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    WriterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Writer(UUID person, Instant since) {}

    void writes(UUID postmortem, UUID person) {
        jdbc.sql("delete from postmortem_writers where until < larum_now()").update();
        jdbc.sql("""
                        insert into postmortem_writers (postmortem, person, until)
                        values (:postmortem, :person, larum_now() + :holds * interval '1 second')
                        on conflict (postmortem, person) do update set until = excluded.until""")
                .param("postmortem", postmortem)
                .param("person", person)
                .param("holds", HOLDS.toSeconds())
                .update();
    }

    void stops(UUID postmortem, UUID person) {
        jdbc.sql("delete from postmortem_writers where postmortem = ? and person = ?")
                .params(postmortem, person)
                .update();
    }

    /** The first who began first. */
    List<Writer> others(UUID postmortem, @Nullable UUID but) {
        return jdbc.sql("""
                        select person, since from postmortem_writers
                        where postmortem = :postmortem and until >= larum_now() and person is distinct from :but::uuid
                        order by since, person limit :most""")
                .param("postmortem", postmortem)
                .param("but", but == null ? null : but.toString())
                .param("most", MOST)
                .query((row, n) -> new Writer(
                        row.getObject("person", UUID.class),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }
}
