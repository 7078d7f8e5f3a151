package org.larum.domain.feedback;

import java.util.UUID;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names what one person says of one thing: version 5 of both, so that a second answer takes the place of the first. */
public record RatingId(UUID value) implements Identifier {

    /** One call for an answer, by however many messages it reached the person. */
    public static RatingId ofPage(UUID run, PersonId person) {
        return new RatingId(Ids.of("page-rating", run, person));
    }

    public static RatingId of(IncidentId incident, PersonId person) {
        return new RatingId(Ids.of("incident-rating", incident, person));
    }

    public static RatingId ofSurvey(IncidentId incident, PersonId person) {
        return new RatingId(Ids.of("incident-survey", incident, person));
    }

    public static RatingId ofQuarter(Quarter quarter, PersonId person) {
        return new RatingId(Ids.of("quarter-survey", quarter, person));
    }

    /** By the number that it has in the system it comes from. */
    public static RatingId ofTicket(String source, String number) {
        return new RatingId(Ids.of("ticket", source.strip(), number.strip()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
