package org.larum.app.compat.pagerduty;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.app.compat.pagerduty.PagerDutyTranslator.Wrong;
import org.larum.app.intake.Change;
import org.larum.app.intake.Item;
import org.larum.app.intake.Lenient;
import tools.jackson.databind.JsonNode;

/** A change event of Events API v2 to a change, or to what is wrong with it. */
final class ChangeTranslator {

    private static final int LONGEST_SOURCE = 255;

    /** Either a change or at least one thing that is wrong. */
    record Translated(@Nullable Change change, List<Item.Invalid> wrong) {}

    private ChangeTranslator() {}

    static Translated translate(JsonNode event, Instant now) {
        var payload = event.get("payload");
        if (payload == null || !payload.isObject()) {
            return new Translated(null, List.of(Wrong.missing("payload")));
        }
        var summary = Lenient.text(payload, "summary");
        if (summary == null) {
            return new Translated(null, List.of(Wrong.missing("payload.summary")));
        }
        if (summary.length() > Lenient.LONGEST_SUMMARY) {
            return new Translated(null, List.of(Wrong.tooLong("payload.summary", Lenient.LONGEST_SUMMARY)));
        }
        var source = Lenient.text(payload, "source", LONGEST_SOURCE);
        var links = PagerDutyTranslator.links(event);
        return new Translated(new Change(summary, source, links, PagerDutyTranslator.seen(payload, now)), List.of());
    }
}
