package org.larum.projections.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.feedback.CommentSorter;
import org.larum.domain.feedback.FeedbackEvent;
import org.larum.domain.feedback.FeedbackEvent.IncidentRated;
import org.larum.domain.feedback.FeedbackEvent.PageRated;
import org.larum.domain.feedback.FeedbackEvent.TicketTaken;
import org.larum.domain.feedback.Gist;
import org.larum.domain.feedback.RatingId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationEvent.NotificationSent;
import org.larum.projections.feedback.FeedbackQuery.Said;
import org.larum.projections.feedback.FeedbackQuery.Within;
import org.larum.projections.feedback.FeedbackView.RatedIncident;
import org.larum.projections.feedback.FeedbackView.TicketView;
import org.larum.projections.feedback.IncidentFeedbackView.MyPage;
import org.larum.projections.feedback.IncidentFeedbackView.MyRating;
import org.larum.projections.feedback.IncidentFeedbackView.SurveyLine;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page.Positioned;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of what people said, in the live schema or in the one of a rebuild. */
public final class FeedbackTable {

    /** Of so many that may be alike, the newest, the most alike is taken. */
    private static final int MOST_COMPARED = 200;

    /** What a rating need not have. */
    private static final Map<String, @Nullable Object> OPTIONAL = new HashMap<>();

    static {
        for (var column : List.of(
                "person",
                "verdict",
                "stars",
                "comment",
                "category",
                "tags",
                "sentiment",
                "rare",
                "same",
                "service",
                "source",
                "number")) {
            OPTIONAL.put(column, null);
        }
    }

    private final JdbcClient jdbc;
    private final String messages;
    private final String pages;
    private final String ratings;

    public FeedbackTable(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.messages = schema + ".feedback_messages";
        this.pages = schema + ".feedback_pages";
        this.ratings = schema + ".feedback_ratings";
    }

    // ------------------------------------------------------------ written by events

    void call(RatingId page, IncidentId incident, NotificationRequested e, long index) {
        jdbc.sql("insert into " + messages + " (notification, page) values (?, ?) on conflict do nothing")
                .params(e.notification().value(), page.value())
                .update();
        jdbc.sql("insert into " + pages + """
                         as known (page, incident, person, message, position) values (?, ?, ?, ?, ?)
                        on conflict (page) do update set message = excluded.message, position = excluded.position
                        where known.position < excluded.position""")
                .params(
                        page.value(),
                        incident.value(),
                        e.recipient().id(),
                        e.notification().value(),
                        index)
                .update();
    }

    /** The first message counts. */
    void told(NotificationSent e) {
        told(
                e.at().atOffset(ZoneOffset.UTC),
                "(select page from " + messages + " where notification = ?)",
                e.notification().value());
    }

    private void told(OffsetDateTime at, String which, UUID id) {
        jdbc.sql("update " + pages + " set told_at = ? where told_at is null and page = " + which)
                .params(at, id)
                .update();
    }

    /** Whoever rates it has seen it, whatever the provider says. */
    void rate(PageRated e, long index) {
        rate(
                e,
                e.rating(),
                index,
                Map.of(
                        "kind",
                        "page",
                        "verdict",
                        word(e.verdict()),
                        "person",
                        e.person().value()),
                e.at());
        told(e.at().atOffset(ZoneOffset.UTC), "?", e.rating().value());
    }

    void rate(IncidentRated e, long index) {
        var columns = new HashMap<String, Object>();
        columns.putAll(Map.of(
                "kind", "incident", "stars", e.stars(), "person", e.person().value()));
        if (e.comment() != null) {
            columns.putAll(worked(e.comment(), e.rating()));
        }
        rate(e, e.rating(), index, columns, e.at());
    }

    /** When it was written counts, and not when it was taken. */
    void take(TicketTaken e, long index) {
        var columns = new HashMap<String, Object>(worked(e.text(), e.rating()));
        columns.put("kind", "ticket");
        columns.put("source", e.source());
        columns.put("number", e.number());
        if (e.service() != null) {
            columns.put("service", e.service().value());
        }
        rate(e, e.rating(), index, columns, e.written());
    }

    /** What the words of a comment mean, and which comment said it first. */
    private Map<String, Object> worked(String comment, RatingId id) {
        var sorted = CommentSorter.sort(comment);
        var gist = Gist.of(comment);
        var rare = gist.rare().toArray(String[]::new);
        return Map.of(
                "comment", comment,
                "category", word(sorted.category()),
                "tags", sorted.tags().toArray(String[]::new),
                "sentiment", sorted.sentiment(),
                "rare", rare,
                "same", same(gist, rare, id));
    }

    private UUID same(Gist gist, String[] rare, RatingId id) {
        return jdbc
                .sql("select comment, same from " + ratings
                        + " where same is not null and rare && ?::text[] and id <> ? order by position desc limit ?")
                .params(rare, id.value(), MOST_COMPARED)
                .query((row, n) -> new Other(Gist.of(row.getString("comment")), row.getObject("same", UUID.class)))
                .list()
                .stream()
                .filter(other -> other.gist().isLike(gist))
                .max(Comparator.comparingDouble(other -> other.gist().likeness(gist)))
                .map(Other::same)
                .orElse(id.value());
    }

    private record Other(Gist gist, UUID same) {}

