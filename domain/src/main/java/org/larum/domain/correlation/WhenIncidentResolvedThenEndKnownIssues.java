package org.larum.domain.correlation;

import java.time.Instant;
import java.util.List;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.DirectoryCommand.Retire;
import org.larum.domain.directory.DirectoryEvent.Ending;
import org.larum.domain.directory.Rule;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** What was known because an incident was worked on is not known any more: what still fails is told again. */
public final class WhenIncidentResolvedThenEndKnownIssues
        implements Reaction<IncidentResolved, WhenIncidentResolvedThenEndKnownIssues.Known> {

    /** The rules as of the event, and which incidents have become one. */
    public record Known(Directory directory, Fates fates) {}

    /** Neither the application nor a file took it away. */
    static final String ORIGIN = "incident";

    @Override
    public Class<IncidentResolved> hears() {
        return IncidentResolved.class;
    }

    @Override
    public List<Command> on(IncidentResolved e, Known known) {
        return known.directory().rules(Rule.KnownIssue.class).stream()
                .filter(rule -> isWorkedOnIn(rule, e.incident(), known.fates()))
                .map(rule -> end(rule, e.incident(), e.at()))
                .toList();
    }

    private static boolean isWorkedOnIn(Rule.KnownIssue rule, IncidentId incident, Fates fates) {
        return rule.incident() != null
                && fates.whole(new IncidentId(rule.incident())).equals(incident);
    }

    static Command end(Rule.KnownIssue rule, IncidentId incident, Instant at) {
        return new Retire(rule.id().value(), ORIGIN, new Ending(incident.value(), at));
    }
}
