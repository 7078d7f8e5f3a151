package org.larum.domain.incident;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.IncidentCommand.AcknowledgeIncident;
import org.larum.domain.incident.IncidentCommand.AdmitAlerts;
import org.larum.domain.incident.IncidentCommand.AssignIncident;
import org.larum.domain.incident.IncidentCommand.ChangeSeverity;
import org.larum.domain.incident.IncidentCommand.ConfirmOpen;
import org.larum.domain.incident.IncidentCommand.CorrectImpactStart;
import org.larum.domain.incident.IncidentCommand.EndHush;
import org.larum.domain.incident.IncidentCommand.EndIfQuiet;
import org.larum.domain.incident.IncidentCommand.EndSnooze;
import org.larum.domain.incident.IncidentCommand.EscalateIncident;
import org.larum.domain.incident.IncidentCommand.HandOverIncident;
import org.larum.domain.incident.IncidentCommand.HoldAlert;
import org.larum.domain.incident.IncidentCommand.HushIncident;
import org.larum.domain.incident.IncidentCommand.IncidentDue;
import org.larum.domain.incident.IncidentCommand.JoinIncident;
import org.larum.domain.incident.IncidentCommand.MergeIncident;
import org.larum.domain.incident.IncidentCommand.MitigateIncident;
import org.larum.domain.incident.IncidentCommand.MoveAlerts;
import org.larum.domain.incident.IncidentCommand.NoteIncident;
import org.larum.domain.incident.IncidentCommand.OpenIncident;
import org.larum.domain.incident.IncidentCommand.OverridePriority;
import org.larum.domain.incident.IncidentCommand.PassIncidentOn;
import org.larum.domain.incident.IncidentCommand.ReopenIncident;
import org.larum.domain.incident.IncidentCommand.RerouteIncident;
import org.larum.domain.incident.IncidentCommand.ResolveIncident;
import org.larum.domain.incident.IncidentCommand.ReturnAlerts;
import org.larum.domain.incident.IncidentCommand.SettleAlert;
import org.larum.domain.incident.IncidentCommand.SnoozeIncident;
import org.larum.domain.incident.IncidentCommand.SplitIncident;
import org.larum.domain.incident.IncidentCommand.TakeInAlerts;
import org.larum.domain.incident.IncidentCommand.TakeIncident;
import org.larum.domain.incident.IncidentCommand.UnmergeIncident;
import org.larum.domain.incident.IncidentCommand.WithdrawAcknowledgement;
import org.larum.domain.incident.IncidentCommand.WithdrawResolution;
import org.larum.domain.incident.IncidentCommand.WorsenIncident;
import org.larum.domain.incident.IncidentEvent.AcknowledgementAdded;
import org.larum.domain.incident.IncidentEvent.AcknowledgementExpired;
import org.larum.domain.incident.IncidentEvent.AcknowledgementRenewed;
import org.larum.domain.incident.IncidentEvent.AcknowledgementWithdrawn;
import org.larum.domain.incident.IncidentEvent.AlertHeld;
import org.larum.domain.incident.IncidentEvent.AlertSettled;
import org.larum.domain.incident.IncidentEvent.AlertsForwarded;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.AlertsMovedIn;
import org.larum.domain.incident.IncidentEvent.AlertsMovedOut;
import org.larum.domain.incident.IncidentEvent.AlertsTurnedAway;
import org.larum.domain.incident.IncidentEvent.HelpCalled;
import org.larum.domain.incident.IncidentEvent.HushEnd;
import org.larum.domain.incident.IncidentEvent.HushEnded;
import org.larum.domain.incident.IncidentEvent.ImpactStartCorrected;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentAssigned;
import org.larum.domain.incident.IncidentEvent.IncidentEscalated;
import org.larum.domain.incident.IncidentEvent.IncidentHandedOver;
import org.larum.domain.incident.IncidentEvent.IncidentHushed;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentMitigated;
import org.larum.domain.incident.IncidentEvent.IncidentNoted;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentPassedOn;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentSnoozed;
import org.larum.domain.incident.IncidentEvent.IncidentSplit;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentEvent.Lease;
import org.larum.domain.incident.IncidentEvent.MergeSuggested;
import org.larum.domain.incident.IncidentEvent.Moving;
import org.larum.domain.incident.IncidentEvent.PriorityOverridden;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentEvent.SeverityChanged;
import org.larum.domain.incident.IncidentEvent.SnoozeEnded;
import org.larum.domain.incident.IncidentEvent.Turn;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;

