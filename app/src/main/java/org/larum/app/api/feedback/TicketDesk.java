package org.larum.app.api.feedback;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.feedback.TicketController.RefusedTicket;
import org.larum.app.api.feedback.TicketController.TicketWish;
import org.larum.app.api.feedback.TicketController.TicketsTaken;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Wishes;
import org.larum.app.eventstore.Published;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.feedback.FeedbackCommand.TakeTicket;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;

/** Takes in tickets: each by itself, so that one that cannot be taken keeps none of the others out. Blocking. */
final class TicketDesk {

    private static final int IN_ONE_UNIT = 100;
    private static final String USUAL_SOURCE = "support";

    private final Commands commands;
    private final RuleBook rules;
    private final Time time;

    TicketDesk(Commands commands, RuleBook rules, Time time) {
        this.commands = commands;
        this.rules = rules;
        this.time = time;
    }

    TicketsTaken take(List<? extends @Nullable TicketWish> wishes, Actor by) {
        if (wishes.size() > TicketReader.MOST) {
            throw TicketReader.tooMany();
        }
        rules.catchUp();
        var refused = new ArrayList<RefusedTicket>();
        var rows = new HashMap<UUID, Integer>();
        var good = new ArrayList<TakeTicket>();
        for (int row = 1; row <= wishes.size(); row++) {
            var wish = wishes.get(row - 1);
            try {
                var command = command(wish, by);
                if (rows.put(command.target(), row) != null) {
                    throw invalid("The same ticket stands in this file twice. The first was taken.");
                }
                good.add(command);
            } catch (Refusal refusal) {
                refused.add(new RefusedTicket(row, wish == null ? null : wish.number(), refusal.sentence()));
            }
        }
        int taken = 0;
        for (int from = 0; from < good.size(); from += IN_ONE_UNIT) {
            var part = good.subList(from, Math.min(good.size(), from + IN_ONE_UNIT));
            var late = new ArrayList<RefusedTicket>();
            taken += commands.inOneUnit(() -> {
                late.clear();
                commands.within(
                        Wishes.of(Map.of(), part),
                        (wish, refusal) -> late.add(new RefusedTicket(
                                rows.getOrDefault(wish.command().target(), 0),
                                ((TakeTicket) wish.command()).number(),
                                refusal.sentence())));
                return Published.here().size();
            });
            refused.addAll(late);
        }
        refused.sort(Comparator.comparingInt(RefusedTicket::row));
        return new TicketsTaken(taken, wishes.size() - taken - refused.size(), refused);
    }

    private TakeTicket command(@Nullable TicketWish wish, Actor by) {
        if (wish == null) {
            throw invalid("There is no ticket here. Write {\"number\": \"4711\", \"text\": \"...\"}.");
        }
        var now = time.now();
        return new TakeTicket(
                clean(wish.source() == null ? USUAL_SOURCE : wish.source()),
                clean(wish.number() == null ? "" : wish.number()),
                service(wish.service()),
                clean(wish.text() == null ? "" : wish.text()),
                wish.at() == null ? now : moment(wish.at()),
                by,
                now);
    }

    private static String clean(String words) {
        return words.replace("\0", "");
    }

    private @Nullable ServiceId service(@Nullable String word) {
        if (word == null) {
            return null;
        }
        var id = ServiceId.of(word);
        if (rules.now().service(id).isEmpty()) {
            throw invalid("There is no service \"" + word + "\". Leave it out, or write its word in the catalogue.");
        }
        return id;
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw invalid("\"at\" is no time. Write it with its zone, such as 2026-11-28T09:00:00Z.");
        }
    }

    private static Refusal invalid(String sentence) {
        return new Refusal(Refusal.Kind.INVALID, "bad_ticket", sentence);
    }
}
