package org.larum.app.api.ical;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.ical.IcalFeedTable.Feed;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Permission;
import org.larum.app.security.Vault;
import org.larum.app.security.Who;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.shared.Page.Positioned;

/** Makes and takes back the addresses of calendars, and answers what is behind them. Blocking. */
final class IcalDesk {

    private static final int MOST = 50;
    private static final String PURPOSE = "ical-feed";

    private final Commands commands;
    private final Idempotency idempotency;
    private final IcalFeedTable table;
    private final ShiftCalendars calendars;
    private final RuleBook rules;
    private final Names names;
    private final Vault vault;
    private final Time time;

    IcalDesk(
            Commands commands,
            Idempotency idempotency,
            IcalFeedTable table,
            ShiftCalendars calendars,
            RuleBook rules,
            Names names,
            Vault vault,
            Time time) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.table = table;
        this.calendars = calendars;
        this.rules = rules;
        this.names = names;
        this.vault = vault;
        this.time = time;
    }

    /** {@code schedule}: by its word; null for one's own shifts. */
    public record FeedWish(@Nullable String schedule) {}

    public record FeedEnded(UUID id) {}

    /** What an idempotent answer keeps: the secret, sealed. */
    private record Kept(UUID id, byte[] sealed) {}

    Page<IcalFeedView> list(Who who, Asked asked) {
        var found = table.of(person(who).value(), Cursor.read(asked.after(), -1), asked.limit() + 1).stream()
                .map(feed -> new Positioned<>(view(feed, null), feed.position()))
                .toList();
        return Page.of(found, asked);
    }

    /** The address is told only now; the same write again answers the same. */
    IcalFeedView make(UUID id, FeedWish wish, Who who, Write write) {
        var person = person(who).value();
        var schedule = wish.schedule() == null ? null : schedule(wish.schedule());
        var kept = commands.inOneUnit(() -> idempotency.once(write, Kept.class, () -> {
            table.lock(person);
            if (table.count(person) >= MOST) {
                throw new Refusal(
                        Refusal.Kind.CONFLICT,
                        "too_many_feeds",
                        "You have " + MOST + " calendars, as many as there can be. Take one back first.");
            }
            var token = vault.token();
            table.save(id, vault.fingerprint(PURPOSE, token), person, schedule);
            return new Kept(id, vault.wrap(token));
        }));
        var feed = table.find(kept.id()).orElseThrow(IcalDesk::nothing);
        return view(feed, "/ical/" + vault.unwrapText(kept.sealed()) + ".ics");
    }

    /** Whoever made it, or an administrator. */
    FeedEnded delete(UUID id, Who who, Write write) {
        return commands.inOneUnit(() -> idempotency.once(write, FeedEnded.class, () -> {
            var feed = table.find(id).orElseThrow(IcalDesk::nothing);
            var person = who.person();
            boolean isTheirs = person != null && person.value().equals(feed.person());
            if (!isTheirs && !who.may(Permission.ADMINISTER)) {
                throw nothing();
            }
            table.delete(id);
            return new FeedEnded(id);
        }));
    }

    /** Of nobody who has left: their calendar ends with them. */
    byte[] behind(String token) {
        var feed = table.behind(vault.fingerprint(PURPOSE, token)).orElseThrow(IcalDesk::nothing);
        if (rules.latest(feed.person()).filter(version -> !version.isRetired()).isEmpty()) {
            throw nothing();
        }
        return feed.schedule() == null
                ? calendars.ofPerson(feed.person(), time.now())
                : calendars.ofSchedule(feed.schedule(), time.now());
    }

    private IcalFeedView view(Feed feed, @Nullable String path) {
        return new IcalFeedView(feed.id(), names.person(feed.person()), named(feed.schedule()), feed.madeAt(), path);
    }

    private @Nullable Named named(@Nullable UUID schedule) {
        return schedule == null
                ? null
                : rules.latest(schedule)
                        .map(version -> (Schedule) version.definition())
                        .map(found -> new Named(schedule, found.word(), found.name()))
                        .orElse(null);
    }

    private UUID schedule(String word) {
        var id = ScheduleId.of(word).value();
        if (rules.latest(id).filter(version -> !version.isRetired()).isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "no_such_schedule",
                    "There is no schedule of this name. Nothing was made; GET /api/schedules lists them.");
        }
        return id;
    }

    private static PersonId person(Who who) {
        var person = who.person();
        if (person == null) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "no_person",
                    "Calendars belong to people who have signed in; a token has none.");
        }
        return person;
    }

    private static Refusal nothing() {
        return new Refusal(
                Refusal.Kind.NOT_FOUND,
                "no_such_feed",
                "There is no such calendar, or it was taken back. Subscribe again on the page of the schedule.");
    }
}