/** What people work on together, from the first alert until somebody or the last alert ends it. */
public final class Incident {

    /**
     * Long enough to find a fault, short enough that one whose holder has fallen asleep again is not forgotten until the morning.
     */
    static final Duration LEASE = Duration.ofMinutes(30);

    /** A second tap on the same button is no renewal. */
    private static final Duration A_TAP = Duration.ofMinutes(1);

    /** A fault that may wait for longer is work to plan, and no incident. */
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(7);

    @AggregateIdentifier
    private IncidentId id;

    private UUID group;
    private Place place;
    private IncidentState state;
    /** What it was when it was resolved. */
    private IncidentState former;

    private Severity severity;
    private @Nullable Priority priority;
    private @Nullable Instant impactBegan;
    private int run;
    private int timer;
    private @Nullable Actor holder;
    private Instant heldSince;

    /** Who has acknowledged it besides its holder. */
    private final Set<Actor> joiners = new HashSet<>();

    private Duration lease;
    private @Nullable PersonId assignee;
    private boolean isSnoozed;
    private boolean isEscalated;
    private @Nullable Hushed hushed;

    /** What silenced it when it was resolved. */
    private @Nullable Hushed formerHush;

    private @Nullable IncidentId whole;
    private @Nullable IncidentId suggested;
    private List<AlertId> moved;
    /** What people have un-merged, Larum does not merge again. */
    private final Set<IncidentId> apart = new HashSet<>();

    private int parts;
    private final OpenAlerts open = new OpenAlerts();

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    Incident() {}

    // ------------------------------------------------------------ its alerts

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(OpenIncident c) {
        if (id != null) {
            return;
        }
        apply(new IncidentOpened(
                c.incident(),
                c.number(),
                c.group(),
                c.place(),
                c.severity(),
                c.title(),
                c.first(),
                c.groupWait(),
                c.at()));
    }

    @CommandHandler
    public void decide(RerouteIncident c) {
        if (!isOver() && c.from().contains(place.service())) {
            boolean asks = isAsking();
            apply(new IncidentRerouted(
                    id, asks ? run + 1 : run, asks, place.service(), c.to(), c.groupWait(), c.at(), severity));
        }
    }

    @CommandHandler
    public void decide(JoinIncident c) {
        var joining = open.unknown(c.alerts());
        if (joining.isEmpty()) {
            return;
        }
        if (whole != null) {
            apply(new AlertsForwarded(id, whole, joining, c.at()));
            return;
        }
        if (state == IncidentState.RESOLVED) {
            // They were on their way while the incident ended: they must not join something that nobody looks at.
            apply(new AlertsTurnedAway(id, group, joining, c.at()));
            return;
        }
        apply(new AlertsJoined(id, joining.stream().map(Joining::alert).toList(), c.at()));
        endHush(HushEnd.JOINED, c.at());
        joining.stream()
                .map(Joining::severity)
                .min(Comparator.naturalOrder())
                .ifPresent(worst -> worsen(worst, c.at()));
    }

    @CommandHandler
    public void decide(WorsenIncident c) {
        worsen(c.severity(), c.at());
    }

    private void worsen(Severity to, Instant at) {
        if (isOver() || !to.isWorseThan(severity)) {
            return;
        }
        apply(new IncidentWorsened(id, severity, to, atWork(), at, run));
        if (isSnoozed) {
            endSnooze(IncidentState.TRIGGERED, Actor.LARUM, at);
        } else if (state == IncidentState.MITIGATED) {
            apply(new IncidentReopened(id, run + 1, place, Actor.LARUM, state, at, severity));
            hushAgain(at);
        }
    }

