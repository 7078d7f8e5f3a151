package org.larum.domain.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/** When the clock on the wall of a zone shows a time: once, also on the days on which it is put forward or back. */
public record WallClock(ZoneRules rules) {

    public static WallClock of(String zone) {
        return new WallClock(ZoneId.of(zone).getRules());
    }

    /** The first instant at which the clock shows this time, or has jumped past it. */
    public Instant at(LocalDateTime time) {
        var transition = rules.getTransition(time);
        if (transition != null && transition.isGap()) {
            return transition.getInstant();
        }
        return time.toInstant(rules.getValidOffsets(time).getFirst());
    }

    LocalDateTime shown(Instant at) {
        return LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), offset(at));
    }

    private ZoneOffset offset(Instant at) {
        return rules.getOffset(at);
    }
}
