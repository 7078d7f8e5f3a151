package org.larum.app.api.dashboard;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.dashboard.DashboardLinkTable.Link;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.security.Vault;
import org.larum.app.security.Who;
import org.larum.domain.shared.Refusal;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.shared.Page.Positioned;

/** Makes secret addresses of boards and takes them back. Blocking. */
final class LinkDesk {

    static final String PURPOSE = "dashboard-link";

    private static final int MOST = 20;

    private final Commands commands;
    private final Idempotency idempotency;
    private final DashboardDesk boards;
    private final DashboardLinkTable table;
    private final Names names;
    private final Vault vault;

    LinkDesk(
            Commands commands,
            Idempotency idempotency,
            DashboardDesk boards,
            DashboardLinkTable table,
            Names names,
            Vault vault) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.boards = boards;
        this.table = table;
        this.names = names;
        this.vault = vault;
    }

    public record LinkEnded(UUID id) {}

    /** What an idempotent answer keeps: the secret, sealed. */
    private record Kept(UUID id, byte[] sealed) {}

    Page<DashboardLinkView> list(String word, Who who, Asked asked) {
        var board = boards.shareable(word, who).id().value();
        var found = table.of(board, Cursor.read(asked.after(), -1), asked.limit() + 1).stream()
                .map(link -> new Positioned<>(view(link, null), link.position()))
                .toList();
        return Page.of(found, asked);
    }

    /** The address is told only now; the same write again answers the same. */
    DashboardLinkView make(UUID id, String word, Who who, Write write) {
        var board = boards.shareable(word, who).id().value();
        var maker = DashboardDesk.person(who).value();
        var kept = commands.inOneUnit(() -> idempotency.once(write, Kept.class, () -> {
            table.lock(board);
            if (table.count(board) >= MOST) {
                throw new Refusal(
                        Refusal.Kind.CONFLICT,
                        "too_many_links",
                        "This board has " + MOST + " addresses, as many as there can be. Take one back first.");
            }
            var token = vault.token();
            table.save(id, vault.fingerprint(PURPOSE, token), board, maker);
            return new Kept(id, vault.wrap(token));
        }));
        var link = table.find(kept.id()).orElseThrow(LinkDesk::nothing);
        return view(link, "/wall/" + vault.unwrapText(kept.sealed()));
    }

    LinkEnded end(UUID id, String word, Who who, Write write) {
        return commands.inOneUnit(() -> idempotency.once(write, LinkEnded.class, () -> {
            var board = boards.shareable(word, who).id().value();
            var link =
                    table.find(id).filter(one -> one.dashboard().equals(board)).orElseThrow(LinkDesk::nothing);
            table.delete(link.id());
            return new LinkEnded(id);
        }));
    }

    private DashboardLinkView view(Link link, @Nullable String path) {
        return new DashboardLinkView(link.id(), names.person(link.maker()), link.madeAt(), path);
    }

    static Refusal nothing() {
        return new Refusal(
                Refusal.Kind.NOT_FOUND,
                "no_such_address",
                "There is no such address of a board, or it was taken back. Ask whoever gave it to you for another.");
    }
}