    /** A run that begins tells people anyhow. */
    private @Nullable Actor atWork() {
        if (isSnoozed || state != IncidentState.ACKNOWLEDGED) {
            return null;
        }
        return assignee == null ? holder : Actor.person(assignee);
    }

    @CommandHandler
    public void decide(HoldAlert c) {
        if (!open.isUnheld(c.alert())) {
            return;
        }
        apply(new AlertHeld(id, c.alert(), c.at()));
        if (state == IncidentState.TRIGGERED && !isSnoozed && open.areAllHeld()) {
            apply(new IncidentAcknowledged(id, run, c.by(), "its alerts", newLease(c.at()), c.at()));
        }
    }

    @CommandHandler
    public void decide(SettleAlert c) {
        if (!open.contains(c.alert())) {
            return;
        }
        apply(new AlertSettled(id, c.alert(), c.at()));
        resolveIfQuiet(c.at());
    }

    @CommandHandler
    public void decide(EndIfQuiet c) {
        resolveIfQuiet(c.at());
    }

    private void resolveIfQuiet(Instant at) {
        if (open.isEmpty() && !isOver()) {
            apply(new IncidentResolved(id, group, run, Actor.LARUM, null, List.of(), at));
        }
    }

    // ------------------------------------------------------------ who holds it

    @CommandHandler
    public void decide(AcknowledgeIncident c) {
        refuseIfOver();
        if (isWaiting() || isHandedTo(c.by())) {
            apply(new IncidentAcknowledged(id, run, c.by(), c.via(), newLease(c.at()), c.at()));
        } else if (isHeldBesides(c.by()) && !joiners.contains(c.by())) {
            apply(new AcknowledgementAdded(id, run, c.by(), c.via(), c.at()));
        } else {
            renew(c.by(), c.at());
        }
    }

    private boolean isHeldBesides(Actor by) {
        return state == IncidentState.ACKNOWLEDGED && by.kind() == Actor.Kind.PERSON && !by.equals(holder);
    }

    /** Nobody is at work on it. */
    private boolean isWaiting() {
        return state == IncidentState.TRIGGERED || isSnoozed;
    }

    /** It was given to somebody who has not yet said so. */
    private boolean isHandedTo(Actor by) {
        return state == IncidentState.ACKNOWLEDGED
                && !by.equals(holder)
                && assignee != null
                && by.equals(Actor.person(assignee));
    }

    private void renew(Actor by, Instant at) {
        if (state == IncidentState.ACKNOWLEDGED && by.equals(holder) && at.isAfter(heldSince.plus(A_TAP))) {
            apply(new AcknowledgementRenewed(id, newLease(at), by, at));
        }
    }

    private Lease newLease(Instant at) {
        return new Lease(timer + 1, LEASE, at.plus(LEASE));
    }

    @CommandHandler
    public void decide(TakeIncident c) {
        refuseIfOver();
        var by = Actor.person(c.person());
        if (isWaiting() || (state == IncidentState.ACKNOWLEDGED && !by.equals(holder))) {
            apply(new IncidentAcknowledged(id, run, by, c.via(), newLease(c.at()), c.at()));
        } else {
            renew(by, c.at());
        }
        assign(c.person(), by, c.at());
    }

    @CommandHandler
    public void decide(AssignIncident c) {
        refuseIfOver();
        assign(c.to(), c.by(), c.at());
    }

    private void assign(@Nullable PersonId to, Actor by, Instant at) {
        if (!Objects.equals(to, assignee)) {
            apply(new IncidentAssigned(id, to, by, at));
        }
    }

    @CommandHandler
    public void decide(HandOverIncident c) {
        refuseIfOver();
        boolean isTheirs = assignee == null
                ? Actor.person(c.from()).equals(holder)
                : c.from().equals(assignee);
        if (!isTheirs) {
            throw IncidentRefusal.notYours();
        }
        if (!c.to().equals(c.from())) {
            apply(new IncidentHandedOver(id, c.from(), c.to(), c.note(), c.at()));
        }
    }

