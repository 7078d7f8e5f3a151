package org.larum.domain.status;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Refusal;
import org.larum.domain.status.StatusCommand.PublishNotice;
import org.larum.domain.status.StatusCommand.UpdateNotice;
import org.larum.domain.status.StatusCommand.WithdrawNotice;
import org.larum.domain.status.StatusEvent.NoticePublished;
import org.larum.domain.status.StatusEvent.NoticeUpdated;
import org.larum.domain.status.StatusEvent.NoticeWithdrawn;
import org.larum.domain.status.StatusEvent.Post;

/** What is said about one incident or maintenance, from the first word to the last. Only people say it. */
public final class Notice {

    /** Everybody who looks at the page reads all of them. */
    static final int MOST_POSTS = 200;

    @AggregateIdentifier
    private @Nullable NoticeId id;

    private NoticeKind kind;
    private Post last;
    private int posts;
    private boolean isWithdrawn;

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    Notice() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(PublishNotice c) {
        if (id != null) {
            return;
        }
        refuseUnlessItSuits(c.post(), c.kind());
        apply(new NoticePublished(
                c.notice(), c.kind(), c.visibility(), c.title(), c.post(), c.incident(), c.by(), c.at()));
    }

    @CommandHandler
    public void decide(UpdateNotice c) {
        refuseIf(isWithdrawn, "notice_withdrawn", "This notice was withdrawn. Nothing was said. Publish a new one.");
        if (c.post().equals(last)) {
            return;
        }
        refuseIf(
                last.state().isEnd(),
                "notice_over",
                "This notice has ended. Nothing was said. If the fault is back, publish a new one.");
        refuseIf(
                posts >= MOST_POSTS,
                "notice_too_long",
                "This notice has " + MOST_POSTS + " updates, and more would not be read. Nothing was said. End it, and"
                        + " publish a new one.");
        refuseUnlessItSuits(c.post(), kind);
        apply(new NoticeUpdated(c.notice(), c.post(), c.by(), c.at()));
    }

    @CommandHandler
    public void decide(WithdrawNotice c) {
        if (!isWithdrawn) {
            apply(new NoticeWithdrawn(c.notice(), c.by(), c.at()));
        }
    }

    private static void refuseUnlessItSuits(Post post, NoticeKind kind) {
        if (!post.state().suits(kind)) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "bad_notice_state",
                    kind == NoticeKind.INCIDENT
                            ? "An incident is investigating, identified, monitoring or resolved. Nothing was said."
                            : "A maintenance is scheduled, in_progress or completed. Nothing was said.");
        }
    }

    private static void refuseIf(boolean isSo, String code, String sentence) {
        if (isSo) {
            throw new Refusal(Refusal.Kind.CONFLICT, code, sentence);
        }
    }

    @EventSourcingHandler
    void evolve(NoticePublished e) {
        id = e.notice();
        kind = e.kind();
        last = e.post();
        posts = 1;
    }

    @EventSourcingHandler
    void evolve(NoticeUpdated e) {
        last = e.post();
        posts++;
    }

    @EventSourcingHandler
    void evolve(NoticeWithdrawn e) {
        isWithdrawn = true;
    }
}
