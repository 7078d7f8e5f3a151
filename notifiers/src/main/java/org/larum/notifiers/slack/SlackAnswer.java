package org.larum.notifiers.slack;

import org.larum.notifiers.channel.SendOutcome;
import tools.jackson.databind.JsonNode;

/** What came of one call. */
public sealed interface SlackAnswer {

    record Yes(JsonNode body) implements SlackAnswer {

        /** A field by its path, such as "user", "id"; empty when there is none. */
        public String text(String... path) {
            JsonNode node = body;
            for (var name : path) {
                node = node.path(name);
            }
            return node.isString() ? node.asString() : "";
        }
    }

    /** {@code error}: in Slack's word; empty when Slack said none. {@code outcome}: later, or never. */
    record No(String error, SendOutcome outcome) implements SlackAnswer {}
}
