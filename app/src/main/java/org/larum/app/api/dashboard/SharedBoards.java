package org.larum.app.api.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Vault;
import org.larum.domain.directory.Dashboard;
import org.larum.domain.shared.Time;
import org.larum.projections.shared.Names;

/**
 * Boards for screens that have an address and no session. Whoever reads without end costs no more than who reads now and then: figures
 * are made at most every ten seconds for an address, and after so many questions in a minute there is no answer. Blocking.
 */
final class SharedBoards {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MOST_IN_A_MINUTE = 60;
    private static final int MOST_KEPT = 500;

    private final DashboardLinkTable table;
    private final Panels panels;
    private final RuleBook rules;
    private final Names names;
    private final Vault vault;
    private final Time time;

    private final Map<Seen, Made> made = new ConcurrentHashMap<>();
    private final Map<UUID, Asked> asked = new ConcurrentHashMap<>();

    SharedBoards(DashboardLinkTable table, Panels panels, RuleBook rules, Names names, Vault vault, Time time) {
        this.table = table;
        this.panels = panels;
        this.rules = rules;
        this.names = names;
        this.vault = vault;
        this.time = time;
    }

    /** Asked more often than a screen would. */
    static final class TooOften extends RuntimeException {

        TooOften() {
            super(
                    "This address was read more than " + MOST_IN_A_MINUTE + " times within a minute. Nothing is wrong"
                            + " with it; read it again in a minute.",
                    null,
                    false,
                    false);
        }
    }

    private record Seen(UUID link, @Nullable String zone) {}

    private record Made(Instant at, int version, SharedBoardView view) {}

    private record Asked(long minute, int times) {}

    SharedBoardView behind(String token, @Nullable String zone) {
        var link = table.behind(vault.fingerprint(LinkDesk.PURPOSE, token)).orElseThrow(LinkDesk::nothing);
        var now = time.now();
        refuseIfTooOften(link.id(), now);
        var board = rules.latest(link.dashboard())
                .filter(version -> !version.isRetired())
                .orElseThrow(LinkDesk::nothing);
        if (rules.latest(link.maker()).filter(version -> !version.isRetired()).isEmpty()) {
            // What somebody gave away ends when they leave.
            throw LinkDesk.nothing();
        }
        var wish = new LookWish(null, zone, null, null, null);
        var definition = (Dashboard) board.definition();
        var sight = wish.sight(definition.days(), definition.filters(), false, now, names);
        forgetOld(now);
        var kept = made.compute(
                new Seen(link.id(), zone),
                (key, last) -> isFresh(last, board.number(), now)
                        ? Objects.requireNonNull(last)
                        : new Made(now, board.number(), view(definition, sight)));
        return kept.view();
    }

    private SharedBoardView view(Dashboard board, Sight sight) {
        var period = sight.period();
        return new SharedBoardView(
                board.name(), period.from(), period.until(), sight.days(), panels.of(board.panels(), sight));
    }

    private static boolean isFresh(@Nullable Made last, int version, Instant now) {
        return last != null
                && last.version() == version
                && now.isBefore(last.at().plus(FRESH));
    }

    private void refuseIfTooOften(UUID link, Instant now) {
        long minute = now.getEpochSecond() / 60;
        var count = asked.compute(
                link,
                (key, last) -> last == null || last.minute() != minute
                        ? new Asked(minute, 1)
                        : new Asked(minute, last.times() + 1));
        if (count.times() > MOST_IN_A_MINUTE) {
            throw new TooOften();
        }
    }

    private void forgetOld(Instant now) {
        if (made.size() > MOST_KEPT) {
            made.values().removeIf(one -> !now.isBefore(one.at().plus(FRESH)));
        }
        if (asked.size() > MOST_KEPT) {
            asked.values().removeIf(one -> one.minute() < now.getEpochSecond() / 60);
        }
    }
}
