package org.larum.projections.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Ids;
import org.larum.domain.status.ComponentState;
import org.larum.domain.status.NoticeId;
import org.larum.domain.status.StatusEvent.Affected;
import org.larum.domain.status.StatusEvent.ComponentHidden;
import org.larum.domain.status.StatusEvent.ComponentShown;
import org.larum.domain.status.StatusEvent.NoticePublished;
import org.larum.domain.status.StatusEvent.NoticeUpdated;
import org.larum.domain.status.StatusEvent.NoticeWithdrawn;
import org.larum.domain.status.StatusEvent.Planned;
import org.larum.domain.status.StatusEvent.Post;
import org.larum.domain.status.Visibility;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Page.Asked;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** The rows of the status page, in the live schema or in the one of a rebuild. */
public final class StatusTable {

    private static final TypeReference<List<Affected>> AFFECTED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final String components;
    private final String notices;
    private final String posts;
    private final String spans;

    public StatusTable(JdbcClient jdbc, Json json, String schema) {
        this.jdbc = jdbc;
        this.json = json;
        this.components = schema + ".status_components";
        this.notices = schema + ".status_notices";
        this.posts = schema + ".status_posts";
        this.spans = schema + ".status_spans";
    }

    // ------------------------------------------------------------ written by events, each once

    void publish(NoticePublished e, long index) {
        int isNew = jdbc.sql("insert into " + notices + """
                         (id, ref, position, published_index, kind, visibility, title, state, is_over, withdrawn, incident,
                          published_at, changed_at)
                        values (:id, :ref, :index, :index, :kind, :visibility, :title, :state, :over, false, :incident,
                          :at, :at) on conflict do nothing""")
                .param("id", e.notice().value())
                .param("ref", Ids.of("status-notice", e.notice()))
                .param("index", index)
                .param("kind", word(e.kind()))
                .param("visibility", word(e.visibility()))
                .param("title", e.title())
                .param("state", word(e.post().state()))
                .param("over", e.post().state().isEnd())
                .param("incident", e.incident() == null ? null : e.incident().value())
                .param("at", utc(e.at()))
                .update();
        if (isNew > 0) {
            say(e.notice(), e.post(), e.by(), e.at(), index);
        }
    }

    void update(NoticeUpdated e, long index) {
        int isNew = jdbc.sql("update " + notices
                        + " set state = ?, is_over = ?, changed_at = ?, position = ? where id = ? and position < ?")
                .params(
                        word(e.post().state()),
                        e.post().state().isEnd(),
                        utc(e.at()),
                        index,
                        e.notice().value(),
                        index)
                .update();
        if (isNew > 0) {
            jdbc.sql("update " + spans + " set ends = ? where notice = ? and ends is null")
                    .params(utc(e.at()), e.notice().value())
                    .update();
            say(e.notice(), e.post(), e.by(), e.at(), index);
        }
    }

    private void say(NoticeId notice, Post post, Actor by, Instant at, long index) {
        jdbc.sql("insert into " + posts + """
                         (notice, position, at, state, words, affected, planned, author)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb)""")
                .param(1, notice.value())
                .param(2, index)
                .param(3, utc(at))
                .param(4, word(post.state()))
                .param(5, post.text())
                .param(6, json.write(post.affected()))
                .param(7, json.write(post.planned()))
                .param(8, json.write(by))
                .update();
        if (post.state().isFelt()) {
            worst(post.affected()).forEach((service, state) -> span(notice, service, state, at, index));
        }
    }

    private static Map<ServiceId, ComponentState> worst(List<Affected> affected) {
        var states = new LinkedHashMap<ServiceId, ComponentState>();
        affected.stream()
                .filter(one -> one.state() != ComponentState.OPERATIONAL)
                .forEach(one -> states.merge(one.service(), one.state(), (a, b) -> b.isWorseThan(a) ? b : a));
        return states;
    }

    private void span(NoticeId notice, ServiceId service, ComponentState state, Instant at, long index) {
        jdbc.sql("insert into " + spans + " (notice, service, position, visibility, state, starts) select id, ?, ?,"
                        + " visibility, ?, ? from " + notices + " where id = ?")
                .params(service.value(), index, word(state), utc(at), notice.value())
                .update();
    }

    /** What was published by mistake counts for nothing, also not in the bars of its days. */
    void withdraw(NoticeWithdrawn e, long index) {
        jdbc.sql("update " + notices
                        + " set withdrawn = true, changed_at = ?, position = ? where id = ? and position < ?")
                .params(utc(e.at()), index, e.notice().value(), index)
                .update();
        jdbc.sql("delete from " + spans + " where notice = ? and position < ?")
                .params(e.notice().value(), index)
                .update();
    }

    void show(ComponentShown e, long index) {
        jdbc.sql("insert into " + components + """
                         as known (service, position, name, section, place, shown, since)
                        values (:service, :index, :name, :section, :place, true, :at)
                        on conflict (service) do update set position = :index, name = :name, section = :section,
                          place = :place, shown = true where known.position < :index""")
                .param("service", e.service().value())
                .param("index", index)
                .param("name", e.name())
                .param("section", e.group())
                .param("place", e.place())
                .param("at", utc(e.at()))
                .update();
    }

    void hide(ComponentHidden e, long index) {
        jdbc.sql("update " + components + " set shown = false, position = ? where service = ? and position < ?")
                .params(index, e.service().value(), index)
                .update();
    }

    // ------------------------------------------------------------ read

    /** Grows whenever anything changed. */
    long version() {
        return jdbc.sql("select greatest((select max(position) from " + components + "), (select max(position) from "
                        + notices + "), -1)")
                .query(Long.class)
                .single();
    }

