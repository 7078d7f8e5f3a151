package org.larum.domain.improvement;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.improvement.ImprovementCommand.BeginPhase;
import org.larum.domain.improvement.ImprovementCommand.Drop;
import org.larum.domain.improvement.ImprovementCommand.Judge;
import org.larum.domain.improvement.ImprovementCommand.NoteRollback;
import org.larum.domain.improvement.ImprovementCommand.Plan;
import org.larum.domain.improvement.ImprovementCommand.Propose;
import org.larum.domain.improvement.ImprovementCommand.Reopen;
import org.larum.domain.improvement.ImprovementCommand.SetCriterion;
import org.larum.domain.improvement.ImprovementCommand.Weigh;
import org.larum.domain.improvement.ImprovementEvent.CriterionFailed;
import org.larum.domain.improvement.ImprovementEvent.CriterionMet;
import org.larum.domain.improvement.ImprovementEvent.CriterionSet;
import org.larum.domain.improvement.ImprovementEvent.ImprovementDropped;
import org.larum.domain.improvement.ImprovementEvent.ImprovementPlanned;
import org.larum.domain.improvement.ImprovementEvent.ImprovementProposed;
import org.larum.domain.improvement.ImprovementEvent.ImprovementReopened;
import org.larum.domain.improvement.ImprovementEvent.ImprovementWeighed;
import org.larum.domain.improvement.ImprovementEvent.PhaseBegun;
import org.larum.domain.improvement.ImprovementEvent.RollbackNoted;

/** One thing that ought to be better. */
public final class Improvement {

    /** Before that there is too little to measure, and a quiet weekend would prove everything. */
    public static final Duration PROVES = Duration.ofDays(7);

    private enum State {
        OPEN,
        DONE,
        FAILED,
        DROPPED
    }

    @AggregateIdentifier
    private @Nullable ImprovementId id;

    private State state = State.OPEN;
    private @Nullable Priority priority;
    private @Nullable Criterion criterion;
    private @Nullable Phase phase;
    private @Nullable Instant changedAt;
    private @Nullable Instant closedAt;
    private int round;
    private int recurrences;
    private String rollback = "";

    Improvement() {}

    // ------------------------------------------------------------ seen

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(Propose c) {
        if (id == null) {
            apply(new ImprovementProposed(c.improvement(), c.evidence(), c.by(), c.at()));
        } else if (isBack(c.evidence())) {
            apply(new ImprovementReopened(
                    c.improvement(), recurrences + 1, c.evidence(), c.evidence().sentence(), c.by(), c.at()));
        }
    }

    /** What was dropped stays so: people knew. What counts something from before it was done with, shows what it was mended for. */
    private boolean isBack(Evidence evidence) {
        return (state == State.DONE || state == State.FAILED)
                && closedAt != null
                && !evidence.since().isBefore(closedAt);
    }

    // ------------------------------------------------------------ weighed and planned

    @CommandHandler
    public void decide(Weigh c) {
        refuseUnlessOpen();
        if (!c.priority().onTheScale()) {
            throw ImprovementRefusal.offTheScale();
        }
        if (!c.priority().equals(priority)) {
            apply(new ImprovementWeighed(c.improvement(), c.priority(), c.by(), c.at()));
        }
    }

    @CommandHandler
    public void decide(Plan c) {
        refuseUnlessOpen();
        if (priority == null) {
            throw ImprovementRefusal.notWeighed();
        }
        if (c.round() == round) {
            return;
        }
        int now = Round.at(c.at()).number();
        if (c.round() < now || c.round() > Round.LAST) {
            throw ImprovementRefusal.badRound(c.round(), now);
        }
        apply(new ImprovementPlanned(c.improvement(), c.round(), c.by(), c.at()));
    }

    @CommandHandler
    public void decide(SetCriterion c) {
        refuseUnlessOpen();
        double target = c.criterion().target();
        if (!(target >= 0 && target <= Criterion.HIGHEST)) {
            throw ImprovementRefusal.badTarget();
        }
        if (c.criterion().equals(criterion)) {
            return;
        }
        // A goal that moves once the ball is in the air proves nothing.
        if (phase == Phase.VALIDATE) {
            throw ImprovementRefusal.underWay();
        }
        apply(new CriterionSet(c.improvement(), c.criterion(), c.by(), c.at()));
    }

