package org.larum.domain.postmortem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Severity;

/** Everything that can happen to a review. {@code version} counts its texts, from 1. */
public sealed interface PostmortemEvent extends Event {

    PostmortemId postmortem();

    IncidentId incident();

    Instant at();

    /** The incident as it was known; {@code severity} is the worst it ever had. */
    record About(int number, ServiceId service, Severity severity, String title) {}

    /** {@code doneWhen}: how everybody sees that it is done; null when nobody said. {@code due}: the last day that is in time. */
    record Action(
            UUID action, String text, @Nullable String doneWhen, PersonId owner, LocalDate due, ActionState state) {}

    /** What helps the next time. {@code runbook}: where it is written, null when nowhere. */
    record Outcome(String solution, @Nullable String runbook, List<String> labels) {}

    /** A draft is wanted; {@code round} counts how often: until people write, it is drafted anew when the incident ends again. */
    @Revision("1")
    record PostmortemAsked(
            PostmortemId postmortem, IncidentId incident, int round, Cause cause, About about, Actor by, Instant at)
            implements PostmortemEvent {}

    @Revision("1")
    record PostmortemDrafted(
            PostmortemId postmortem,
            IncidentId incident,
            int version,
            String title,
            String text,
            LocalDate due,
            Instant at)
            implements PostmortemEvent {}

    @Revision("1")
    record PostmortemWritten(
            PostmortemId postmortem, IncidentId incident, int version, String title, String text, Actor by, Instant at)
            implements PostmortemEvent {}

    /** Others are asked to read it before it is published. */
    @Revision("1")
    record ReviewRequested(PostmortemId postmortem, IncidentId incident, int version, Actor by, Instant at)
            implements PostmortemEvent {}

    /** Whoever published it has approved this version. */
    @Revision("1")
    record PostmortemPublished(
            PostmortemId postmortem, IncidentId incident, int version, Outcome outcome, Actor by, Instant at)
            implements PostmortemEvent {}

    /** It is written on; what was published stays so until it is published again. */
    @Revision("1")
    record PostmortemReopened(PostmortemId postmortem, IncidentId incident, Actor by, Instant at)
            implements PostmortemEvent {}

    @Revision("1")
    record ActionAdded(PostmortemId postmortem, IncidentId incident, Action action, Actor by, Instant at)
            implements PostmortemEvent {}

    /** {@code action} as it is from now on. */
    @Revision("1")
    record ActionChanged(PostmortemId postmortem, IncidentId incident, Action action, Actor by, Instant at)
            implements PostmortemEvent {}

    /** It is overdue on {@code day}, and its owner is told. {@code number}: that of the incident. */
    @Revision("1")
    record ActionReminded(
            PostmortemId postmortem, IncidentId incident, int number, Action action, LocalDate day, Instant at)
            implements PostmortemEvent {}
}