    @CommandHandler
    public void decide(PassIncidentOn c) {
        refuseIfOver();
        if (isAsking()) {
            apply(new IncidentPassedOn(id, run, c.by(), c.at()));
        }
    }

    @CommandHandler
    public void decide(EscalateIncident c) {
        boolean isLarum = c.by().kind() == Actor.Kind.SYSTEM;
        if (isLarum && (isOver() || isEscalated || !isAsking())) {
            return;
        }
        refuseIfOver();
        if (isAsking()) {
            apply(new IncidentEscalated(id, run, c.cause(), c.reason(), c.by(), c.at()));
        } else {
            apply(new HelpCalled(id, run + 1, place, c.cause(), c.reason(), c.by(), c.at(), severity));
        }
    }

    @CommandHandler
    public void decide(WithdrawAcknowledgement c) {
        if (!isOver() && state == IncidentState.ACKNOWLEDGED && c.by().equals(holder)) {
            apply(new AcknowledgementWithdrawn(id, run + 1, place, c.by(), c.at(), severity));
            hushAgain(c.at());
        }
    }

    @CommandHandler
    public void decide(IncidentDue c) {
        if (c.timer() != timer || isOver()) {
            return;
        }
        if (isSnoozed) {
            endSnooze(IncidentState.TRIGGERED, Actor.LARUM, c.at());
        } else if (state == IncidentState.ACKNOWLEDGED && holder != null) {
            apply(new AcknowledgementExpired(id, run + 1, place, holder, lease, c.at(), severity));
            hushAgain(c.at());
        }
    }

    /** Somebody is being asked for an answer. */
    private boolean isAsking() {
        return isWaitingOpenly() && (hushed == null || hushed.run() != run);
    }

    private boolean isWaitingOpenly() {
        return state == IncidentState.TRIGGERED && !isSnoozed;
    }

    // ------------------------------------------------------------ silenced by rules

    @CommandHandler
    public void decide(HushIncident c) {
        var next = new Hushed(c.reasons(), c.until(), run);
        if (isOver() || open.isEmpty() || !next.covers(open)) {
            return;
        }
        if (hushed == null || isAsking() || !hushed.covers(open) || !hushed.isLike(next)) {
            hush(next, c.at());
        }
    }

    @CommandHandler
    public void decide(EndHush c) {
        endHush(HushEnd.OVER, c.at());
    }

    private void endHush(HushEnd why, Instant at) {
        if (hushed != null && !isOver()) {
            boolean asks = isWaitingOpenly() && !isAsking();
            apply(new HushEnded(id, asks ? run + 1 : run, place, asks, why, at, severity));
        }
    }

    /** What would ask from now on asks nobody while all its alerts are silenced: the run ends with the turn that would begin it. */
    private void hushAgain(Instant at) {
        if (hushed != null && isAsking() && hushed.lastsBeyond(at) && hushed.covers(open)) {
            hush(hushed, at);
        }
    }

    private void hush(Hushed by, Instant at) {
        apply(new IncidentHushed(id, run, by.reasons(), by.until(), at));
    }

    // ------------------------------------------------------------ how it goes on and ends

    @CommandHandler
    public void decide(MitigateIncident c) {
        refuseIfOver();
        if (state != IncidentState.MITIGATED) {
            apply(new IncidentMitigated(id, run, c.by(), c.via(), c.at()));
        }
    }

    @CommandHandler
    public void decide(SnoozeIncident c) {
        refuseIfOver();
        if (!c.until().isAfter(c.at()) || c.until().isAfter(c.at().plus(LONGEST_SNOOZE))) {
            throw IncidentRefusal.badSnooze();
        }
        apply(new IncidentSnoozed(id, run, timer + 1, c.until(), c.reason(), c.by(), c.at()));
    }

