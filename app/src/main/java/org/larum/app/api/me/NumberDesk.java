package org.larum.app.api.me;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.me.NumberTable.Sent;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.eventstore.EventLog;
import org.larum.app.security.NumberCodes;
import org.larum.app.security.Vault;
import org.larum.app.security.Who;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Notice;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;

/** Sends somebody a code to their number, and takes it back: then the number is theirs. Blocking. */
final class NumberDesk {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST = 3;
    private static final int TRIES = 5;
    private static final String TURN = "code";

    private final Commands commands;
    private final Idempotency idempotency;
    private final NumberTable table;
    private final NumberCodes codes;
    private final ReachDesk reach;
    private final EventLog log;
    private final Time time;

    NumberDesk(
            Commands commands,
            Idempotency idempotency,
            NumberTable table,
            NumberCodes codes,
            ReachDesk reach,
            EventLog log,
            Time time) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.table = table;
        this.codes = codes;
        this.reach = reach;
        this.log = log;
        this.time = time;
    }

    /** By "sms" or by "call". */
    public record CodeWish(@Nullable String channel) {}

    /** {@code until}: when the code is worth nothing any more. {@code index}: the newest event of the message. */
    public record CodeSent(UUID id, Instant until, long index) {}

    public record TypedCode(@Nullable String code) {}

    private record Done(UUID id, Instant until) {}

    /** What a code came to: null when it is right. In a record, since an attempt counts although it is refused. */
    private record Typed(@Nullable String code, @Nullable String sentence) {}

    /** @param fresh the id of the message, unless this very write was done before */
    CodeSent send(UUID fresh, CodeWish wish, Who who, Write write) {
        var person = reach.current(who);
        var channel = Ways.of(wish.channel())
                .filter(Ways.BY_NUMBER::contains)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.INVALID, "bad_channel", "A code comes by sms or by call. Nothing was sent."));
        var missing = Ways.missing(channel, person, reach.setUp(person));
        if (missing != null) {
            throw new Refusal(Refusal.Kind.CONFLICT, "way_missing", missing + " Nothing was sent.");
        }
        var done = commands.inOneUnit(() -> idempotency.once(write, Done.class, () -> {
            var now = time.now();
            pace(person, now);
            table.note(fresh, person.id().value(), number(person), now);
            commands.within(
                    Map.of(), request(fresh, new Recipient(channel, person.id().value()), now));
            return new Done(fresh, now.plus(LIFE));
        }));
        return new CodeSent(done.id(), done.until(), log.headOf(done.id().toString()));
    }

    private void pace(Person person, Instant now) {
        table.lock(person.id().value());
        var sent = table.since(person.id().value(), now.minus(WINDOW));
        if (sent.size() >= MOST) {
            var free = Duration.between(now, sent.get(sent.size() - MOST).at().plus(WINDOW));
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "too_many_codes",
                    "At most three codes an hour are sent to you. Nothing was sent. Ask for the next one in "
                            + (free.toSeconds() + 59) / 60 + " min.");
        }
    }

    private static RequestNotification request(UUID id, Recipient recipient, Instant now) {
        var notice = new Notice(
                "Your code",
                NumberCodes.PLACE
                        + " shows that this number is yours. Type it on the page Me within 10 minutes. Not asked"
                        + " for? Do nothing.",
                null,
                "/me");
        return RequestNotification.of(new NotificationId(id), recipient, TURN, notice, now);
    }

    private static String number(Person person) {
        return Objects.requireNonNull(person.phone()).fingerprint();
    }

    /** The number is verified afterwards, or it is said why not. */
    void confirm(TypedCode typed, Who who, Write write) {
        var person = reach.current(who);
        var code = typed.code() == null ? "" : typed.code().replaceAll("[\\s-]", "");
        var came = commands.inOneUnit(() -> idempotency.once(write, Typed.class, () -> {
            table.lock(person.id().value());
            return compare(person, code, time.now());
        }));
        if (came.code() != null) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    came.code(),
                    Objects.requireNonNullElse(came.sentence(), "Nothing was changed."));
        }
    }

    private Typed compare(Person person, String code, Instant now) {
        var sent = table.since(person.id().value(), now.minus(WINDOW));
        var newest = newest(person, sent);
        if (newest == null || newest.at().plus(LIFE).isBefore(now)) {
            return new Typed("no_code", "No code waits for you: one is good for 10 minutes. Ask for a new one.");
        }
        if (newest.tries() >= TRIES) {
            return new Typed(
                    "too_many_tries",
                    "This code was typed wrong five times and is worth nothing any more. Ask for a new one.");
        }
        if (!Vault.isSame(codes.of(newest.notification()), code)) {
            table.tried(newest.notification());
            int left = TRIES - newest.tries() - 1;
            return new Typed(
                    "wrong_code",
                    "This is not the code. "
                            + (left == 0
                                    ? "Ask for a new one."
                                    : left == 1 ? "One try is left." : left + " tries are left."));
        }
        table.verified(person.id().value(), number(person), now);
        return new Typed(null, null);
    }

    /** Only the last code counts, and only for the number that it went to. */
    private static @Nullable Sent newest(Person person, List<Sent> sent) {
        return person.phone() == null
                        || sent.isEmpty()
                        || !sent.getLast().number().equals(number(person))
                ? null
                : sent.getLast();
    }
}
