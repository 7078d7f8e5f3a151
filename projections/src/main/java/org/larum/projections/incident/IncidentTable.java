package org.larum.projections.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Step;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.escalation.EscalationEvent.AnswerCounted;
import org.larum.domain.escalation.EscalationEvent.EscalationStarted;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.incident.Weighing.Past;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Severity;
import org.larum.projections.incident.IncidentQuery.Incidents;
import org.larum.projections.incident.IncidentQuery.Matching;
import org.larum.projections.incident.IncidentQuery.Order;
import org.larum.projections.incident.IncidentView.Major;
import org.larum.projections.incident.IncidentView.Match;
import org.larum.projections.incident.IncidentView.NextStep;
import org.larum.projections.incident.IncidentView.PolicyRef;
import org.larum.projections.incident.IncidentView.Quiet;
import org.larum.projections.incident.IncidentView.Quieting;
import org.larum.projections.incident.IncidentView.Rating;
import org.larum.projections.incident.IncidentView.Related;
import org.larum.projections.incident.IncidentView.Snooze;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page.Positioned;
import org.larum.projections.shared.Scope;
import org.larum.projections.shared.TargetNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** The rows of incidents, in the live schema or in the one of a rebuild. */
public final class IncidentTable {

    private static final TypeReference<List<Target>> TARGETS = new TypeReference<>() {};
    private static final TypeReference<List<Related>> RELATED = new TypeReference<>() {};

    private static final TypeReference<List<UUID>> PEOPLE = new TypeReference<>() {};
    private static final TypeReference<List<Quieting>> QUIETING = new TypeReference<>() {};

    static final String LOUD = "quiet_since = null, quiet_until = null, quiet_by = null";

    /** A storm may merge thousands into one; its page links to the first of them. */
    private static final int MOST_PARTS = 50;

    /** A storm may join a hundred thousand; of those after the first so many each counts as one detection, and of no other service. */
    static final int MOST_COUNTED = 1000;

    private final JdbcClient jdbc;
    private final Json json;
    private final String views;
    private final String roots;

    public IncidentTable(JdbcClient jdbc, Json json, String schema) {
        this.jdbc = jdbc;
        this.json = json;
        this.views = schema + ".incident_views";
        this.roots = schema + ".incident_roots";
    }

