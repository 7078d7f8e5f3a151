package org.larum.projections.feedback;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.feedback.FeedbackEvent.SurveyAnswered;
import org.larum.domain.feedback.RatingId;
import org.larum.domain.feedback.SurveyQuestion;
import org.larum.domain.incident.IncidentId;
import org.larum.projections.feedback.FeedbackFiguresView.QuestionFigures;
import org.larum.projections.feedback.FeedbackFiguresView.SurveyFigures;
import org.larum.projections.feedback.FeedbackQuery.Within;
import org.larum.projections.feedback.IncidentFeedbackView.SurveyLine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The answers to the questions that are asked after an incident. */
public final class FeedbackSurveyTable {

    /** Percent of the surveys that somebody begins that ought to be completed. */
    private static final int TARGET = 60;

    private final JdbcClient jdbc;
    private final String answers;

    public FeedbackSurveyTable(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.answers = schema + ".feedback_answers";
    }

    void write(SurveyAnswered e, long index) {
        jdbc.sql("insert into " + answers + """
                         as known (survey, question, answer, completes, incident, answered_at, position)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (survey, question) do update set answer = excluded.answer,
                          completes = known.completes or excluded.completes, answered_at = excluded.answered_at,
                          position = excluded.position
                        where known.position < excluded.position""")
                .params(
                        e.rating().value(),
                        e.question().word(),
                        e.answer(),
                        e.completes(),
                        e.incident().value(),
                        e.at().atOffset(ZoneOffset.UTC),
                        index)
                .update();
    }

    /** Every question, with the answer that the person gave. */
    List<SurveyLine> of(UUID incident, @Nullable UUID person) {
        if (person == null) {
            return List.of();
        }
        var survey = RatingId.ofSurvey(new IncidentId(incident), new PersonId(person));
        var given = jdbc
                .sql("select question, answer from " + answers + " where survey = ?")
                .param(survey.value())
                .query((row, n) -> Map.entry(row.getString("question"), row.getInt("answer")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return Arrays.stream(SurveyQuestion.values())
                .map(one -> new SurveyLine(one.word(), one.sentence(), given.get(one.word())))
                .toList();
    }

    SurveyFigures figures(Within within) {
        var from = " from " + answers + " a" + FeedbackFigureTable.placed("a", within) + " where "
                + FeedbackTable.within("a.answered_at", within);
        var means = jdbc
                .sql("select a.question, count(*) as given, round(avg(a.answer), 1) as mean" + from + " group by 1")
                .params(FeedbackTable.params(within))
                .query((row, n) -> new QuestionFigures(
                        row.getString("question"),
                        SurveyQuestion.of(row.getString("question"))
                                .map(SurveyQuestion::sentence)
                                .orElse(""),
                        row.getInt("given"),
                        row.getDouble("mean")))
                .list()
                .stream()
                .collect(Collectors.toMap(QuestionFigures::question, one -> one));
        var questions = Arrays.stream(SurveyQuestion.values())
                .map(one -> means.getOrDefault(one.word(), new QuestionFigures(one.word(), one.sentence(), 0, null)))
                .toList();
        return jdbc.sql("select count(distinct a.survey) as begun,"
                        + " count(distinct a.survey) filter (where a.completes) as completed" + from)
                .params(FeedbackTable.params(within))
                .query((row, n) -> {
                    int begun = row.getInt("begun");
                    int completed = row.getInt("completed");
                    var percent = begun == 0 ? null : (Double) (Math.round(1000.0 * completed / begun) / 10.0);
                    return new SurveyFigures(begun, completed, percent, TARGET, questions);
                })
                .single();
    }
}
