package org.larum.domain.postmortem;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.postmortem.PostmortemCommand.AddAction;
import org.larum.domain.postmortem.PostmortemCommand.AskPostmortem;
import org.larum.domain.postmortem.PostmortemCommand.ChangeAction;
import org.larum.domain.postmortem.PostmortemCommand.DraftPostmortem;
import org.larum.domain.postmortem.PostmortemCommand.PublishPostmortem;
import org.larum.domain.postmortem.PostmortemCommand.RemindAction;
import org.larum.domain.postmortem.PostmortemCommand.ReopenPostmortem;
import org.larum.domain.postmortem.PostmortemCommand.RequestReview;
import org.larum.domain.postmortem.PostmortemCommand.WritePostmortem;
import org.larum.domain.postmortem.PostmortemEvent.ActionAdded;
import org.larum.domain.postmortem.PostmortemEvent.ActionChanged;
import org.larum.domain.postmortem.PostmortemEvent.ActionReminded;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemAsked;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemDrafted;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemPublished;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemReopened;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemWritten;
import org.larum.domain.postmortem.PostmortemEvent.ReviewRequested;

/** What is learned from one incident. */
public final class Postmortem {

    /** While everybody remembers. */
    static final int DAYS = 5;

    private enum State {
        DRAFT,
        REVIEW,
        PUBLISHED
    }

    @AggregateIdentifier
    private @Nullable PostmortemId id;

    private IncidentId incident;
    private int number;
    private int round;
    private int draftedRound;
    private Instant askedAt;
    private State state = State.DRAFT;

    private int version;
    private String title = "";
    private String text = "";
    private @Nullable LocalDate due;

    /** From then on Larum keeps its hands off the text. */
    private boolean isOfPeople;

    private final Actions actions = new Actions();

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    Postmortem() {}

    // ------------------------------------------------------------ drafted

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(AskPostmortem c) {
        boolean isNews = id == null || c.at().isAfter(askedAt);
        // Asking by hand for what is there is looking at it; an incident that ends once more has more to tell.
        boolean isAgain = id != null && c.cause() == Cause.BY_HAND;
        if (isNews && !isAgain && !isOfPeople) {
            apply(new PostmortemAsked(c.postmortem(), c.incident(), round + 1, c.cause(), c.about(), c.by(), c.at()));
        }
    }

    @CommandHandler
    public void decide(DraftPostmortem c) {
        if (c.round() == round && draftedRound < round && !isOfPeople) {
            var day = due == null ? c.at().atZone(ZoneOffset.UTC).toLocalDate().plusDays(DAYS) : due;
            apply(new PostmortemDrafted(c.postmortem(), incident, version + 1, c.title(), c.text(), day, c.at()));
        }
    }

    // ------------------------------------------------------------ written

    @CommandHandler
    public void decide(WritePostmortem c) {
        if (c.title().equals(title) && c.text().equals(text)) {
            return;
        }
        refuseUnlessWritable();
        if (c.basedOn() != version) {
            throw PostmortemRefusal.writtenMeanwhile(version, c.basedOn());
        }
        apply(new PostmortemWritten(c.postmortem(), incident, version + 1, c.title(), c.text(), c.by(), c.at()));
    }

    @CommandHandler
    public void decide(RequestReview c) {
        if (state != State.REVIEW) {
            refuseUnlessWritable();
            apply(new ReviewRequested(c.postmortem(), incident, version, c.by(), c.at()));
        }
    }

    @CommandHandler
    public void decide(PublishPostmortem c) {
        if (state == State.PUBLISHED && c.version() == version) {
            return;
        }
        refuseUnlessWritable();
        if (c.version() != version) {
            throw PostmortemRefusal.writtenMeanwhile(version, c.version());
        }
        apply(new PostmortemPublished(c.postmortem(), incident, version, c.outcome(), c.by(), c.at()));
    }

    @CommandHandler
    public void decide(ReopenPostmortem c) {
        if (state != State.DRAFT) {
            apply(new PostmortemReopened(c.postmortem(), incident, c.by(), c.at()));
        }
    }

    private void refuseUnlessWritable() {
        if (version == 0) {
            throw PostmortemRefusal.notDrafted();
        }
        if (state == State.PUBLISHED) {
            throw PostmortemRefusal.published();
        }
    }

    // ------------------------------------------------------------ what is to be done; also after it is published

    @CommandHandler
    public void decide(AddAction c) {
        if (actions.isKnown(c.action().action())) {
            return;
        }
        if (actions.isFull()) {
            throw PostmortemRefusal.tooManyActions(Actions.MOST);
        }
        apply(new ActionAdded(c.postmortem(), incident, c.action(), c.by(), c.at()));
    }

    @CommandHandler
    public void decide(ChangeAction c) {
        if (!actions.find(c.action().action()).equals(c.action())) {
            apply(new ActionChanged(c.postmortem(), incident, c.action(), c.by(), c.at()));
        }
    }

    @CommandHandler
    public void decide(RemindAction c) {
        var action = actions.find(c.action());
        if (actions.isToBeReminded(action, c.day())) {
            apply(new ActionReminded(c.postmortem(), incident, number, action, c.day(), c.at()));
        }
    }

    // ------------------------------------------------------------ evolve

    @EventSourcingHandler
    void evolve(PostmortemAsked e) {
        id = e.postmortem();
        incident = e.incident();
        number = e.about().number();
        round = e.round();
        askedAt = e.at();
    }

    @EventSourcingHandler
    void evolve(PostmortemDrafted e) {
        draftedRound = round;
        version = e.version();
        title = e.title();
        text = e.text();
        due = e.due();
    }

    @EventSourcingHandler
    void evolve(PostmortemWritten e) {
        isOfPeople = true;
        version = e.version();
        title = e.title();
        text = e.text();
    }

    @EventSourcingHandler
    void evolve(ReviewRequested e) {
        isOfPeople = true;
        state = State.REVIEW;
    }

    @EventSourcingHandler
    void evolve(PostmortemPublished e) {
        isOfPeople = true;
        state = State.PUBLISHED;
    }

    @EventSourcingHandler
    void evolve(PostmortemReopened e) {
        state = State.DRAFT;
    }

    @EventSourcingHandler
    void evolve(ActionAdded e) {
        actions.keep(e.action());
    }

    @EventSourcingHandler
    void evolve(ActionChanged e) {
        actions.keep(e.action());
    }

    @EventSourcingHandler
    void evolve(ActionReminded e) {
        actions.reminded(e.action().action(), e.day());
    }
}
