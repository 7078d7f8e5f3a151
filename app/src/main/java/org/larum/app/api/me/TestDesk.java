package org.larum.app.api.me;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.eventstore.EventLog;
import org.larum.app.security.Who;
import org.larum.domain.notification.NotificationCommand.ConfirmArrival;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Notice;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;

/** Sends somebody a real message to see whether it arrives, and notes that it did. Blocking. */
public final class TestDesk {

    private final Commands commands;
    private final Idempotency idempotency;
    private final ReachTestTable table;
    private final ReachDesk reach;
    private final EventLog log;
    private final Time time;

    TestDesk(
            Commands commands,
            Idempotency idempotency,
            ReachTestTable table,
            ReachDesk reach,
            EventLog log,
            Time time) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.table = table;
        this.reach = reach;
        this.log = log;
        this.time = time;
    }

    public record TestWish(@Nullable String channel) {}

    /** {@code index}: the newest event of it. */
    public record TestActed(UUID id, long index) {}

    private record TestSent(UUID id) {}

    /** @param fresh the id that it gets, unless this very write was done before */
    public TestActed send(UUID fresh, TestWish wish, Who who, Write write) {
        var person = reach.current(who);
        var channel = Ways.of(wish.channel())
                .orElseThrow(() -> invalid("bad_channel", "There is no such way of telling people. Nothing was sent."));
        var missing = Ways.missing(channel, person, reach.setUp(person));
        if (missing != null) {
            throw new Refusal(Refusal.Kind.CONFLICT, "way_missing", missing + " Nothing was sent.");
        }
        return send(fresh, new Recipient(channel, person.id().value()), mine(fresh, channel), write);
    }

    /**
     * To a webhook, at the same pace as to a person.
     *
     * @param fresh the id that it gets, unless this very write was done before
     */
    public TestActed send(UUID fresh, UUID webhook, String word, Write write) {
        var notice = new Notice(
                "Test of " + word,
                "Somebody asked Larum for this test. Nothing is wrong, and nobody waits for an answer.",
                null,
                "/channels");
        return send(fresh, new Recipient(ChannelKind.WEBHOOK, webhook), notice, write);
    }

    private TestActed send(UUID fresh, Recipient recipient, Notice notice, Write write) {
        var sent = commands.inOneUnit(() -> idempotency.once(write, TestSent.class, () -> {
            pace(recipient.id());
            commands.within(
                    Map.of(), RequestNotification.test(new NotificationId(fresh), recipient, notice, time.now()));
            return new TestSent(fresh);
        }));
        return new TestActed(sent.id(), index(sent.id()));
    }

    private void pace(UUID recipient) {
        table.lock(recipient);
        var now = time.now();
        TestPace.left(table.since(recipient, now.minus(TestPace.WINDOW)), now).ifPresent(left -> {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "too_many_tests",
                    "Tests are at least 10 seconds apart, and at most 20 an hour. Nothing was sent. Send the next"
                            + " one in " + words(left) + ".");
        });
        table.note(recipient, now);
    }

    private static String words(Duration left) {
        long seconds = left.plusMillis(999).toSeconds();
        return seconds <= 90 ? seconds + " s" : (seconds + 59) / 60 + " min";
    }

    private static Notice mine(UUID id, ChannelKind channel) {
        return new Notice(
                "Test of your " + Ways.name(channel),
                "You asked Larum for this test. Nothing is wrong, and nobody waits for you. It counts when you open Larum here"
                        + " and press \"It reached me\".",
                null,
                "/me?test=" + id);
    }

    TestActed confirm(@Nullable UUID id, Who who, Write write) {
        var person = reach.current(who).id();
        if (id == null || index(id) < 0) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "no_such_test",
                    "There is no test of yours at this address. Nothing was changed. Send a new one.");
        }
        commands.inOneUnit(() -> idempotency.once(write, TestSent.class, () -> {
            commands.within(Map.of(), new ConfirmArrival(new NotificationId(id), person, time.now()));
            return new TestSent(id);
        }));
        return new TestActed(id, index(id));
    }

    private long index(UUID id) {
        return log.headOf(id.toString());
    }

    private static Refusal invalid(String code, String sentence) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence);
    }
}