    record ComponentRow(UUID service, String name, @Nullable String group, int place, boolean shown, Instant since) {}

    List<ComponentRow> shown() {
        return jdbc.sql("select * from " + components + " where shown order by place, name, service")
                .query((row, n) -> component(row))
                .list();
    }

    List<ComponentRow> components(Collection<UUID> services) {
        return jdbc.sql("select * from " + components + " where service = any(?)")
                .param(services.toArray(UUID[]::new))
                .query((row, n) -> component(row))
                .list();
    }

    private static ComponentRow component(ResultSet row) throws SQLException {
        return new ComponentRow(
                row.getObject("service", UUID.class),
                row.getString("name"),
                row.getString("section"),
                row.getInt("place"),
                row.getBoolean("shown"),
                instant(row, "since"));
    }

    record SpanRow(UUID service, DayBars.Span span) {}

    /** What was not over at that moment; {@code audience} PRIVATE reads what is public too. */
    List<SpanRow> spans(Visibility audience, Instant from) {
        return jdbc.sql("select * from " + spans + " where (ends is null or ends > ?) and visibility = any(?)")
                .params(utc(from), seenBy(audience))
                .query((row, n) -> span(row))
                .list();
    }

    List<SpanRow> open(Collection<UUID> services) {
        return jdbc.sql("select * from " + spans + " where ends is null and service = any(?)")
                .param(services.toArray(UUID[]::new))
                .query((row, n) -> span(row))
                .list();
    }

    private static SpanRow span(ResultSet row) throws SQLException {
        var ends = row.getObject("ends", OffsetDateTime.class);
        return new SpanRow(
                row.getObject("service", UUID.class),
                new DayBars.Span(
                        ComponentState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        instant(row, "starts"),
                        ends == null ? null : ends.toInstant()));
    }

    record NoticeRow(NoticeView view, UUID ref, long index) {}

    /** What is not over, newest first. */
    List<NoticeRow> openNotices(Visibility audience, int most) {
        return jdbc.sql(select() + """
                        where not n.withdrawn and not n.is_over and n.visibility = any(?)
                        order by n.published_index desc limit ?""")
                .params(seenBy(audience), most)
                .query((row, n) -> notice(row))
                .list();
    }

    /** What was ever said and not withdrawn, newest first, before the notice of that name outside. */
    List<NoticeRow> history(Visibility audience, @Nullable UUID after, int most) {
        return jdbc.sql(select() + """
                        where not n.withdrawn and n.visibility = any(:seen)
                          and (:after::uuid is null or n.published_index < (
                            select p.published_index from\s""" + notices + """
                         p where p.ref = :after and p.visibility = any(:seen)))
                        order by n.published_index desc limit :most""")
                .param("seen", seenBy(audience))
                .param("after", after)
                .param("most", most)
                .query((row, n) -> notice(row))
                .list();
    }

    /** One row more than asked for, newest first. */
    List<NoticeRow> find(Set<String> states, Asked asked) {
        return jdbc.sql(select() + """
                        where n.published_index < :before and (:anyState
                          or ('open' = any(:states) and not n.withdrawn and not n.is_over)
                          or ('over' = any(:states) and not n.withdrawn and n.is_over)
                          or ('withdrawn' = any(:states) and n.withdrawn))
                        order by n.published_index desc limit :limit""")
                .param("before", Cursor.read(asked.after(), Long.MAX_VALUE))
                .param("anyState", states.isEmpty())
                .param("states", states.toArray(String[]::new))
                .param("limit", asked.limit() + 1)
                .query((row, n) -> notice(row))
                .list();
    }

    Optional<NoticeRow> find(UUID notice) {
        return jdbc.sql(select() + "where n.id = ?")
                .param(notice)
                .query((row, n) -> notice(row))
                .optional();
    }

    private String select() {
        return "select n.*, i.number as incident_number, i.title as incident_title from " + notices
                + " n left join incident_views i on i.id = n.incident ";
    }

    private static NoticeRow notice(ResultSet row) throws SQLException {
        var incident = row.getObject("incident", UUID.class);
        var title = row.getString("incident_title");
        var about = incident == null
                ? null
                : new NoticeView.NoticeIncident(incident, row.getInt("incident_number"), title == null ? "" : title);
        return new NoticeRow(
                new NoticeView(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("visibility"),
                        row.getString("state"),
                        row.getBoolean("withdrawn"),
                        new NoticeView.Subject(
                                row.getString("title"),
                                about,
                                instant(row, "published_at"),
                                instant(row, "changed_at")),
                        List.of()),
                row.getObject("ref", UUID.class),
                row.getLong("published_index"));
    }

    record PostRow(
            UUID notice,
            Instant at,
            String state,
            String text,
            List<Affected> affected,
            @Nullable Planned planned,
            Actor by) {}

    /** Of each of these notices, oldest first. */
    List<PostRow> posts(Collection<UUID> of) {
        return jdbc.sql("select * from " + posts + " where notice = any(?) order by notice, position")
                .param(of.toArray(UUID[]::new))
                .query((row, n) -> post(row))
                .list();
    }

    private PostRow post(ResultSet row) throws SQLException {
        var by = json.read(row.getString("author"), Actor.class);
        return new PostRow(
                row.getObject("notice", UUID.class),
                instant(row, "at"),
                row.getString("state"),
                row.getString("words"),
                json.read(row.getString("affected"), AFFECTED),
                json.read(row.getString("planned"), Planned.class),
                by == null ? Actor.LARUM : by);
    }

    private static String[] seenBy(Visibility audience) {
        return audience == Visibility.PUBLIC ? new String[] {"public"} : new String[] {"public", "private"};
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