    void insert(IncidentOpened e, long index) {
        jdbc.sql("insert into " + views + """
                         (id, position, opened_index, number, title, state, severity, service, team, opened_at, reopened,
                          alerts_total, alerts_open, escalation)
                        values (:id, :index, :index, :number, :title, 'triggered', :severity, :service, :team, :at, 0, 1, 1,
                          'stopped') on conflict do nothing""")
                .param("id", e.incident().value())
                .param("index", index)
                .param("number", e.number())
                .param("title", e.title())
                .param("severity", e.severity().mark())
                .param("service", e.place().service().value())
                .param(
                        "team",
                        e.place().team() == null ? null : e.place().team().value())
                .param("at", e.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void count(IncidentId incident, int joined, int settled, long index) {
        change(
                incident,
                index,
                "alerts_total = alerts_total + ?, alerts_open = alerts_open + ?",
                joined,
                joined - settled);
    }

    void severity(IncidentId incident, Severity to, long index) {
        change(incident, index, "severity = ?", to.mark());
    }

    FacetTable facets() {
        return new FacetTable(jdbc, views);
    }

    IncidentLifeTable life() {
        return new IncidentLifeTable(this, json);
    }

    void acknowledge(IncidentAcknowledged e, long index) {
        change(
                e.incident(),
                index,
                "state = 'acknowledged', acknowledged_at = ?, acknowledged_by = ?::jsonb, held_until = ?, mitigated_at = null,"
                        + " mitigated_by = null, snoozed_until = null, snooze_reason = null",
                e.at().atOffset(ZoneOffset.UTC),
                json.write(e.by()),
                e.lease() == null ? null : e.lease().until().atOffset(ZoneOffset.UTC));
    }

    void resolve(IncidentResolved e, long index) {
        change(
                e.incident(),
                index,
                "state = 'resolved', alerts_open = 0, resolved_at = ?, resolved_by = ?::jsonb, held_until = null,"
                        + " snoozed_until = null, snooze_reason = null, suggested_into = null, " + LOUD,
                e.at().atOffset(ZoneOffset.UTC),
                json.write(e.by()));
    }

    void reopen(IncidentReopened e, long index) {
        change(
                e.incident(),
                index,
                "state = 'triggered', reopened = reopened + 1, acknowledged_at = null, acknowledged_by = null,"
                        + " resolved_at = null, resolved_by = null, held_until = null, mitigated_at = null, mitigated_by = null,"
                        + " snoozed_until = null, snooze_reason = null");
    }

    /** It is the root's team that it is given to; the service stays the one where it was seen first. */
    void reroute(IncidentRerouted e, long index) {
        var team = e.to().team();
        change(e.incident(), index, "team = ?", team == null ? null : team.value());
    }

    void start(EscalationStarted e, long index) {
        var targets = e.plan().steps().stream().map(Step::targets).toList();
        var policy = e.policy();
        change(
                e.incident(),
                index,
                "escalation = 'running', run = ?, plan = ?::jsonb, policy = ?, policy_version = ?,"
                        + " next_at = null, next_targets = null, awaits = null",
                e.run().value(),
                json.write(targets),
                policy == null ? null : policy.word(),
                policy == null ? null : policy.version());
    }

    void schedule(StepScheduled e, long index) {
        var next = e.next();
        change(
                e.incident(),
                index,
                "next_at = ?, next_targets = plan -> ?::int",
                e.due().atOffset(ZoneOffset.UTC),
                next == null ? null : next.step());
    }

    void escalation(IncidentId incident, String state, long index) {
        change(incident, index, "escalation = ?, next_at = null, next_targets = null, awaits = null", state);
    }

    /** Another step asks: whoever was missing at the one before need not answer any more. */
    void reach(StepReached e, long index) {
        change(e.incident(), index, "awaits = null");
    }

    void count(AnswerCounted e, long index) {
        change(
                e.incident(),
                index,
                "awaits = ?::jsonb",
                json.write(e.missing().stream().map(PersonId::value).toList()));
    }

    void root(IncidentId incident, ServiceId root, long index) {
        jdbc.sql("insert into " + roots + """
                         as r (incident, position, root) values (?, ?, ?)
                        on conflict (incident) do update set position = excluded.position, root = excluded.root
                        where r.position < excluded.position""")
                .params(incident.value(), index, root.value())
                .update();
    }

    void touch(IncidentId incident, long index) {
        change(incident, index, "");
    }

    /** Changes a row once for each event: one that it has seen already changes nothing. */
    void change(IncidentId incident, long index, String set, @Nullable Object... values) {
        var statement = jdbc.sql("update " + views + " set " + (set.isEmpty() ? "" : set + ", ")
                + "position = ? where id = ? and position < ?");
        int at = 1;
        for (var value : values) {
            statement = statement.param(at++, value);
        }
        statement
                .param(at++, index)
                .param(at++, incident.value())
                .param(at, index)
                .update();
    }

    /** Whoever may see one integration's alerts alone is told the totals of those alone. */
    private String select() {
        return "select v.*, r.root, seen.*, past.*, " + related("w.id = v.merged_into") + " as part_of, "
                + related("w.id = v.suggested_into") + " as suggested, " + parts() + " as parts from " + views
                + " v left join " + roots + " r on r.incident = v.id " + past(views)
                + """
                 cross join lateral (
                  select coalesce(sum(coalesce(i.count, c.count, 1)), 0)
                      + case when :integration::uuid is null then greatest(v.alerts_total - {most}, 0) else 0 end as detections,
                    count(distinct a.service) as seen_services,
                    case when :integration::uuid is null then v.alerts_total else count(*) end as seen_total,
                    case when :integration::uuid is null then v.alerts_open
                      else count(*) filter (where a.state in ('triggered', 'acknowledged')) end as seen_open
                  from (
                    select a.id, a.service, a.state from alert_views a
                    where a.incident = v.id and (:integration::uuid is null or a.integration = :integration)
                    order by a.raised_index limit case when :integration::uuid is null then {most} end) a
                  left join alert_identities i on i.alert = a.id left join alert_counts c on c.alert = a.id) seen
                """.replace("{most}", String.valueOf(MOST_COUNTED));
    }

    /** What the incidents of the same service before it took, of the newest of those that have ended. */
    static String past(String views) {
        return """
                 cross join lateral (
                  select count(*) as past_count,
                    extract(epoch from percentile_disc(0.5) within group (order by p.took))::bigint as past_median
                  from (
                    select p.resolved_at - p.opened_at as took from {views} p
                    where p.service = v.service and p.state = 'resolved' and p.opened_index < v.opened_index
                      and (:integration::uuid is null or exists (
                        select 1 from alert_views s where s.incident = p.id and s.integration = :integration))
                    order by p.opened_index desc limit 25) p) past
                """.replace("{views}", views);
    }

    private String related(String which) {
        return "(select " + LINK + " from " + views + " w where " + which + ")";
    }

    private String parts() {
        return "(select coalesce(jsonb_agg(" + LINK + "), '[]') from (select id, number, title from " + views
                + " where merged_into = v.id order by number limit " + MOST_PARTS + ") w)";
    }

    private static final String LINK = "jsonb_build_object('id', w.id, 'number', w.number, 'title', w.title)";

    /** Where an incident stands in a list: the same as {@link #place}, as the indexes know it. */
    private static final Map<Order, String> PLACES = Map.of(
            Order.NEWEST, "v.opened_index",
            Order.WORST, "((4 - v.severity)::bigint << 48) + v.opened_index");

    static final String VISIBLE = """
            (:integration::uuid is null or exists (
              select 1 from alert_views s where s.incident = v.id and s.integration = :integration))""";

    List<Match> find(Matching q, @Nullable Set<UUID> only) {
        return jdbc.sql("select v.id, v.assignee from " + views + " v where (:any or v.id = any(:ids))"
                        + FacetTable.where(q.filter()) + " order by v.opened_index desc limit :limit")
                .param("any", only == null)
                .param("ids", only == null ? new UUID[0] : only.toArray(UUID[]::new))
                .params(FacetTable.params(q.filter()))
                .param("limit", q.limit())
                .query((row, n) -> new Match(row.getObject("id", UUID.class), row.getObject("assignee", UUID.class)))
                .list();
    }

    /** One row more than asked for; {@code only}: none but these, when not null. */
    List<Positioned<IncidentView>> find(Incidents q, @Nullable Set<UUID> only, Names names, Ratings ratings) {
        var place = PLACES.get(q.order());
        return jdbc.sql(select() + " where " + place + " < :before" + (only == null ? "" : " and v.id = any(:ids)")
                        + FacetTable.where(q.filter()) + " and " + VISIBLE + " order by " + place
                        + " desc limit :limit")
                .param("before", Cursor.read(q.asked().after(), Long.MAX_VALUE))
                .param("ids", only == null ? new UUID[0] : only.toArray(UUID[]::new))
                .params(FacetTable.params(q.filter()))
                .param("integration", q.scope().integration())
                .param("limit", q.asked().limit() + 1)
                .query((row, n) ->
                        new Positioned<>(view(row, names, rating(row, ratings, q.scope())), place(row, q.order())))
                .list();
    }

    private static long place(ResultSet row, Order order) throws SQLException {
        long opened = row.getLong("opened_index");
        return order == Order.NEWEST ? opened : ((long) (4 - row.getInt("severity")) << 48) + opened;
    }

    Optional<IncidentView> find(UUID incident, Scope scope, Names names, Ratings ratings) {
        return jdbc.sql(select() + "where v.id = :id and " + VISIBLE)
                .param("id", incident)
                .param("integration", scope.integration())
                .query((row, n) -> view(row, names, rating(row, ratings, scope)))
                .optional();
    }

    Optional<IncidentView> find(IncidentQuery.Numbered q, Names names, Ratings ratings) {
        return jdbc.sql(select() + "where v.number = :number and " + VISIBLE)
                .param("number", q.number())
                .param("integration", q.scope().integration())
                .query((row, n) -> view(row, names, rating(row, ratings, q.scope())))
                .optional();
    }

    /** Only for whoever may see everything: it tells how many people use a service. */
    private static @Nullable Rating rating(ResultSet row, Ratings ratings, Scope scope) throws SQLException {
        if (scope.integration() != null) {
            return null;
        }
        int past = row.getInt("past_count");
        return ratings.of(
                row.getObject("service", UUID.class),
                Severity.of(row.getInt("severity")),
                past == 0 ? null : new Past(past, Duration.ofSeconds(row.getLong("past_median"))),
                row.getInt("seen_total"),
                row.getInt("seen_services"),
                row.getString("priority"));
    }

    private IncidentView view(ResultSet row, Names names, @Nullable Rating rating) throws SQLException {
        var team = row.getObject("team", UUID.class);
        var root = row.getObject("root", UUID.class);
        var policy = row.getString("policy");
        var escalation = row.getString("escalation");
        return new IncidentView(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("title"),
                row.getString("state"),
                Severity.of(row.getInt("severity")).name().toLowerCase(Locale.ROOT),
                names.service(row.getObject("service", UUID.class)),
                team == null ? null : names.team(team),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "acknowledged_at"),
                ActorView.ofNullable(json.read(row.getString("acknowledged_by"), Actor.class), names),
                instant(row, "resolved_at"),
                ActorView.ofNullable(json.read(row.getString("resolved_by"), Actor.class), names),
                row.getInt("reopened"),
                new IncidentView.Alerts(row.getInt("seen_total"), row.getInt("seen_open"), row.getLong("detections")),
                escalation,
                next(row, names),
                awaits(row, names),
                policy == null ? null : new PolicyRef(policy, row.getInt("policy_version")),
                names.runbook(row.getObject("service", UUID.class)),
                assignee(row, names),
                instant(row, "held_until"),
                instant(row, "mitigated_at"),
                ActorView.ofNullable(json.read(row.getString("mitigated_by"), Actor.class), names),
                snooze(row),
                quiet(row),
                row.getString("priority"),
                instant(row, "impact_began"),
                json.read(row.getString("part_of"), Related.class),
                json.read(row.getString("suggested"), Related.class),
                json.read(row.getString("parts"), RELATED),
                major(row),
                root == null ? null : names.service(root),
                rating,
                row.getLong("position"));
    }

    private static @Nullable Major major(ResultSet row) throws SQLException {
        var since = instant(row, "major_since");
        return since == null ? null : new Major(since, row.getBoolean("major_over"), instant(row, "major_update_due"));
    }

    private @Nullable NextStep next(ResultSet row, Names names) throws SQLException {
        var at = instant(row, "next_at");
        var targets = row.getString("next_targets");
        if (at == null || targets == null) {
            return null;
        }
        return new NextStep(
                at,
                json.read(targets, TARGETS).stream()
                        .map(target -> TargetNames.within(target, names))
                        .toList());
    }

    private List<Named> awaits(ResultSet row, Names names) throws SQLException {
        var people = row.getString("awaits");
        return people == null
                ? List.of()
                : json.read(people, PEOPLE).stream().map(names::person).toList();
    }

    private static @Nullable Named assignee(ResultSet row, Names names) throws SQLException {
        var person = row.getObject("assignee", UUID.class);
        return person == null ? null : names.person(person);
    }

    private static @Nullable Snooze snooze(ResultSet row) throws SQLException {
        var until = instant(row, "snoozed_until");
        return until == null ? null : new Snooze(until, row.getString("snooze_reason"));
    }

    private @Nullable Quiet quiet(ResultSet row) throws SQLException {
        var since = instant(row, "quiet_since");
        return since == null
                ? null
                : new Quiet(since, instant(row, "quiet_until"), json.read(row.getString("quiet_by"), QUIETING));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