    /** The last word counts; one that was read already changes nothing. */
    private void rate(FeedbackEvent e, RatingId id, long index, Map<String, Object> columns, Instant at) {
        jdbc.sql("insert into " + ratings + """
                         as known (id, kind, incident, person, verdict, stars, comment, category, tags, sentiment, rare, same,
                          service, source, number, rated_at, position)
                        values (:id, :kind, :incident, :person, :verdict, :stars, :comment, :category,
                          coalesce(:tags::text[], '{}'), :sentiment, coalesce(:rare::text[], '{}'), :same,
                          :service, :source, :number, :at, :index)
                        on conflict (id) do update set verdict = excluded.verdict, stars = excluded.stars,
                          comment = excluded.comment, category = excluded.category, tags = excluded.tags,
                          sentiment = excluded.sentiment, rare = excluded.rare, same = excluded.same,
                          service = excluded.service,
                          rated_at = excluded.rated_at, position = excluded.position
                        where known.position < excluded.position""")
                .params(OPTIONAL)
                .params(columns)
                .param("id", id.value())
                .param("incident", e.incident() == null ? null : e.incident().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("index", index)
                .update();
    }

    // ------------------------------------------------------------ asked

    /** One row more than asked for. */
    List<Positioned<FeedbackView>> find(Said q, Names names) {
        var values = params(q.within());
        values.put("kinds", q.kinds().toArray(String[]::new));
        values.put("verdicts", q.verdicts().toArray(String[]::new));
        values.put("categories", q.categories().toArray(String[]::new));
        values.put("before", Cursor.read(q.asked().after(), Long.MAX_VALUE));
        values.put("limit", q.asked().limit() + 1);
        var sql = new StringBuilder(
                        "select r.*, i.number as incident_number, i.title, coalesce(i.service, r.service) as of_service, (select count(*) - 1 from ")
                .append(ratings)
                .append(" o where o.same = r.same) as alike from ")
                .append(ratings)
                .append(" r left join incident_views i on i.id = r.incident where r.position < :before and ")
                .append(said(q.within()));
        and(sql, q.kinds(), "r.kind = any(:kinds)");
        and(sql, q.verdicts(), "r.verdict = any(:verdicts)");
        and(sql, q.categories(), "r.category = any(:categories)");
        return jdbc.sql(sql.append(" order by r.position desc limit :limit").toString())
                .params(values)
                .query((row, n) -> new Positioned<>(view(row, names), row.getLong("position")))
                .list();
    }

    private static void and(StringBuilder sql, Set<String> wanted, String condition) {
        if (!wanted.isEmpty()) {
            sql.append(" and ").append(condition);
        }
    }

    /** The condition on a column of time, and on the place of the incident {@code i}, each only where it narrows. */
    static String within(String time, Within within) {
        return within(time, within, "i.service");
    }

    /** What was said: of an incident of the service, or in a ticket of it. */
    static String said(Within within) {
        return within("r.rated_at", within, "coalesce(i.service, r.service)");
    }

    private static String within(String time, Within within, String service) {
        return time + " >= :from and " + time + " < :to"
                + (within.teams().isEmpty() ? "" : " and i.team = any(:teams)")
                + (within.services().isEmpty() ? "" : " and " + service + " = any(:services)");
    }

    static Map<String, Object> params(Within within) {
        var params = new HashMap<String, Object>();
        params.put("from", within.from().atOffset(ZoneOffset.UTC));
        params.put("to", within.to().atOffset(ZoneOffset.UTC));
        params.put("teams", within.teams().toArray(UUID[]::new));
        params.put("services", within.services().toArray(UUID[]::new));
        return params;
    }

    private static FeedbackView view(ResultSet row, Names names) throws SQLException {
        var incident = row.getObject("incident", UUID.class);
        var service = row.getObject("of_service", UUID.class);
        var person = row.getObject("person", UUID.class);
        var source = row.getString("source");
        var title = row.getString("title");
        var sentiment = row.getBigDecimal("sentiment");
        return new FeedbackView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                title == null ? null : new RatedIncident(incident, row.getInt("incident_number"), title),
                service == null ? null : names.service(service),
                person == null ? null : names.person(person),
                source == null ? null : new TicketView(source, row.getString("number")),
                row.getString("verdict"),
                row.getObject("stars", Integer.class),
                row.getString("comment"),
                row.getString("category"),
                List.of((String[]) row.getArray("tags").getArray()),
                sentiment == null ? null : sentiment.doubleValue(),
                Math.max(0, row.getInt("alike")),
                row.getObject("rated_at", OffsetDateTime.class).toInstant());
    }

    IncidentFeedbackView of(UUID incident, @Nullable UUID person, List<SurveyLine> survey) {
        return jdbc.sql("select count(*) as rated, round(avg(stars), 1) as mean from " + ratings
                        + " where incident = ? and kind = 'incident'")
                .param(incident)
                .query((row, n) -> new IncidentFeedbackView(
                        person == null ? null : page(incident, person),
                        person == null ? null : mine(incident, person),
                        row.getInt("rated"),
                        FeedbackFigureTable.number(row, "mean"),
                        survey))
                .single();
    }

    private @Nullable MyPage page(UUID incident, UUID person) {
        return jdbc.sql("select p.message, r.verdict from " + pages + " p left join " + ratings + """
                         r on r.id = p.page
                        where p.incident = ? and p.person = ? and p.told_at is not null order by p.position desc limit 1""")
                .params(incident, person)
                .query((row, n) -> new MyPage(row.getObject("message", UUID.class), row.getString("verdict")))
                .optional()
                .orElse(null);
    }

    private @Nullable MyRating mine(UUID incident, UUID person) {
        return jdbc.sql("select stars, comment from " + ratings
                        + " where incident = ? and person = ? and kind = 'incident'")
                .params(incident, person)
                .query((row, n) -> new MyRating(row.getInt("stars"), row.getString("comment")))
                .optional()
                .orElse(null);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