    /** By hand it is what it was before: whoever held it still does. */
    @CommandHandler
    public void decide(EndSnooze c) {
        refuseIfOver();
        if (isSnoozed) {
            endSnooze(state, c.by(), c.at());
        }
    }

    private void endSnooze(IncidentState to, Actor by, Instant at) {
        apply(new SnoozeEnded(id, runOf(to), place, to, by, at, severity));
        holdAgain(by, at);
        hushAgain(at);
    }

    /** Only what waits for an answer begins a run. */
    private int runOf(IncidentState next) {
        return next == IncidentState.TRIGGERED ? run + 1 : run;
    }

    private void holdAgain(Actor by, Instant at) {
        if (state == IncidentState.ACKNOWLEDGED) {
            apply(new AcknowledgementRenewed(id, newLease(at), by, at));
        }
    }

    @CommandHandler
    public void decide(ResolveIncident c) {
        refuseIfPart();
        if (state != IncidentState.RESOLVED) {
            apply(new IncidentResolved(id, group, run, c.by(), c.via(), open.ids(), c.at()));
        }
    }

    @CommandHandler
    public void decide(WithdrawResolution c) {
        if (state == IncidentState.RESOLVED) {
            apply(new ResolutionWithdrawn(id, runOf(former), place, former, c.by(), c.at(), severity));
            holdAgain(c.by(), c.at());
            // Its alerts have ended with it: whoever takes back the end of a quiet one wakes nobody by that.
            if (formerHush != null && formerHush.lastsBeyond(c.at())) {
                hush(formerHush, c.at());
            }
        }
    }

    @CommandHandler
    public void decide(ReopenIncident c) {
        refuseIfPart();
        if (state == IncidentState.RESOLVED || state == IncidentState.MITIGATED) {
            apply(new IncidentReopened(id, run + 1, place, c.by(), state, c.at(), severity));
            hushAgain(c.at());
        }
    }

    @CommandHandler
    public void decide(ConfirmOpen c) {
        refuseIfOver();
    }

    private boolean isOver() {
        return state == IncidentState.RESOLVED || whole != null;
    }

    private void refuseIfOver() {
        refuseIfPart();
        if (state == IncidentState.RESOLVED) {
            throw IncidentRefusal.resolved();
        }
    }

    private void refuseIfPart() {
        if (whole != null) {
            throw IncidentRefusal.partOfAnother();
        }
    }

    // ------------------------------------------------------------ what people know better

    @CommandHandler
    public void decide(ChangeSeverity c) {
        if (c.severity() == severity) {
            return;
        }
        boolean isWorse = c.severity().isWorseThan(severity);
        apply(new SeverityChanged(id, severity, c.severity(), c.reason(), c.by(), c.at(), run));
        if (isWorse && isSnoozed) {
            endSnooze(IncidentState.TRIGGERED, c.by(), c.at());
        }
    }

    @CommandHandler
    public void decide(OverridePriority c) {
        if (c.priority() != priority) {
            apply(new PriorityOverridden(id, priority, c.priority(), c.reason(), c.by(), c.at()));
        }
    }

    @CommandHandler
    public void decide(CorrectImpactStart c) {
        if (c.began().isAfter(c.at())) {
            throw IncidentRefusal.impactInFuture();
        }
        if (!c.began().equals(impactBegan)) {
            apply(new ImpactStartCorrected(id, c.began(), c.reason(), c.by(), c.at()));
        }
    }

    @CommandHandler
    public void decide(NoteIncident c) {
        var attachments = c.attachments().isEmpty() ? null : c.attachments();
        apply(new IncidentNoted(id, c.note(), c.by(), c.text(), c.at(), attachments));
    }

    // ------------------------------------------------------------ merged and split

    @CommandHandler
    public void decide(AdmitAlerts c) {
        if (c.from().equals(id)) {
            throw IncidentRefusal.intoItself();
        }
        if (whole != null) {
            throw IncidentRefusal.intoPart();
        }
        if (state == IncidentState.RESOLVED) {
            throw IncidentRefusal.intoResolved();
        }
    }

