package org.larum.app.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.larum.app.TestDatabase;
import org.larum.app.eventstore.EventJson;
import org.larum.domain.incident.PriorityWeights;
import org.larum.domain.incident.Weighing.Stake;
import org.larum.domain.shared.Event;
import org.larum.projections.alert.AlertAnswers;
import org.larum.projections.alert.AlertProjector;
import org.larum.projections.alert.AlertTable;
import org.larum.projections.change.ChangeAnswers;
import org.larum.projections.change.ChangeProjector;
import org.larum.projections.change.ChangeTable;
import org.larum.projections.feedback.FeedbackAnswers;
import org.larum.projections.feedback.FeedbackFigureTable;
import org.larum.projections.feedback.FeedbackProjector;
import org.larum.projections.feedback.FeedbackQuarterTable;
import org.larum.projections.feedback.FeedbackSurveyTable;
import org.larum.projections.feedback.FeedbackTable;
import org.larum.projections.incident.HealthAnswers;
import org.larum.projections.incident.HealthTable;
import org.larum.projections.incident.IncidentAnswers;
import org.larum.projections.incident.IncidentProjector;
import org.larum.projections.incident.IncidentTable;
import org.larum.projections.incident.Ratings;
import org.larum.projections.incident.SimilarAnswers;
import org.larum.projections.incident.SimilarTable;
import org.larum.projections.major.MajorAnswers;
import org.larum.projections.major.MajorProjector;
import org.larum.projections.major.MajorTable;
import org.larum.projections.measure.CountedTable;
import org.larum.projections.measure.FigureTable;
import org.larum.projections.measure.MeasureAnswers;
import org.larum.projections.measure.MeasureProjector;
import org.larum.projections.measure.MeasureTable;
import org.larum.projections.measure.OutageTable;
import org.larum.projections.outbox.OutboxAnswers;
import org.larum.projections.outbox.OutboxProjector;
import org.larum.projections.outbox.OutboxTable;
import org.larum.projections.postmortem.ActionTable;
import org.larum.projections.postmortem.KnowledgeTable;
import org.larum.projections.postmortem.PostmortemAnswers;
import org.larum.projections.postmortem.PostmortemProjector;
import org.larum.projections.postmortem.PostmortemTable;
import org.larum.projections.report.ReportProjector;
import org.larum.projections.report.ReportTable;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.shared.Projector;
import org.larum.projections.sla.SlaAnswers;
import org.larum.projections.sla.SlaProjector;
import org.larum.projections.sla.SlaTable;
import org.larum.projections.slo.DowntimeTable;
import org.larum.projections.slo.SloAnswers;
import org.larum.projections.slo.SloProjector;
import org.larum.projections.slo.SloTable;
import org.larum.projections.status.StatusAnswers;
import org.larum.projections.status.StatusProjector;
import org.larum.projections.status.StatusTable;
import org.larum.projections.timeline.TimelineAnswers;
import org.larum.projections.timeline.TimelineProjector;
import org.larum.projections.timeline.TimelineTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** All projections on a database of their own, fed by hand; the first event has the index 1. */
final class Rooms {

    /** Everything is of the worth of the checkout. */
    private static final Ratings RATINGS =
            new Ratings(service -> new Stake("critical", 1, 40_000L), PriorityWeights.USUAL);

    static final Asked ALL = new Asked(100, null);

