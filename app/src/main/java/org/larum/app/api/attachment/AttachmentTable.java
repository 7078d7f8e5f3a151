package org.larum.app.api.attachment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.larum.app.eventstore.RowsWithEvents;
import org.larum.domain.incident.IncidentEvent.Attachment;
import org.larum.domain.incident.IncidentEvent.IncidentNoted;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files and their bytes, beside the log. A file that no note names is forgotten after a day. */
final class AttachmentTable implements RowsWithEvents {

    private static final int FORGOTTEN_AT_ONCE = 100;

    private final JdbcClient jdbc;

    AttachmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a note names is kept for good. */
    @Override
    public void write(Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
        for (var message : events) {
            if (message.getPayload() instanceof IncidentNoted e && e.attachments() != null) {
                keep(connection, e.attachments());
            }
        }
    }

    private static void keep(Connection connection, List<Attachment> attachments) throws SQLException {
        try (var update =
                connection.prepareStatement("update incident_attachments set noted = true where id = any(?)")) {
            var ids = attachments.stream().map(Attachment::id).distinct().toArray(UUID[]::new);
            update.setArray(1, connection.createArrayOf("uuid", ids));
            if (update.executeUpdate() < ids.length) {
                throw new SQLException("A file was forgotten while a note was written that names it.");
            }
        }
    }

    /** Takes its place in the incident's room; false when there is not enough left. */
    boolean begin(UUID id, UUID incident, String name, long size, long most) {
        return jdbc.sql("""
                        with room as (
                          insert into incident_attachment_room as known (incident, taken) values (:incident, :size)
                          on conflict (incident) do update set taken = known.taken + :size
                            where known.taken + :size <= :most
                          returning incident)
                        insert into incident_attachments (id, incident, name, size, uploaded_at)
                        select :id, incident, :name, :size, larum_now() from room""")
                        .param("id", id)
                        .param("incident", incident)
                        .param("name", name)
                        .param("size", size)
                        .param("most", most)
                        .update()
                == 1;
    }

    void part(UUID id, int part, byte[] bytes) {
        jdbc.sql("insert into incident_attachment_parts (attachment, part, bytes) values (?, ?, ?)")
                .params(id, part, bytes)
                .update();
    }

    void end(Attachment attachment) {
        jdbc.sql("update incident_attachments set type = ?, digest = ? where id = ?")
                .params(attachment.type(), attachment.digest(), attachment.id())
                .update();
    }

    /** Unless a note names it. Its place is free again. */
    void forget(UUID incident, UUID id) {
        jdbc.sql("""
                        with gone as (
                          delete from incident_attachments where incident = ? and id = ? and not noted
                          returning incident, size)
                        update incident_attachment_room r set taken = r.taken - g.size
                        from gone g where r.incident = g.incident""").params(incident, id).update();
    }

    /** What nobody has used for a day. */
    void forgetLeft() {
        jdbc.sql("""
                        with gone as (
                          delete from incident_attachments where id in (
                            select id from incident_attachments
                            where not noted and uploaded_at < larum_now() - interval '1 day'
                            order by uploaded_at limit ? for update skip locked)
                          returning incident, size),
                        freed as (select incident, sum(size) as size from gone group by incident)
                        update incident_attachment_room r set taken = r.taken - f.size
                        from freed f where r.incident = f.incident""").param(FORGOTTEN_AT_ONCE).update();
    }

    /** Those of the incident that are whole and that no note names yet. */
    List<Attachment> left(UUID incident, Collection<UUID> ids) {
        return jdbc.sql("""
                        select * from incident_attachments
                        where incident = ? and id = any(?) and digest is not null and not noted""")
                .params(incident, ids.toArray(UUID[]::new))
                .query((row, n) -> attachment(row))
                .list();
    }

    /** One that a note names. */
    Optional<Attachment> noted(UUID incident, UUID id) {
        return jdbc.sql("select * from incident_attachments where incident = ? and id = ? and noted")
                .params(incident, id)
                .query((row, n) -> attachment(row))
                .optional();
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("type"),
                row.getLong("size"),
                row.getString("digest"));
    }

    byte[] part(UUID id, int part) {
        return jdbc.sql("select bytes from incident_attachment_parts where attachment = ? and part = ?")
                .params(id, part)
                .query((row, n) -> row.getBytes("bytes"))
                .single();
    }
}