    @CommandHandler
    public void decide(MergeIncident c) {
        if (c.into().equals(whole)) {
            return;
        }
        if (c.by().kind() != Actor.Kind.SYSTEM) {
            refuseIfOver();
            merge(c);
        } else if (!isOver() && !apart.contains(c.into())) {
            mergeOrSuggest(c);
        }
    }

    private void mergeOrSuggest(MergeIncident c) {
        if (!isWaiting() || isSnoozed || assignee != null) {
            if (!c.into().equals(suggested)) {
                apply(new MergeSuggested(id, c.into(), c.at()));
            }
        } else {
            merge(c);
        }
    }

    private void merge(MergeIncident c) {
        apply(new IncidentMerged(id, c.into(), run, severity, open.all(), c.by(), c.at()));
    }

    @CommandHandler
    public void decide(UnmergeIncident c) {
        if (whole == null) {
            return;
        }
        if (!c.from().equals(whole)) {
            throw IncidentRefusal.partOfAnother();
        }
        apply(new IncidentUnmerged(id, whole, runOf(state), place, state, moved, c.by(), c.at(), severity));
        holdAgain(c.by(), c.at());
    }

    @CommandHandler
    public void decide(SplitIncident c) {
        refuseIfOver();
        var alerts = c.alerts().stream().map(Joining::alert).toList();
        refuseIfNotOpen(alerts);
        if (alerts.size() >= open.size()) {
            throw IncidentRefusal.splitAll();
        }
        var next = IncidentId.splitFrom(id, parts + 1);
        apply(new IncidentSplit(id, group, next, c.number(), !isWaiting(), c.alerts(), c.by(), c.at()));
    }

    @CommandHandler
    public void decide(MoveAlerts c) {
        refuseIfOver();
        refuseIfNotOpen(c.alerts());
        moveOut(c.to(), open.those(c.alerts()), c.by(), c.at());
    }

    private void refuseIfNotOpen(List<AlertId> alerts) {
        if (!open.containsAll(alerts)) {
            throw IncidentRefusal.alertNotOpen();
        }
    }

    @CommandHandler
    public void decide(ReturnAlerts c) {
        refuseIfPart();
        var leaving = open.those(c.alerts());
        if (!leaving.isEmpty()) {
            moveOut(c.to(), leaving, c.by(), c.at());
        }
    }

    private void moveOut(IncidentId to, List<Moving> alerts, Actor by, Instant at) {
        apply(new AlertsMovedOut(id, to, alerts, by, at));
        resolveIfQuiet(at);
    }

    @CommandHandler
    public void decide(TakeInAlerts c) {
        refuseIfOver();
        var coming = open.notHere(c.alerts());
        if (!coming.isEmpty()) {
            apply(new AlertsMovedIn(id, c.from(), coming, c.by(), c.at()));
        }
        if (c.severity() != null) {
            worsen(c.severity(), c.at());
        }
    }

    // ------------------------------------------------------------ what is so

    @EventSourcingHandler
    void evolve(IncidentOpened e) {
        id = e.incident();
        group = e.group();
        place = e.place();
        severity = e.severity();
        turn(e);
        open.join(e.first());
    }

    @EventSourcingHandler
    void evolve(IncidentRerouted e) {
        place = e.to();
        run = e.run();
    }

    private void turn(Turn e) {
        state = e.state();
        run = e.run();
    }

    @EventSourcingHandler
    void evolve(AlertsJoined e) {
        e.alerts().forEach(open::join);
    }

    @EventSourcingHandler
    void evolve(AlertsTurnedAway e) {
        e.alerts().forEach(one -> open.know(one.alert()));
    }

    @EventSourcingHandler
    void evolve(AlertsForwarded e) {
        e.alerts().forEach(one -> open.know(one.alert()));
    }

    @EventSourcingHandler
    void evolve(IncidentWorsened e) {
        severity = e.to();
    }

    @EventSourcingHandler
    void evolve(AlertHeld e) {
        open.hold(e.alert());
    }

