package org.larum.app.compat.pagerduty;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.app.intake.Answer;
import org.larum.app.intake.Away;
import org.larum.app.intake.BodyRefused;
import org.larum.app.intake.Item;
import org.larum.app.intake.Overloaded;
import org.springframework.http.ResponseEntity;

/** What Events API v2 answers. Clients try again on 429 and 5xx only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PagerDutyAnswer(
        String status,
        String message,
        @JsonProperty("dedup_key") @Nullable String dedupKey,
        @Nullable List<String> errors) {

    static ResponseEntity<byte[]> processed(String dedupKey) {
        return Answer.json(202, new PagerDutyAnswer("success", "Event processed", dedupKey, null));
    }

    static ResponseEntity<byte[]> changeProcessed() {
        return Answer.json(202, new PagerDutyAnswer("success", "Change event processed", null, null));
    }

    static ResponseEntity<byte[]> invalid(List<Item.Invalid> wrong) {
        return invalid(400, wrong.stream().map(Item.Invalid::reason).toList());
    }

    static ResponseEntity<byte[]> invalid(int status, List<String> errors) {
        return Answer.json(status, new PagerDutyAnswer("invalid event", "Event object is invalid", null, errors));
    }

    /** Their words for bad JSON, then ours for what is wrong; ours alone for a body too large, which they do not describe. */
    static ResponseEntity<byte[]> refused(BodyRefused refused) {
        return refused.status() == 400
                ? unrecognized(List.of("JSON parse error", refused.sentence()))
                : invalid(refused.status(), List.of(refused.sentence()));
    }

    static ResponseEntity<byte[]> unrecognized(List<String> errors) {
        var message = "Event object format is unrecognized";
        return Answer.json(400, new PagerDutyAnswer("Unrecognized object", message, null, errors));
    }

    /** Their words for 429. */
    static ResponseEntity<byte[]> overloaded(Overloaded refusal) {
        var status = refusal.kind() == Overloaded.Kind.GREEDY ? "throttle exceeded" : "service unavailable";
        return Answer.overloaded(
                refusal, refusal.status(), new PagerDutyAnswer(status, refusal.sentence(), null, null));
    }

    static ResponseEntity<byte[]> away() {
        return Away.json(new PagerDutyAnswer("service unavailable", Away.SENTENCE, null, null));
    }
}
