package org.larum.projections.timeline;

import static org.larum.projections.timeline.Line.text;
import static org.larum.projections.timeline.Telling.told;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.major.MajorEvent;
import org.larum.domain.major.MajorEvent.Clock;
import org.larum.domain.major.MajorEvent.ImpactCarried;
import org.larum.domain.major.MajorEvent.ImpactNoted;
import org.larum.domain.major.MajorEvent.MajorIncidentDeclared;
import org.larum.domain.major.MajorEvent.MajorIncidentEnded;
import org.larum.domain.major.MajorEvent.MajorIncidentMerged;
import org.larum.domain.major.MajorEvent.MajorIncidentStoodDown;
import org.larum.domain.major.MajorEvent.RoleAssigned;
import org.larum.domain.major.MajorEvent.TaskAdded;
import org.larum.domain.major.MajorEvent.TaskAssigned;
import org.larum.domain.major.MajorEvent.TaskDropped;
import org.larum.domain.major.MajorEvent.TaskFinished;
import org.larum.domain.major.MajorEvent.TaskReopened;
import org.larum.domain.major.MajorEvent.UpdatePosted;
import org.larum.domain.major.MajorEvent.UpdateReminded;
import org.larum.domain.major.MajorEvent.WarRoomMoved;
import org.larum.domain.major.MajorEvent.WarRoomOpened;
import org.larum.domain.shared.Actor;
import org.larum.projections.timeline.Line.As;
import org.larum.projections.timeline.Line.Word;
import org.larum.projections.timeline.Telling.Memory;
import org.larum.projections.timeline.Telling.Remembered;
import org.larum.projections.timeline.Telling.Told;

/** The sentences about a major incident. Pure. */
final class MajorTelling {

    private MajorTelling() {}

    /** The other incident that is named. */
    static Stream<UUID> needs(MajorEvent event) {
        return event instanceof MajorIncidentMerged e ? Stream.of(e.into().value()) : Stream.empty();
    }

    static @Nullable Told of(MajorEvent event, Memory memory) {
        return switch (event) {
            // What the rule looks at is told when it declares.
            case ImpactNoted e -> null;
            case ImpactCarried e -> null;
            case MajorIncidentDeclared e -> declared(e);
            case MajorIncidentStoodDown e ->
                by(e, e.by(), "stood it down: it is no major incident any more.", e.reason());
            case MajorIncidentEnded e ->
                told(
                        e.incident(),
                        Line.of("incident", "The major incident is over, with its incident.")
                                .detail("No further update is due"));
            case MajorIncidentMerged e ->
                told(
                        e.incident(),
                        Line.of("incident", "{0} goes on as the major incident.", other(e, memory))
                                .detail("With roles, war room and open tasks, as far as it has none"));
            case RoleAssigned e -> role(e);
            case WarRoomOpened e -> by(e, e.by(), "opened the war room.", e.link());
            case WarRoomMoved e -> by(e, e.by(), "moved the war room.", e.to());
            case UpdatePosted e -> by(e, e.by(), "told stakeholders: {0}", promised(e.clock()), text(e.text()));
            case UpdateReminded e -> reminded(e);
            case TaskAdded e -> added(e);
            case TaskAssigned e -> given(e);
            case TaskFinished e -> by(e, e.by(), "finished: {0}", null, text(e.text()));
            case TaskReopened e -> by(e, e.by(), "reopened: {0}", null, text(e.text()));
            case TaskDropped e -> by(e, e.by(), "dropped: {0}", null, text(e.text()));
        };
    }

    private static Told declared(MajorIncidentDeclared e) {
        var grounds = e.grounds();
        var severity = grounds.severity();
        if (severity == null) {
            return by(e, e.by(), "declared it a major incident.", grounds.reason());
        }
        return told(
                e.incident(),
                Line.of(
                                "incident",
                                "This is a major incident: it is " + Telling.word(severity) + " and hits "
                                        + grounds.services() + (grounds.services() == 1 ? " service." : " services."))
                        .severity(severity)
                        .detail("Declared by the rule of the house"));
    }

    private static Told role(RoleAssigned e) {
        var role = e.role().name().toLowerCase(Locale.ROOT);
        var to = e.to();
        if (to == null) {
            return by(e, e.by(), "left nobody as " + role + ".", null);
        }
        return Actor.person(to).equals(e.by())
                ? by(e, e.by(), "is " + role + " now.", null)
                : by(e, e.by(), "made {0} " + role + ".", null, person(to));
    }

    private static Told reminded(UpdateReminded e) {
        var to = e.to();
        var line = to == null
                ? Line.of("incident", "An update for stakeholders is due, and nobody has the role to write it.")
                : Line.of("incident", "An update for stakeholders is due. {0} is reminded.", person(to));
        return told(e.incident(), line.detail("Again in " + minutes(e.clock().pause()) + " until there is one"));
    }

    private static Told added(TaskAdded e) {
        var task = e.task();
        var to = task.assignee();
        return to == null
                ? by(e, e.by(), "added a task: {0}", null, text(task.text()))
                : by(e, e.by(), "added a task for {1}: {0}", null, text(task.text()), person(to));
    }

    private static Told given(TaskAssigned e) {
        var to = e.to();
        if (to == null) {
            return by(e, e.by(), "gave to nobody: {0}", null, text(e.text()));
        }
        return Actor.person(to).equals(e.by())
                ? by(e, e.by(), "took: {0}", null, text(e.text()))
                : by(e, e.by(), "gave “{0}” to {1}.", null, text(e.text()), person(to));
    }

    private static @Nullable String promised(@Nullable Clock clock) {
        return clock == null ? null : "The next update is promised in " + minutes(clock.pause());
    }

    private static String minutes(Duration pause) {
        long minutes = pause.toMinutes();
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    private static Told by(MajorEvent event, Actor actor, String sentence, @Nullable String detail, Word... words) {
        var kind = actor.kind() == Actor.Kind.SYSTEM ? "incident" : "person";
        return told(event.incident(), Line.of(kind, sentence, words).by(actor).detail(detail));
    }

    private static Word other(MajorIncidentMerged e, Memory memory) {
        return text(memory.of(e.into().value()).map(Remembered::text).orElse("Another incident"));
    }

    private static Word person(PersonId person) {
        return new Word(As.PERSON, person.toString());
    }
}
