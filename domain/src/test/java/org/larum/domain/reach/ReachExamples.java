package org.larum.domain.reach;

import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.escalation.EscalationExamples.ADA_FIRST;
import static org.larum.domain.escalation.EscalationExamples.RUN;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Reach.Way;
import org.larum.domain.escalation.EscalationPlan.Position;
import org.larum.domain.reach.ReachCommand.StartReach;
import org.larum.domain.reach.ReachEvent.PlanChanged;
import org.larum.domain.reach.ReachEvent.ReachFailed;
import org.larum.domain.reach.ReachEvent.ReachStarted;
import org.larum.domain.reach.ReachEvent.ReachStopped;
import org.larum.domain.reach.ReachEvent.WayDelayed;
import org.larum.domain.reach.ReachEvent.WayFailed;
import org.larum.domain.reach.ReachEvent.WayScheduled;
import org.larum.domain.reach.ReachEvent.WayTried;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Monday;

/** Ada is reached: e-mail and push at once, an SMS two minutes later, a call after five and then every three. */
public final class ReachExamples {

    public static final ReachId REACH = ReachId.of(RUN, ADA);

    public static final ReachPlan PLAN = new ReachPlan(
            List.of(
                    way(ChannelKind.EMAIL, 0, null),
                    way(ChannelKind.PUSH, 0, null),
                    way(ChannelKind.SMS, 2, null),
                    way(ChannelKind.CALL, 5, 3)),
            null,
            null);

    private ReachExamples() {}

    public static Way way(ChannelKind channel, int after, @Nullable Integer every) {
        return new Way(channel, Duration.ofMinutes(after), every == null ? null : Duration.ofMinutes(every));
    }

    public static StartReach start(Position position, ReachPlan plan, int minute) {
        return new StartReach(REACH, RUN, INCIDENT, ADA, position, plan, Monday.at(minute));
    }

    public static ReachStarted started() {
        return started(ADA_FIRST, PLAN, 0);
    }

    public static ReachStarted started(Position position, ReachPlan plan, int minute) {
        return new ReachStarted(REACH, RUN, INCIDENT, ADA, position, plan, Monday.at(minute));
    }

    public static WayTried tried(ChannelKind channel, int nth, int minute) {
        return tried(ADA_FIRST, channel, nth, minute);
    }

    public static WayTried tried(Position position, ChannelKind channel, int nth, int minute) {
        return new WayTried(REACH, RUN, INCIDENT, ADA, position, channel, nth, Monday.at(minute));
    }

    /** Set at the minute, for so many minutes later. */
    public static WayScheduled scheduled(int way, int timer, int minute, int wait) {
        return new WayScheduled(
                REACH,
                INCIDENT,
                ADA,
                way,
                timer,
                Duration.ofMinutes(wait),
                false,
                Monday.at(minute + wait),
                Monday.at(minute));
    }

    /** Left alone for so many minutes, before the first way. */
    public static WayScheduled resting(int timer, int minute, int wait) {
        return new WayScheduled(
                REACH,
                INCIDENT,
                ADA,
                0,
                timer,
                Duration.ofMinutes(wait),
                true,
                Monday.at(minute + wait),
                Monday.at(minute));
    }

    /** Set at the minute while a push is waited for, whatever the plan says. */
    public static WayScheduled hurried(int way, int timer, int minute) {
        var wait = ReachRun.SHOWN_WITHIN;
        return new WayScheduled(
                REACH, INCIDENT, ADA, way, timer, wait, false, Monday.at(minute).plus(wait), Monday.at(minute));
    }

    public static WayFailed failed(ChannelKind channel, int nth, int minute) {
        return new WayFailed(REACH, INCIDENT, ADA, channel, nth, Monday.at(minute));
    }

    public static WayDelayed delayed(ChannelKind channel, int nth, int minute) {
        return new WayDelayed(REACH, INCIDENT, ADA, channel, nth, Monday.at(minute));
    }

    public static ReachFailed unreached(int minute) {
        return new ReachFailed(REACH, RUN, INCIDENT, ADA, ADA_FIRST, Monday.at(minute));
    }

    public static PlanChanged changed(ReachPlan plan, int minute) {
        return new PlanChanged(REACH, INCIDENT, plan, Monday.at(minute));
    }

    public static ReachStopped stopped(int minute) {
        return new ReachStopped(REACH, INCIDENT, Monday.at(minute));
    }
}
