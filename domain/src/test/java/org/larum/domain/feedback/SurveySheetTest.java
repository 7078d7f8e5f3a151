package org.larum.domain.feedback;

import static org.larum.domain.feedback.FeedbackExamples.answer;
import static org.larum.domain.feedback.FeedbackExamples.answered;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.domain.shared.Refusal;

class SurveySheetTest {

    private final AggregateTestFixture<SurveySheet> sheet = new AggregateTestFixture<>(SurveySheet.class);

    @Test
    void everyAnswerIsKeptByItself() {
        sheet.givenNoPriorActivity()
                .when(answer(SurveyQuestion.HELP, 4))
                .expectEvents(answered(SurveyQuestion.HELP, 4, false));
    }

    @Test
    void theSameAnswerTwiceIsOne() {
        sheet.given(answered(SurveyQuestion.HELP, 4, false))
                .when(answer(SurveyQuestion.HELP, 4))
                .expectNoEvents();
    }

    @Test
    void theLastOfAllCompletesIt() {
        sheet.given(
                        answered(SurveyQuestion.ALERTED, 5, false),
                        answered(SurveyQuestion.CONTEXT, 1, false),
                        answered(SurveyQuestion.HELP, 4, false))
                .when(answer(SurveyQuestion.LOAD, 2))
                .expectEvents(answered(SurveyQuestion.LOAD, 2, true));
    }

    @Test
    void anotherAnswerToOneOfThreeCompletesNothing() {
        sheet.given(
                        answered(SurveyQuestion.ALERTED, 5, false),
                        answered(SurveyQuestion.CONTEXT, 1, false),
                        answered(SurveyQuestion.HELP, 4, false))
                .when(answer(SurveyQuestion.HELP, 1))
                .expectEvents(answered(SurveyQuestion.HELP, 1, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -3})
    void itIsFromOneToFive(int answer) {
        sheet.givenNoPriorActivity().when(answer(SurveyQuestion.LOAD, answer)).expectException(Refusal.class);
    }
}
