package org.larum.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.feedback.FeedbackExamples.takeTicket;
import static org.larum.domain.feedback.FeedbackExamples.ticketTaken;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.larum.domain.feedback.FeedbackCommand.TakeTicket;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refusal;

class TicketTest {

    private final AggregateTestFixture<Ticket> ticket = new AggregateTestFixture<>(Ticket.class);

    @Test
    void takenTwiceItIsOne() {
        ticket.givenNoPriorActivity().when(takeTicket(" It is slow. ")).expectEvents(ticketTaken("It is slow."));
        ticket.given(ticketTaken("It is slow.")).when(takeTicket("It is slow.")).expectNoEvents();
    }

    @Test
    void itsLastWordsCount() {
        ticket.given(ticketTaken("It is slow."))
                .when(takeTicket("It is slow again."))
                .expectEvents(ticketTaken("It is slow again."));
    }

    @Test
    void whatIsNoTicketIsRefused() {
        ticket.givenNoPriorActivity().when(takeTicket(" ")).expectException(Refusal.class);
        ticket.givenNoPriorActivity()
                .when(takeTicket("x".repeat(Ticket.LONGEST_TEXT + 1)))
                .expectException(Refusal.class);
        refused(new TakeTicket("zendesk", "", null, "Slow", Monday.at(5), BY_ADA, Monday.at(40)));
        refused(new TakeTicket("", "1", null, "Slow", Monday.at(5), BY_ADA, Monday.at(40)));
        refused(new TakeTicket("zendesk", "1", null, "Slow", Monday.at(50), BY_ADA, Monday.at(40)));
        assertThat(ticketTaken("It is slow.").incident()).isNull();
    }

    private static void refused(TakeTicket wish) {
        new AggregateTestFixture<>(Ticket.class)
                .givenNoPriorActivity()
                .when(wish)
                .expectException(Refusal.class);
    }
}
