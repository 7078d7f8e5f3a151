package org.larum.app.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.app.security.Who;
import org.larum.domain.directory.PersonId;
import org.larum.domain.shared.Refusal;
import org.larum.projections.incident.IncidentFilter;

/**
 * What somebody wishes to see of the incidents, as it stands in an address: words separated by commas; {@code words} are looked for in
 * what is shown, and narrow nothing here.
 */
public record FilterWish(
        @Nullable String state,
        @Nullable String severity,
        @Nullable String priority,
        @Nullable String service,
        @Nullable String team,
        @Nullable Boolean major,
        @Nullable Boolean mine,
        @Nullable String words) {

    private static final Set<String> STATES = Set.of("triggered", "acknowledged", "mitigated", "resolved", "merged");
    private static final Set<String> OPEN = Set.of("triggered", "acknowledged", "mitigated");

    public static final FilterWish ANY = new FilterWish(null, null, null, null, null, null, null, null);

    /** Refused when it cannot be meant, or when {@code mine} is asked by who is nobody. */
    public IncidentFilter read(Who who) {
        var priorities = Asking.priorities(priority);
        if (!priorities.isEmpty() && who.scope().integration() != null) {
            throw invalid("no_priorities", "The key of an integration is told no priorities. Leave \"priority\" out.");
        }
        return new IncidentFilter(
                Asking.states(state, STATES, OPEN),
                Asking.services(service),
                Asking.severities(severity),
                priorities,
                Asking.teams(team),
                Boolean.TRUE.equals(major),
                Boolean.TRUE.equals(mine) ? person(who).value() : null);
    }

    private static PersonId person(Who who) {
        var person = who.person();
        if (person == null) {
            throw invalid("no_person", "\"mine\" is for people who have signed in; a token or a key has no incidents.");
        }
        return person;
    }

    private static Refusal invalid(String code, String sentence) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence);
    }
}
