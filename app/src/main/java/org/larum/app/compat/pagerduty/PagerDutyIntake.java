package org.larum.app.compat.pagerduty;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.larum.app.intake.Answer;
import org.larum.app.intake.Away;
import org.larum.app.intake.BodyRefused;
import org.larum.app.intake.ChangeIntake;
import org.larum.app.intake.ChangeIntake.Told;
import org.larum.app.intake.Intake;
import org.larum.app.intake.Item;
import org.larum.app.intake.JsonBody;
import org.larum.app.intake.Lenient;
import org.larum.app.intake.MachineDoor;
import org.larum.app.intake.Overloaded;
import org.larum.app.intake.Sender;
import org.larum.app.intake.Senders;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Time;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /v2/enqueue} and {@code POST /v2/change/enqueue} of Events API v2; the key is in the body. */
@Permit(Permission.OPEN)
@RestController
class PagerDutyIntake implements MachineDoor {

    private static final String EVENTS = "/v2/enqueue";
    private static final String CHANGES = "/v2/change/enqueue";
    private static final String DIALECT = "pagerduty";
    private static final String CHANGE_DIALECT = "pagerduty-change";

    /** Ours are longer than PagerDuty's 32; what is shorter was never a key of either. */
    private static final int SHORTEST_KEY = 32;

    private final Senders senders;
    private final Intake intake;
    private final ChangeIntake changes;
    private final Time time;
    private final Ids ids;

    PagerDutyIntake(Senders senders, Intake intake, ChangeIntake changes, Time time, Ids ids) {
        this.senders = senders;
        this.intake = intake;
        this.changes = changes;
        this.time = time;
        this.ids = ids;
    }

    @PostMapping({EVENTS, EVENTS + "/"})
    Mono<ResponseEntity<byte[]>> enqueue(ServerHttpRequest request) {
        return answer(request, this::alert);
    }

    @PostMapping({CHANGES, CHANGES + "/"})
    Mono<ResponseEntity<byte[]>> enqueueChange(ServerHttpRequest request) {
        return answer(request, this::change);
    }

    @Override
    public boolean isAt(String path) {
        return path.startsWith("/v2/");
    }

    @Override
    public Optional<Answered> answer(String path, ServerHttpRequest request) {
        return switch (path) {
            case EVENTS -> Optional.of(new Answered(EVENTS, enqueue(request)));
            case CHANGES -> Optional.of(new Answered(CHANGES, enqueueChange(request)));
            default -> Optional.empty();
        };
    }

    @Override
    public String dialect() {
        return DIALECT;
    }

    @Override
    public ResponseEntity<byte[]> overloaded(Overloaded refusal) {
        return PagerDutyAnswer.overloaded(refusal);
    }

    private Mono<ResponseEntity<byte[]>> answer(
            ServerHttpRequest request, BiFunction<Sender, JsonBody, Mono<ResponseEntity<byte[]>>> take) {
        return JsonBody.of(request)
                .flatMap(body -> identified(body, take))
                .onErrorResume(BodyRefused.class, e -> Mono.just(PagerDutyAnswer.refused(e)))
                .onErrorResume(Overloaded.class, e -> Mono.just(overloaded(e)))
                .onErrorResume(Away::isOurs, e -> Mono.just(PagerDutyAnswer.away()));
    }

    private Mono<ResponseEntity<byte[]>> identified(
            JsonBody body, BiFunction<Sender, JsonBody, Mono<ResponseEntity<byte[]>>> take) {
        if (!body.json().isObject()) {
            return Mono.just(
                    PagerDutyAnswer.unrecognized(List.of("JSON parse error", "The body must be a JSON object.")));
        }
        var key = Lenient.text(body.json(), "routing_key");
        if (key == null) {
            return invalid(400, "'routing_key' is missing or blank");
        }
        if (key.length() < SHORTEST_KEY) {
            return invalid(400, "Length of 'routing_key' is incorrect (should be 32 characters)");
        }
        return senders.byKey(key)
                .map(sender -> take.apply(sender, body))
                .orElseGet(() -> invalid(403, "'routing_key' is unknown or revoked"));
    }

    private Mono<ResponseEntity<byte[]>> alert(Sender sender, JsonBody body) {
        var items = PagerDutyTranslator.translate(body.json(), newKey(), time.now());
        var valid = Item.valid(items);
        return valid.isEmpty()
                ? Mono.just(PagerDutyAnswer.invalid(Item.invalid(items)))
                // An event that is dropped, such as the resolution of an unknown key, is 202 all the same.
                : intake.accept(sender, body.raw(DIALECT), valid)
                        .map(became -> Answer.of(
                                became,
                                PagerDutyAnswer.processed(valid.getFirst().key())));
    }

    private Mono<ResponseEntity<byte[]>> change(Sender sender, JsonBody body) {
        var translated = ChangeTranslator.translate(body.json(), time.now());
        var change = translated.change();
        return change == null
                ? Mono.just(PagerDutyAnswer.invalid(translated.wrong()))
                : changes.record(sender, body.raw(CHANGE_DIALECT), change, Told.NOTHING)
                        .then(Mono.fromSupplier(PagerDutyAnswer::changeProcessed));
    }

    private String newKey() {
        return ids.next().toString().replace("-", "");
    }

    private static Mono<ResponseEntity<byte[]>> invalid(int status, String sentence) {
        return Mono.just(PagerDutyAnswer.invalid(status, List.of(sentence)));
    }
}
