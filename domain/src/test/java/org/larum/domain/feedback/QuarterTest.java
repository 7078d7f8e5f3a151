package org.larum.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.feedback.FeedbackExamples.QUARTER;
import static org.larum.domain.feedback.FeedbackExamples.answerQuarter;
import static org.larum.domain.feedback.FeedbackExamples.askQuarter;
import static org.larum.domain.feedback.FeedbackExamples.pageRated;
import static org.larum.domain.feedback.FeedbackExamples.quarterAnswered;
import static org.larum.domain.feedback.FeedbackExamples.quarterAsked;
import static org.larum.domain.feedback.QuarterQuestion.BETTER;
import static org.larum.domain.feedback.QuarterQuestion.LOAD;
import static org.larum.domain.feedback.QuarterQuestion.RIGHT;
import static org.larum.domain.feedback.QuarterQuestion.TRUST;

import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Refusal;

class QuarterTest {

    private final AggregateTestFixture<QuarterSheet> sheet = new AggregateTestFixture<>(QuarterSheet.class);

    @Test
    void threeMonthsOfAYear() {
        assertThat(Quarter.of(LocalDate.of(2026, 9, 30))).isEqualTo(QUARTER).hasToString("2026-Q3");
        assertThat(QUARTER.first()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(QUARTER.next().next()).isEqualTo(new Quarter(2027, 1));
        assertThat(new Quarter(2027, 1).before()).isEqualTo(new Quarter(2026, 4));
        assertThat(Quarter.read("2026-Q3")).contains(QUARTER);
        assertThat(Quarter.read("2026-Q5")).isEmpty();
        assertThat(Quarter.read(null)).isEmpty();
    }

    @Test
    void nobodyIsAskedTwice() {
        sheet.givenNoPriorActivity().when(askQuarter()).expectEvents(quarterAsked());
        sheet.given(quarterAsked()).when(askQuarter()).expectNoEvents();
    }

    @Test
    void everyAnswerIsKeptByItselfAndTheLastCompletes() {
        sheet.given(quarterAsked()).when(answerQuarter(LOAD, 2)).expectEvents(quarterAnswered(LOAD, 2, false));
        sheet.given(quarterAsked(), quarterAnswered(LOAD, 2, false))
                .when(answerQuarter(LOAD, 2))
                .expectNoEvents();
        sheet.given(
                        quarterAsked(),
                        quarterAnswered(LOAD, 2, false),
                        quarterAnswered(RIGHT, 2, false),
                        quarterAnswered(BETTER, 3, false))
                .when(answerQuarter(TRUST, 5))
                .expectEvents(quarterAnswered(TRUST, 5, true));
    }

    @Test
    void whatWasNotAskedOrIsNoAnswerIsRefused() {
        sheet.givenNoPriorActivity().when(answerQuarter(LOAD, 2)).expectException(Refusal.class);
        sheet.given(quarterAsked()).when(answerQuarter(LOAD, 6)).expectException(Refusal.class);
        sheet.given(quarterAsked()).when(answerQuarter(LOAD, 0)).expectException(Refusal.class);
    }

    @Test
    void whoeverIsAskedIsToldByMail() {
        var telling = new WhenQuarterAskedThenTell();
        assertThat(telling.hears()).isEqualTo(FeedbackEvent.class);
        assertThat(telling.on(quarterAsked(), "nothing"))
                .singleElement()
                .isInstanceOfSatisfying(RequestNotification.class, told -> {
                    assertThat(told.recipient()).isEqualTo(new Recipient(ChannelKind.EMAIL, ADA.value()));
                    assertThat(told.incident()).isNull();
                });
        assertThat(telling.on(pageRated(Verdict.NOISE), "nothing")).isEmpty();
        assertThat(quarterAsked().incident()).isNull();
        assertThat(quarterAnswered(LOAD, 2, false).incident()).isNull();
    }

    @Test
    void questionsAreKnownByTheirWords() {
        assertThat(QuarterQuestion.of("load")).contains(LOAD);
        assertThat(QuarterQuestion.of("LOAD")).isEmpty();
        assertThat(LOAD.sentence()).endsWith(".");
    }
}