    @EventSourcingHandler
    void evolve(AlertSettled e) {
        open.end(e.alert());
    }

    @EventSourcingHandler
    void evolve(IncidentAcknowledged e) {
        state = IncidentState.ACKNOWLEDGED;
        holder = e.by();
        heldSince = e.at();
        joiners.clear();
        isSnoozed = false;
        if (e.lease() != null) {
            timer = e.lease().timer();
            lease = e.lease().length();
        }
    }

    @EventSourcingHandler
    void evolve(AcknowledgementAdded e) {
        joiners.add(e.by());
    }

    @EventSourcingHandler
    void evolve(AcknowledgementRenewed e) {
        heldSince = e.at();
        timer = e.lease().timer();
        lease = e.lease().length();
    }

    @EventSourcingHandler
    void evolve(AcknowledgementExpired e) {
        turn(e);
        holder = null;
    }

    @EventSourcingHandler
    void evolve(IncidentEscalated e) {
        isEscalated |= e.by().kind() == Actor.Kind.SYSTEM;
    }

    @EventSourcingHandler
    void evolve(HelpCalled e) {
        turn(e);
        holder = null;
        isSnoozed = false;
    }

    @EventSourcingHandler
    void evolve(AcknowledgementWithdrawn e) {
        turn(e);
        holder = null;
    }

    @EventSourcingHandler
    void evolve(IncidentAssigned e) {
        assignee = e.to();
    }

    @EventSourcingHandler
    void evolve(IncidentHandedOver e) {
        assignee = e.to();
    }

    @EventSourcingHandler
    void evolve(IncidentMitigated e) {
        state = IncidentState.MITIGATED;
        isSnoozed = false;
    }

    @EventSourcingHandler
    void evolve(IncidentSnoozed e) {
        isSnoozed = true;
        timer = e.timer();
    }

    @EventSourcingHandler
    void evolve(SnoozeEnded e) {
        turn(e);
        isSnoozed = false;
    }

    @EventSourcingHandler
    void evolve(IncidentHushed e) {
        hushed = new Hushed(e.reasons(), e.until(), e.run());
    }

    @EventSourcingHandler
    void evolve(HushEnded e) {
        hushed = null;
        run = e.run();
    }

    @EventSourcingHandler
    void evolve(SeverityChanged e) {
        severity = e.to();
    }

    @EventSourcingHandler
    void evolve(PriorityOverridden e) {
        priority = e.to();
    }

    @EventSourcingHandler
    void evolve(ImpactStartCorrected e) {
        impactBegan = e.began();
    }

    @EventSourcingHandler
    void evolve(IncidentResolved e) {
        former = state;
        state = IncidentState.RESOLVED;
        isSnoozed = false;
        formerHush = hushed;
        hushed = null;
        open.endAll();
    }

    @EventSourcingHandler
    void evolve(ResolutionWithdrawn e) {
        turn(e);
    }

    @EventSourcingHandler
    void evolve(IncidentReopened e) {
        turn(e);
        isSnoozed = false;
    }

    @EventSourcingHandler
    void evolve(MergeSuggested e) {
        suggested = e.into();
    }

    @EventSourcingHandler
    void evolve(IncidentMerged e) {
        whole = e.into();
        moved = e.alerts().stream().map(Moving::alert).toList();
        isSnoozed = false;
        hushed = null;
        suggested = null;
        open.endAll();
    }

    @EventSourcingHandler
    void evolve(IncidentUnmerged e) {
        turn(e);
        whole = null;
        apart.add(e.from());
    }

    @EventSourcingHandler
    void evolve(IncidentSplit e) {
        parts++;
        e.alerts().forEach(one -> open.end(one.alert()));
    }

    @EventSourcingHandler
    void evolve(AlertsMovedOut e) {
        e.alerts().forEach(one -> open.end(one.alert()));
    }

    @EventSourcingHandler
    void evolve(AlertsMovedIn e) {
        e.alerts().forEach(open::moveIn);
    }
}