    final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final Json json = new Json(EventJson.configure(JsonMapper.builder()).build());
    private final PlainNames names = new PlainNames();
    private final List<Event> log = new ArrayList<>();
    private final List<Projector> projectors = List.of(
            new AlertProjector(new AlertTable(jdbc, json, "public")),
            new IncidentProjector(new IncidentTable(jdbc, json, "public")),
            new TimelineProjector(new TimelineTable(jdbc, json, "public")),
            new OutboxProjector(new OutboxTable(jdbc, "public")),
            new StatusProjector(new StatusTable(jdbc, json, "public")),
            new MajorProjector(new MajorTable(jdbc, json, "public")),
            new SlaProjector(new SlaTable(jdbc, "public")),
            new SloProjector(new SloTable(jdbc, "public"), new DowntimeTable(jdbc, "public")),
            new FeedbackProjector(
                    new FeedbackTable(jdbc, "public"),
                    new FeedbackSurveyTable(jdbc, "public"),
                    new FeedbackQuarterTable(jdbc, "public")),
            new MeasureProjector(new MeasureTable(jdbc, "public")),
            new ChangeProjector(new ChangeTable(jdbc, json, "public")),
            new ReportProjector(new ReportTable(jdbc, "public")),
            new PostmortemProjector(
                    new PostmortemTable(jdbc, json, "public"),
                    new ActionTable(jdbc, json, "public"),
                    new KnowledgeTable(jdbc, "public")));

    final AlertAnswers alerts = new AlertAnswers(new AlertTable(jdbc, json, "public"), names);
    final IncidentAnswers incidents = new IncidentAnswers(new IncidentTable(jdbc, json, "public"), names, RATINGS);
    final TimelineAnswers timelines = new TimelineAnswers(new TimelineTable(jdbc, json, "public"), names);
    final OutboxAnswers outbox = new OutboxAnswers(new OutboxTable(jdbc, "public"), names);
    final MajorAnswers majors = new MajorAnswers(new MajorTable(jdbc, json, "public"), names);
    final SlaAnswers slas = new SlaAnswers(new SlaTable(jdbc, "public"));
    final SloAnswers slos = new SloAnswers(new SloTable(jdbc, "public"));
    final FeedbackAnswers feedback = new FeedbackAnswers(
            new FeedbackTable(jdbc, "public"),
            new FeedbackFigureTable(jdbc, "public"),
            new FeedbackSurveyTable(jdbc, "public"),
            new FeedbackQuarterTable(jdbc, "public"),
            names);
    final MeasureAnswers measures =
            new MeasureAnswers(new FigureTable(jdbc), new CountedTable(jdbc), new OutageTable(jdbc), names);
    final ChangeAnswers changes = new ChangeAnswers(new ChangeTable(jdbc, json, "public"), names);
    final PostmortemAnswers postmortems = new PostmortemAnswers(
            new PostmortemTable(jdbc, json, "public"),
            new ActionTable(jdbc, json, "public"),
            new KnowledgeTable(jdbc, "public"),
            names);
    final HealthAnswers healths = new HealthAnswers(new HealthTable(jdbc));
    final SimilarAnswers similar = new SimilarAnswers(new SimilarTable(jdbc, json), names);
    final StatusAnswers status = new StatusAnswers(new StatusTable(jdbc, json, "public"), names);

    Rooms given(Event... events) {
        for (var event : events) {
            log.add(event);
            project(event, log.size());
        }
        return this;
    }

    /** Every event once more, from the beginning, and cut otherwise: all in one page. */
    Rooms replayed() {
        var page = IntStream.range(0, log.size())
                .mapToObj(i -> new Logged(log.get(i), i + 1))
                .toList();
        projectors.forEach(projector -> projector.on(page));
        return this;
    }

    private void project(Event event, long index) {
        projectors.forEach(projector -> projector.on(List.of(new Logged(event, index))));
    }

    /** Everything in all tables, as text. */
    List<String> rows() {
        var tables =
                projectors.stream().map(Projector::tables).flatMap(List::stream).toList();
        return rows(jdbc, "public", tables);
    }

    static List<String> rows(JdbcClient jdbc, String schema, List<String> tables) {
        Function<String, List<String>> rows = table -> jdbc.sql(
                        "select '" + table + ' ' + "' || t::text from " + schema + "." + table + " t order by 1")
                .query((row, n) -> row.getString(1))
                .list();
        return tables.stream().map(rows).flatMap(List::stream).toList();
    }
}