    // ------------------------------------------------------------ done

    @CommandHandler
    public void decide(BeginPhase c) {
        refuseUnlessOpen();
        if (c.phase() == phase) {
            return;
        }
        if (round == 0) {
            throw ImprovementRefusal.notPlanned();
        }
        if (!c.phase().follows(phase)) {
            throw ImprovementRefusal.notNext(c.phase());
        }
        if (c.phase() == Phase.VALIDATE && criterion == null) {
            throw ImprovementRefusal.noCriterion();
        }
        apply(new PhaseBegun(c.improvement(), c.phase(), c.by(), c.at()));
    }

    @CommandHandler
    public void decide(Judge c) {
        if (state == State.DONE || state == State.FAILED) {
            return;
        }
        if (state == State.OPEN
                && phase == Phase.VALIDATE
                && changedAt != null
                && c.criterion().equals(criterion)) {
            var from = changedAt.plus(PROVES);
            if (c.at().isBefore(from)) {
                throw ImprovementRefusal.tooEarly(PROVES, from);
            }
            apply(
                    c.criterion().metBy(c.measured())
                            ? new CriterionMet(c.improvement(), c.criterion(), c.measured(), c.by(), c.at())
                            : new CriterionFailed(c.improvement(), c.criterion(), c.measured(), c.by(), c.at()));
            return;
        }
        throw ImprovementRefusal.notValidating();
    }

    @CommandHandler
    public void decide(NoteRollback c) {
        if (state != State.FAILED) {
            throw ImprovementRefusal.notFailed();
        }
        if (!c.note().equals(rollback)) {
            apply(new RollbackNoted(c.improvement(), c.note(), c.by(), c.at()));
        }
    }

    // ------------------------------------------------------------ left, and taken up again

    @CommandHandler
    public void decide(Drop c) {
        if (state == State.DROPPED) {
            return;
        }
        refuseUnlessOpen();
        apply(new ImprovementDropped(c.improvement(), c.reason(), c.by(), c.at()));
    }

    @CommandHandler
    public void decide(Reopen c) {
        if (state == State.OPEN) {
            throw ImprovementRefusal.notClosed();
        }
        // What was never done did not come back.
        int recurrence = state == State.DROPPED ? recurrences : recurrences + 1;
        apply(new ImprovementReopened(c.improvement(), recurrence, null, c.reason(), c.by(), c.at()));
    }

    private void refuseUnlessOpen() {
        if (state != State.OPEN) {
            throw ImprovementRefusal.closed(state.name().toLowerCase(Locale.ROOT));
        }
    }

    // ------------------------------------------------------------ evolve

    @EventSourcingHandler
    void evolve(ImprovementProposed e) {
        id = e.improvement();
    }

    @EventSourcingHandler
    void evolve(ImprovementWeighed e) {
        priority = e.priority();
    }

    @EventSourcingHandler
    void evolve(ImprovementPlanned e) {
        round = e.round();
    }

    @EventSourcingHandler
    void evolve(CriterionSet e) {
        criterion = e.criterion();
    }

    @EventSourcingHandler
    void evolve(PhaseBegun e) {
        phase = e.phase();
        if (e.phase() == Phase.VALIDATE) {
            changedAt = e.at();
        }
    }

    @EventSourcingHandler
    void evolve(CriterionMet e) {
        close(State.DONE, e.at());
    }

    @EventSourcingHandler
    void evolve(CriterionFailed e) {
        close(State.FAILED, e.at());
    }

    @EventSourcingHandler
    void evolve(RollbackNoted e) {
        rollback = e.note();
    }

    @EventSourcingHandler
    void evolve(ImprovementDropped e) {
        close(State.DROPPED, e.at());
    }

    private void close(State how, Instant at) {
        state = how;
        closedAt = at;
    }

    /** It begins anew; what was weighed and how one sees that it worked stays. */
    @EventSourcingHandler
    void evolve(ImprovementReopened e) {
        state = State.OPEN;
        recurrences = e.recurrence();
        phase = null;
        round = 0;
        rollback = "";
        changedAt = null;
        closedAt = null;
    }
}
