package org.larum.projections.feedback;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.larum.domain.feedback.FeedbackEvent.QuarterAnswered;
import org.larum.domain.feedback.FeedbackEvent.QuarterAsked;
import org.larum.domain.feedback.Quarter;
import org.larum.domain.feedback.QuarterQuestion;
import org.larum.projections.feedback.FeedbackFiguresView.QuarterFigures;
import org.larum.projections.feedback.FeedbackFiguresView.QuestionFigures;
import org.larum.projections.feedback.IncidentFeedbackView.SurveyLine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was asked about which quarter, and what they answered. */
public final class FeedbackQuarterTable {

    /** Percent of those who are asked that ought to answer. */
    private static final int TARGET = 40;

    /** Of fewer, the mean would tell what one of them said. */
    private static final int FEWEST = 3;

    private static final int MOST_QUARTERS = 8;

    private final JdbcClient jdbc;
    private final String quarters;
    private final String answers;
    private final String pages;

    public FeedbackQuarterTable(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.quarters = schema + ".feedback_quarters";
        this.answers = schema + ".feedback_quarter_answers";
        this.pages = schema + ".feedback_pages";
    }

    void write(QuarterAsked e) {
        jdbc.sql("insert into " + quarters
                        + " (sheet, quarter, person, asked_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(e.rating().value(), e.quarter(), e.person().value(), utc(e.at()))
                .update();
    }

    void write(QuarterAnswered e, long index) {
        jdbc.sql("update " + quarters + " set answered_at = coalesce(answered_at, :at),"
                        + " completed_at = coalesce(completed_at, case when :completes then :at::timestamptz end)"
                        + " where sheet = :sheet")
                .param("at", utc(e.at()))
                .param("completes", e.completes())
                .param("sheet", e.rating().value())
                .update();
        jdbc.sql("insert into " + answers + """
                         as known (sheet, question, answer, position) values (?, ?, ?, ?)
                        on conflict (sheet, question) do update set answer = excluded.answer, position = excluded.position
                        where known.position < excluded.position""")
                .params(e.rating().value(), e.question().word(), e.answer(), index)
                .update();
    }

    /** Who was paged in the quarter, as its days are in UTC, and was not asked about it yet. */
    List<UUID> unasked(Quarter quarter) {
        return jdbc.sql("select distinct p.person from " + pages + " p where p.told_at >= :from and p.told_at < :to"
                        + " and not exists (select 1 from " + quarters
                        + " q where q.quarter = :quarter and q.person = p.person)")
                .param("from", quarter.first().atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("to", quarter.next().first().atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("quarter", quarter.toString())
                .query((row, n) -> row.getObject("person", UUID.class))
                .list();
    }

    /** The last quarter that the person was asked about, when that was not before then. */
    Optional<QuarterView> last(UUID person, Instant since) {
        return jdbc.sql("select sheet, quarter, asked_at from " + quarters
                        + " where person = ? and asked_at >= ? order by quarter desc limit 1")
                .params(person, utc(since))
                .query((row, n) -> new QuarterView(
                        row.getString("quarter"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        lines(row.getObject("sheet", UUID.class))))
                .optional();
    }

    private List<SurveyLine> lines(UUID sheet) {
        var given = jdbc
                .sql("select question, answer from " + answers + " where sheet = ?")
                .param(sheet)
                .query((row, n) -> Map.entry(row.getString("question"), row.getInt("answer")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return Arrays.stream(QuarterQuestion.values())
                .map(one -> new SurveyLine(one.word(), one.sentence(), given.get(one.word())))
                .toList();
    }

    /** The newest first. */
    List<QuarterFigures> figures() {
        return jdbc.sql(
                        "select quarter, count(*) as asked, count(answered_at) as answered, count(completed_at) as completed"
                                + " from " + quarters + " group by 1 order by 1 desc limit " + MOST_QUARTERS)
                .query((row, n) -> {
                    int asked = row.getInt("asked");
                    int answered = row.getInt("answered");
                    return new QuarterFigures(
                            row.getString("quarter"),
                            asked,
                            answered,
                            row.getInt("completed"),
                            Math.round(1000.0 * answered / asked) / 10.0,
                            TARGET,
                            answered < FEWEST ? List.of() : means(row.getString("quarter")));
                })
                .list();
    }

    private List<QuestionFigures> means(String quarter) {
        var means = jdbc
                .sql("select a.question, count(*) as given, round(avg(a.answer), 1) as mean from " + answers
                        + " a join " + quarters + " q on q.sheet = a.sheet where q.quarter = ? group by 1")
                .param(quarter)
                .query((row, n) -> Map.entry(
                        row.getString("question"),
                        new QuestionFigures(row.getString("question"), "", row.getInt("given"), row.getDouble("mean"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return Arrays.stream(QuarterQuestion.values())
                .map(one -> {
                    var known = means.get(one.word());
                    boolean isTold = known != null && known.answers() >= FEWEST;
                    return new QuestionFigures(
                            one.word(),
                            one.sentence(),
                            known == null ? 0 : known.answers(),
                            isTold && known != null ? known.mean() : null);
                })
                .toList();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
