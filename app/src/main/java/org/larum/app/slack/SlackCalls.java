package org.larum.app.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.larum.notifiers.channel.Destination.SlackApp;
import org.larum.notifiers.slack.SlackAnswer.No;
import org.larum.notifiers.slack.SlackAnswer.Yes;
import org.larum.notifiers.slack.SlackApi;
import tools.jackson.databind.JsonNode;

/** Calls of Slack one after the other, of which the first that is refused ends all. */
record SlackCalls(SlackApi slack, SlackApp app) {

    /** Newest first; more than Larum reads of an answer would be none. */
    private static final String MOST_LOOKED_AT = "15";

    /** Why it went no further. */
    static final class Refused extends RuntimeException {

        private final transient No no;

        private Refused(No no) {
            super(no.error(), null, false, false);
            this.no = no;
        }

        No no() {
            return no;
        }
    }

    Yes call(String method, Map<String, String> form) {
        return switch (slack.call(app, method, form)) {
            case Yes yes -> yes;
            case No no -> throw new Refused(no);
        };
    }

    /** The newest message of a channel, or of a thread, whose mark fits; empty also when it cannot be found out. */
    Optional<JsonNode> find(String method, Map<String, String> where, Predicate<String> mark) {
        var form = new LinkedHashMap<>(where);
        form.put("limit", MOST_LOOKED_AT);
        form.put("include_all_metadata", "true");
        if (slack.call(app, method, form) instanceof Yes yes) {
            for (var one : yes.body().path("messages")) {
                var id = one.path("metadata").path("event_payload").path("id");
                if (id.isString() && mark.test(id.asString())) {
                    return Optional.of(one);
                }
            }
        }
        return Optional.empty();
    }
}
