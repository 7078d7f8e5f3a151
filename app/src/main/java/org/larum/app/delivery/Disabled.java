package org.larum.app.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A webhook that is told nothing more. {@code since}: when the first of {@code attempts} failed; {@code said}: what the last met with. */
public record Disabled(UUID webhook, String word, Instant since, int attempts, String said, Instant at) {

    static final String UNTIL =
            "This webhook is disabled, because none of its messages got through for a day or longer. Send it again when the webhook"
                    + " is mended and enabled, on the page Channels.";

    /** Why, as a sentence. */
    public String why() {
        return attempts + " attempts in " + Duration.between(since, at).toHours()
                + " h failed and none got through. The last: " + (said.endsWith(".") ? said : said + ".");
    }
}
