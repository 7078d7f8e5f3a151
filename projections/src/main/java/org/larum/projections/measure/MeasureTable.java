package org.larum.projections.measure;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.directory.Definition;
import org.larum.domain.incident.IncidentEvent.AcknowledgementWithdrawn;
import org.larum.domain.incident.IncidentEvent.HelpCalled;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentMitigated;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentEvent.Turn;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;
import org.larum.domain.sla.ClockKind;
import org.larum.domain.suppression.SuppressionEvent.AlertSuppressed;
import org.larum.projections.shared.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the facts that figures are made of, in the live schema or in the one of a rebuild. */
public final class MeasureTable {

    /** Whoever was woken a moment ago is awake. */
    private static final String AWAKE = "interval '30 minutes'";

    /** The time in the state that ends. */
    private static final String PASSED = """
            triggered_seconds = triggered_seconds + case when state = 'triggered' then passed.seconds else 0 end,
            acknowledged_seconds = acknowledged_seconds + case when state = 'acknowledged' then passed.seconds else 0 end,
            mitigated_seconds = mitigated_seconds + case when state = 'mitigated' then passed.seconds else 0 end,
            since = passed.at, state = ?""";

    private final JdbcClient jdbc;
    private final String incidents;
    private final String pages;
    private final String people;
    private final String raised;
    private final String alerts;

    public MeasureTable(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.incidents = schema + ".measure_incidents";
        this.pages = schema + ".measure_pages";
        this.people = schema + ".measure_people";
        this.raised = schema + ".measure_raised";
        this.alerts = schema + ".measure_alerts";
    }

    // ------------------------------------------------------------ alerts

    void raise(List<AlertRaised> events) {
        var rows = new Columns("uuid", "timestamptz", "uuid", "uuid", "text", "uuid");
        for (var e : events) {
            var team = e.place().team();
            rows.add(
                    e.alert().value(),
                    e.at().truncatedTo(ChronoUnit.HOURS),
                    e.place().service().value(),
                    e.source().integration().value(),
                    RuleWord.of(e.summary(), e.labels()),
                    team == null ? null : team.value());
        }
        rows.update(jdbc, """
                with given as (select * from {rows} as r (alert, hour, service, integration, rule, team)),
                fresh as (
                  insert into %1$s (alert, hour, service, integration, rule)
                  select alert, hour, service, integration, rule from given on conflict do nothing
                  returning alert)
                insert into %2$s as known (hour, service, integration, rule, team, raised)
                select hour, service, integration, rule, (array_agg(team))[1], count(*)
                from given join fresh using (alert) group by 1, 2, 3, 4
                order by 1, 2, 3, 4
                on conflict (hour, service, integration, rule)
                  do update set raised = known.raised + excluded.raised""".formatted(raised, alerts));
    }

    void hold(List<AlertSuppressed> events) {
        var rows = new Columns("uuid");
        events.forEach(e -> rows.add(e.alert().value()));
        rows.update(jdbc, """
                with fresh as (
                  update %1$s set held = true
                  where not held and alert in (select r.alert from {rows} as r (alert))
                  returning hour, service, integration, rule),
                counted as (select hour, service, integration, rule, count(*) as held from fresh group by 1, 2, 3, 4)
                update %2$s known set held = known.held + counted.held from counted
                where known.hour = counted.hour and known.service = counted.service
                  and known.integration = counted.integration and known.rule = counted.rule""".formatted(raised, alerts));
    }

    // ------------------------------------------------------------ incidents; an event that a row has seen changes
    // nothing

    void open(IncidentOpened e, long index) {
        var team = e.place().team();
        jdbc.sql("""
                        insert into %1$s (id, position, number, title, severity, service, team, first_alert, integration,
                          rule, opened_at, state, since)
                        select ?, ?, ?, ?, ?, ?, ?, given.alert, known.integration, known.rule, given.at, 'triggered', given.at
                        from (select ?::uuid as alert, ?::timestamptz as at) given
                        left join %2$s known on known.alert = given.alert
                        on conflict do nothing""".formatted(incidents, raised))
                .param(e.incident().value())
                .param(index)
                .param(e.number())
                .param(e.title())
                .param(e.severity().mark())
                .param(e.place().service().value())
                .param(team == null ? null : team.value())
                .param(e.first().value())
                .param(utc(e.at()))
                .update();
    }

    void severity(IncidentId incident, Severity to, int hands, long index) {
        change(incident, index, "severity = ?, hands = hands + ?", to.mark(), hands);
    }

    void move(IncidentId incident, Place to, long index) {
        var team = to.team();
        change(incident, index, "service = ?, team = ?", to.service().value(), team == null ? null : team.value());
    }

    void answer(IncidentAcknowledged e, long index) {
        turn(e.incident(), e.at(), "acknowledged", index, ", answered_at = coalesce(answered_at, passed.at)");
    }

    void takeBackAnswer(AcknowledgementWithdrawn e, long index) {
        turn(e.incident(), e.at(), "triggered", index, ", answered_at = null");
    }

