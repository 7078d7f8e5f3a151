package org.larum.projections.timeline;

import static org.larum.projections.timeline.Line.text;
import static org.larum.projections.timeline.Telling.told;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Actor;
import org.larum.domain.sla.ClockKind;
import org.larum.domain.sla.PauseReason;
import org.larum.domain.sla.SlaEvent;
import org.larum.domain.sla.SlaEvent.ClockBreached;
import org.larum.domain.sla.SlaEvent.ClockForetold;
import org.larum.domain.sla.SlaEvent.ClockMet;
import org.larum.domain.sla.SlaEvent.ClockPaused;
import org.larum.domain.sla.SlaEvent.ClockRecomputed;
import org.larum.domain.sla.SlaEvent.ClockResumed;
import org.larum.domain.sla.SlaEvent.ClockStarted;
import org.larum.domain.sla.SlaEvent.ClockStopped;
import org.larum.domain.sla.SlaEvent.ClockWentOn;
import org.larum.domain.sla.SlaEvent.Figures;
import org.larum.projections.timeline.Telling.Memory;
import org.larum.projections.timeline.Telling.Remembered;
import org.larum.projections.timeline.Telling.Told;

/** The sentences about what was promised. Pure. */
final class SlaTelling {

    private static final int MOST = 80;

    private SlaTelling() {}

    /** The other incident that is named. */
    static Stream<UUID> needs(SlaEvent event) {
        return event instanceof ClockStopped e ? Stream.of(e.into().value()) : Stream.empty();
    }

    static @Nullable Told of(SlaEvent event, Memory memory) {
        return switch (event) {
            // Until when it is shown, not told.
            case ClockStarted e -> null;
            case ClockPaused e ->
                told(
                        e.incident(),
                        by(e.by(), time(e.kind()) + " stands still: " + why(e.reason()) + ".")
                                .detail(e.note()));
            case ClockResumed e -> e.runs() ? told(e.incident(), by(e.by(), time(e.kind()) + " runs again.")) : null;
            case ClockForetold e -> foretold(e);
            case ClockBreached e -> breached(e);
            case ClockMet e -> met(e);
            case ClockStopped e ->
                told(
                        e.incident(),
                        Line.of("incident", time(e.kind()) + " counts no longer: it goes on in {0}.", other(e, memory))
                                .detail(lasting(e.used()) + " had passed"));
            case ClockWentOn e ->
                told(
                        e.incident(),
                        Line.of("incident", time(e.kind()) + " goes on.")
                                .detail(
                                        e.counted()
                                                ? "The time meanwhile counts"
                                                : "The time meanwhile does not count"));
            case ClockRecomputed e -> recomputed(e);
        };
    }

    /** The half is only shown. */
    private static @Nullable Told foretold(ClockForetold e) {
        return e.share() < MOST
                ? null
                : told(
                        e.incident(),
                        Line.of(
                                        "incident",
                                        e.share() + " % of the time to " + word(e.kind(), "answer it", "resolve it")
                                                + " has passed.")
                                .detail("Promised within " + lasting(e.target())));
    }

    private static Told breached(ClockBreached e) {
        var late = "It was not " + word(e.kind(), "answered", "resolved") + " within " + lasting(e.target())
                + ", as was promised.";
        return told(e.incident(), Line.of("escalation", late));
    }

    /** That it was done is told; here, only when that was later than promised. */
    private static @Nullable Told met(ClockMet e) {
        var target = e.target();
        if (target == null || !e.late()) {
            return null;
        }
        var sentence = word(e.kind(), "Answered", "Resolved") + " in " + lasting(e.used()) + ", later than promised.";
        return told(e.incident(), Line.of("incident", sentence).detail("Promised within " + lasting(target)));
    }

    /** What nobody sees the difference of is not told. */
    private static @Nullable Told recomputed(ClockRecomputed e) {
        if (e.before().equals(e.now())) {
            return null;
        }
        var because = switch (e.correction()) {
            case SEVERITY -> "It is " + Telling.word(e.severity()) + " now";
            case SERVICE -> "Others answer for it";
            case IMPACT -> "It began at another time";
        };
        return told(
                e.incident(),
                by(e.by(), because + ": to be " + word(e.kind(), "answered", "resolved") + " " + within(e.now()) + ".")
                        .detail("Before: " + within(e.before())));
    }

    private static String within(Figures figures) {
        var target = figures.target();
        return target == null
                ? "at no promised time"
                : "within " + lasting(target) + ", of which " + lasting(figures.used()) + " had passed";
    }

    /** Who did it stands beside what it means for the promise. */
    private static Line by(Actor actor, String sentence) {
        return Line.of(actor.kind() == Actor.Kind.SYSTEM ? "incident" : "person", sentence);
    }

    private static String why(PauseReason reason) {
        return switch (reason) {
            case BY_HAND -> "somebody stopped it";
            case SNOOZED -> "it is snoozed";
            case SILENCED -> "all its alerts are silenced";
        };
    }

    private static String time(ClockKind kind) {
        return word(kind, "The time to answer it", "The time to resolve it");
    }

    private static String word(ClockKind kind, String answer, String resolve) {
        return kind == ClockKind.ANSWER ? answer : resolve;
    }

    private static Line.Word other(ClockStopped e, Memory memory) {
        return text(memory.of(e.into().value()).map(Remembered::text).orElse("another incident"));
    }

    /** In its two largest units, and never more exact than a second. */
    static String lasting(Duration time) {
        long days = time.toDays();
        if (days > 0) {
            return and(days + " d", time.toHoursPart(), " h");
        }
        if (time.toHours() > 0) {
            return and(time.toHours() + " h", time.toMinutesPart(), " min");
        }
        return time.toMinutes() > 0
                ? and(time.toMinutes() + " min", time.toSecondsPart(), " s")
                : time.toSeconds() + " s";
    }

    private static String and(String first, int rest, String unit) {
        return rest == 0 ? first : first + " " + rest + unit;
    }
}
