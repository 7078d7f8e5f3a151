package org.larum.domain.feedback;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.feedback.FeedbackCommand.TakeTicket;
import org.larum.domain.feedback.FeedbackEvent.TicketTaken;
import org.larum.domain.shared.Refusal;

/** What somebody outside wrote to support, as the system it lies in has it. Taken again it is one; the last words of it count. */
public final class Ticket {

    public static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_WORD = 100;

    @AggregateIdentifier
    private @Nullable RatingId id;

    private @Nullable String text;
    private @Nullable ServiceId service;
    private @Nullable Instant written;

    Ticket() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(TakeTicket c) {
        check("number", c.number(), LONGEST_WORD);
        check("source", c.source(), LONGEST_WORD);
        check("text", c.text(), LONGEST_TEXT);
        if (c.written().isAfter(c.at())) {
            throw invalid(
                    "written_later",
                    "\"at\" has not come yet. Write when the ticket was written, such as 2026-11-28T09:00:00Z.");
        }
        boolean isKnown = c.text().strip().equals(text)
                && Objects.equals(c.service(), service)
                && c.written().equals(written);
        if (!isKnown) {
            apply(new TicketTaken(
                    c.rating(),
                    c.source().strip(),
                    c.number().strip(),
                    c.service(),
                    c.text().strip(),
                    c.written(),
                    c.by(),
                    c.at()));
        }
    }

    private static void check(String what, String words, int longest) {
        if (words.isBlank() || words.strip().length() > longest) {
            throw invalid(
                    "bad_ticket",
                    "\"" + what + "\" of a ticket has from 1 to " + longest + " characters. Write it so.");
        }
    }

    private static Refusal invalid(String code, String sentence) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence);
    }

    @EventSourcingHandler
    void evolve(TicketTaken e) {
        id = e.rating();
        text = e.text();
        service = e.service();
        written = e.written();
    }
}
