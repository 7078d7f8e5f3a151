package org.larum.domain.correlation;

import java.util.List;
import org.larum.domain.directory.DirectoryEvent.KnownIssueDefined;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** A file that is applied again describes also what has ended meanwhile: it ends again, and hides nothing. */
public final class WhenKnownIssueDefinedThenEndIfOver implements Reaction<KnownIssueDefined, Fates> {

    @Override
    public Class<KnownIssueDefined> hears() {
        return KnownIssueDefined.class;
    }

    @Override
    public List<Command> on(KnownIssueDefined e, Fates fates) {
        var rule = e.definition();
        if (rule.incident() == null) {
            return List.of();
        }
        var incident = fates.whole(new IncidentId(rule.incident()));
        var ended = fates.ended(incident);
        return ended == null ? List.of() : List.of(WhenIncidentResolvedThenEndKnownIssues.end(rule, incident, ended));
    }
}
