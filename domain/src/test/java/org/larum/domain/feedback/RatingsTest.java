package org.larum.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.feedback.FeedbackExamples.incidentRated;
import static org.larum.domain.feedback.FeedbackExamples.pageRated;
import static org.larum.domain.feedback.FeedbackExamples.rateIncident;
import static org.larum.domain.feedback.FeedbackExamples.ratePage;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.domain.shared.Refusal;

class RatingsTest {

    private final AggregateTestFixture<PageRating> page = new AggregateTestFixture<>(PageRating.class);
    private final AggregateTestFixture<IncidentRating> incident = new AggregateTestFixture<>(IncidentRating.class);

    @Nested
    class OfAPage {

        @Test
        void theFirstWordIsKept() {
            page.givenNoPriorActivity().when(ratePage(Verdict.NOISE)).expectEvents(pageRated(Verdict.NOISE));
        }

        @Test
        void theSameWordTwiceIsOne() {
            page.given(pageRated(Verdict.NOISE)).when(ratePage(Verdict.NOISE)).expectNoEvents();
        }

        @Test
        void theyMayThinkBetterOfIt() {
            page.given(pageRated(Verdict.NOISE))
                    .when(ratePage(Verdict.WRONG_PERSON))
                    .expectEvents(pageRated(Verdict.WRONG_PERSON));
        }
    }

    @Nested
    class OfAnIncident {

        @Test
        void starsAndAComment() {
            incident.givenNoPriorActivity().when(rateIncident(4, "  Clear. ")).expectEvents(incidentRated(4, "Clear."));
        }

        @Test
        void oneTapLosesNoWords() {
            incident.given(incidentRated(4, "Clear."))
                    .when(rateIncident(5, null))
                    .expectEvents(incidentRated(5, "Clear."));
        }

        @Test
        void blankTakesTheCommentBack() {
            incident.given(incidentRated(4, "Clear."))
                    .when(rateIncident(4, " "))
                    .expectEvents(incidentRated(4, null));
        }

        @Test
        void theSameTwiceIsOne() {
            incident.given(incidentRated(4, "Clear."))
                    .when(rateIncident(4, "Clear."))
                    .expectNoEvents();
            incident.given(incidentRated(4, "Clear."))
                    .when(rateIncident(4, null))
                    .expectNoEvents();
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 6})
        void thereAreFiveStars(int stars) {
            incident.givenNoPriorActivity()
                    .when(rateIncident(stars, null))
                    .expectNoEvents()
                    .expectException(Refusal.class);
        }

        @Test
        void aNovelIsRefused() {
            incident.givenNoPriorActivity()
                    .when(rateIncident(3, "x".repeat(2001)))
                    .expectException(Refusal.class);
            var longest = "x".repeat(2000);
            incident.givenNoPriorActivity().when(rateIncident(3, longest)).expectEvents(incidentRated(3, longest));
        }
    }

    @Test
    void whatIsSaidTwiceHasOneName() {
        assertThat(ratePage(Verdict.USEFUL).rating())
                .isEqualTo(ratePage(Verdict.NOISE).rating());
        assertThat(ratePage(Verdict.USEFUL).target())
                .isNotEqualTo(rateIncident(1, null).target());
    }
}
