package org.larum.app.intake.nativ;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.larum.app.intake.Answer;
import org.larum.app.intake.Answer.PathError;
import org.larum.app.intake.Answer.Problem;
import org.larum.app.intake.Became;
import org.larum.app.intake.Item;
import org.larum.app.intake.Lenient;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** What a native sender hears: one outcome for each item, in its order. */
record NativeAnswer(List<Outcome> items) {

    /** {@code outcome}: raised, folded, acknowledged, resolved, ignored or refused; a refused item keeps its key. */
    record Outcome(
            @Nullable String alert,
            @Nullable String key,
            String outcome,
            long count,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String why,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String field) {}

    static ResponseEntity<byte[]> accepted(JsonNode body, List<Item> items, List<Became> became) {
        Iterator<Became> next = became.iterator();
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < items.size(); i++) {
            var sent = body.isArray() ? body.get(i) : body;
            outcomes.add(
                    switch (items.get(i)) {
                        case Item.Valid valid -> outcome(valid, next.next());
                        case Item.Invalid bad -> refused(Lenient.text(sent, "key", Lenient.LONGEST_KEY), bad);
                    });
        }
        return Answer.json(202, new NativeAnswer(outcomes));
    }

    static ResponseEntity<byte[]> refused(List<Item.Invalid> invalid) {
        var errors = invalid.stream()
                .map(bad -> new PathError(bad.field(), bad.reason()))
                .toList();
        var detail = "Nothing was kept: no detection in the body is valid. Correct what errors names; send it again.";
        return Answer.problem(Problem.of(400, "invalid_detections", detail, errors));
    }

    static ResponseEntity<byte[]> unknownKey() {
        var detail = "Send the key of an integration as Authorization: Bearer KEY; this one is unknown or revoked.";
        var problem = Answer.problem(Problem.of(401, "unknown_key", detail));
        return ResponseEntity.status(401)
                .headers(problem.getHeaders())
                .header("WWW-Authenticate", "Bearer")
                .body(problem.getBody());
    }

    private static Outcome refused(@Nullable String key, Item.Invalid bad) {
        return new Outcome(null, key, "refused", 0, bad.reason(), bad.field());
    }

    private static Outcome outcome(Item.Valid valid, Became became) {
        var alert = became.alert();
        return new Outcome(
                alert == null ? null : alert.toString(),
                valid.detection().key(),
                became.what().name().toLowerCase(Locale.ROOT),
                became.count(),
                became.why(),
                null);
    }
}
