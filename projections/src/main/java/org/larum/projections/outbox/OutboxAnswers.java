package org.larum.projections.outbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.larum.projections.outbox.OutboxQuery.Bundled;
import org.larum.projections.outbox.OutboxQuery.Last;
import org.larum.projections.outbox.OutboxQuery.Message;
import org.larum.projections.outbox.OutboxQuery.Messages;
import org.larum.projections.outbox.OutboxQuery.Pages;
import org.larum.projections.outbox.OutboxQuery.Together;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;

/** Answers what was to be told, and how far it has come. */
public final class OutboxAnswers {

    private final OutboxTable table;
    private final Names names;

    public OutboxAnswers(OutboxTable table, Names names) {
        this.table = table;
        this.names = names;
    }

    /** A way that was never gone has no line. */
    public List<LastView> answer(Last query) {
        return table.last(query);
    }

    public List<UUID> answer(Together query) {
        return table.together(query);
    }

    public List<UUID> answer(Bundled query) {
        return table.bundled(query);
    }

    public List<UUID> answer(Pages query) {
        return table.pages(query);
    }

    public Optional<OutboxView> answer(Message query) {
        return table.find(query.id(), names);
    }

    public Page<OutboxView> answer(Messages query) {
        return Page.of(table.find(query, names), query.asked());
    }
}