    void mitigate(IncidentMitigated e, long index) {
        turn(
                e.incident(),
                e.at(),
                "mitigated",
                index,
                ", answered_at = coalesce(answered_at, passed.at), hands = hands + 1");
    }

    /** Whoever ends it has answered it as well. */
    void resolve(IncidentResolved e, long index) {
        turn(
                e.incident(),
                e.at(),
                "resolved",
                index,
                ", resolved_at = passed.at, resolved_by = ?, hands = hands + ?,"
                        + " answered_at = case when ? then coalesce(answered_at, passed.at) else answered_at end",
                e.by().kind().name().toLowerCase(Locale.ROOT),
                hand(e.by()),
                hand(e.by()) == 1);
    }

    void reopen(IncidentReopened e, long index) {
        turn(
                e.incident(),
                e.at(),
                "triggered",
                index,
                ", resolved_at = null, resolved_by = null, reopened = reopened + 1");
    }

    void takeBackEnd(ResolutionWithdrawn e, long index) {
        turn(e.incident(), e.at(), word(e.state()), index, ", resolved_at = null, resolved_by = null");
    }

    void merge(IncidentMerged e, long index) {
        turn(e.incident(), e.at(), "merged", index, "");
    }

    void turn(Turn e, long index) {
        turn(e.incident(), e.at(), word(e.state()), index, "");
    }

    void callHelp(HelpCalled e, long index) {
        turn(e.incident(), e.at(), word(e.state()), index, ", escalations = escalations + 1");
    }

    void escalate(IncidentId incident, long index) {
        change(incident, index, "escalations = escalations + 1");
    }

    void begin(IncidentId incident, Instant began, long index) {
        change(incident, index, "began_at = ?, hands = hands + 1", utc(began));
    }

    /** Somebody did something about it, beside saying that they are at work. */
    void touch(IncidentId incident, Actor by, long index) {
        change(incident, index, "hands = hands + ?", hand(by));
    }

    void promise(IncidentId incident, ClockKind kind, boolean promised, long index) {
        change(incident, index, (kind == ClockKind.ANSWER ? "answer" : "repair") + "_promised = ?", promised);
    }

    void breach(IncidentId incident, ClockKind kind, long index) {
        change(incident, index, (kind == ClockKind.ANSWER ? "answer" : "repair") + "_late = true");
    }

    private void turn(
            IncidentId incident, Instant at, String state, long index, String more, @Nullable Object... values) {
        var statement = jdbc.sql("update " + incidents + " set " + PASSED + more + ", position = ?"
                        + " from (select ?::timestamptz as at, extract(epoch from ?::timestamptz - since) as seconds from "
                        + incidents + " where id = ?) passed where id = ? and position < ?")
                .param(state);
        for (var value : values) {
            statement = statement.param(value);
        }
        statement
                .param(index)
                .param(utc(at))
                .param(utc(at))
                .param(incident.value())
                .param(incident.value())
                .param(index)
                .update();
    }

    private void change(IncidentId incident, long index, String set, @Nullable Object... values) {
        var statement =
                jdbc.sql("update " + incidents + " set " + set + ", position = ? where id = ? and position < ?");
        for (var value : values) {
            statement = statement.param(value);
        }
        statement.param(index).param(incident.value()).param(index).update();
    }

    // ------------------------------------------------------------ pages

    void live(Definition.Person person, long index) {
        jdbc.sql("insert into " + people + " as known (person, zone, position) values (?, ?, ?)"
                        + " on conflict (person) do update set zone = excluded.zone, position = excluded.position"
                        + " where known.position < excluded.position")
                .params(person.id().value(), person.timeZone(), index)
                .update();
    }

    void ask(NotificationRequested e, IncidentId incident, String channel, long index) {
        jdbc.sql("insert into " + pages + " (id, position, incident, person, channel, requested_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        e.notification().value(),
                        index,
                        incident.value(),
                        e.recipient().id(),
                        channel,
                        utc(e.at()))
                .update();
    }

    /** It has gone out: whoever was not awake is woken by it. */
    void send(NotificationId notification, Instant at, long index) {
        jdbc.sql("""
                        with sent as (
                          update %1$s page set position = :index, sent_at = :at,
                            hour = extract(hour from :at at time zone home.zone),
                            day = extract(isodow from :at at time zone home.zone),
                            wakes = not exists (
                              select from %1$s other
                              where other.person = page.person and other.wakes
                                and other.sent_at > :at - %4$s and other.sent_at <= :at)
                          from (select page.id, coalesce(lives.zone, 'UTC') as zone
                            from %1$s page left join %2$s lives on lives.person = page.person
                            where page.id = :id) home
                          where page.id = home.id and page.position < :index
                          returning page.incident)
                        update %3$s set told = true from sent where %3$s.id = sent.incident and not told""".formatted(pages, people, incidents, AWAKE))
                .param("index", index)
                .param("at", utc(at))
                .param("id", notification.value())
                .update();
    }

    /** 1 when it was a hand that did it. */
    private static int hand(Actor by) {
        return by.kind() == Actor.Kind.PERSON || by.kind() == Actor.Kind.TOKEN ? 1 : 0;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
