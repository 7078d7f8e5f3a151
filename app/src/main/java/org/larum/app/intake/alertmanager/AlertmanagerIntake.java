package org.larum.app.intake.alertmanager;

import java.util.List;
import java.util.Optional;
import org.larum.app.intake.Answer;
import org.larum.app.intake.Answer.PathError;
import org.larum.app.intake.Answer.Problem;
import org.larum.app.intake.Away;
import org.larum.app.intake.BodyRefused;
import org.larum.app.intake.Intake;
import org.larum.app.intake.Item;
import org.larum.app.intake.JsonBody;
import org.larum.app.intake.KeyInPath;
import org.larum.app.intake.MachineDoor;
import org.larum.app.intake.Overloaded;
import org.larum.app.intake.Sender;
import org.larum.app.intake.Senders;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Time;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * {@code POST /hooks/alertmanager/{key}}: a receiver of kind webhook in Alertmanager, or a contact point of Grafana.
 */
@Permit(Permission.OPEN)
@RestController
class AlertmanagerIntake implements MachineDoor {

    private static final String BASE = "/hooks/alertmanager/";
    private static final String ROUTE = BASE + "{key}";

    /** How many alerts were taken, and what was wrong with the others. */
    record Taken(int accepted, List<PathError> refused) {}

    private final Senders senders;
    private final Intake intake;
    private final Time time;

    AlertmanagerIntake(Senders senders, Intake intake, Time time) {
        this.senders = senders;
        this.intake = intake;
        this.time = time;
    }

    @PostMapping({ROUTE, ROUTE + "/"})
    Mono<ResponseEntity<byte[]>> webhook(@PathVariable("key") String key, ServerHttpRequest request) {
        return senders.byKey(key)
                .map(sender -> JsonBody.of(request).flatMap(body -> take(sender, body)))
                .orElseGet(() -> Mono.just(unknownKey()))
                .onErrorResume(BodyRefused.class, e -> Mono.just(Answer.problem(Problem.of(e))))
                .onErrorResume(Overloaded.class, e -> Mono.just(overloaded(e)))
                .onErrorResume(Away::isOurs, e -> Mono.just(Away.problem()));
    }

    @Override
    public boolean isAt(String path) {
        return path.startsWith(BASE);
    }

    @Override
    public Optional<Answered> answer(String path, ServerHttpRequest request) {
        return KeyInPath.between(BASE, path, "").map(key -> new Answered(ROUTE, webhook(key, request)));
    }

    @Override
    public String dialect() {
        return "alertmanager";
    }

    /** Alertmanager drops a notification for good on any 4xx, so also a greedy key hears 503. */
    @Override
    public ResponseEntity<byte[]> overloaded(Overloaded refusal) {
        return Answer.overloaded(refusal, 503);
    }

    private Mono<ResponseEntity<byte[]>> take(Sender sender, JsonBody body) {
        var items = AlertmanagerTranslator.translate(body.json(), time.now());
        var valid = Item.valid(items);
        var refused = Item.invalid(items).stream()
                .map(bad -> new PathError(bad.field(), bad.reason()))
                .toList();
        if (valid.isEmpty()) {
            return Mono.just(refused.isEmpty() ? Answer.json(200, new Taken(0, refused)) : invalid(refused));
        }
        return intake.accept(sender, body.raw(dialect()), valid)
                .map(became -> Answer.of(became, Answer.json(200, new Taken(became.size(), refused))));
    }

    private static ResponseEntity<byte[]> invalid(List<PathError> refused) {
        var detail = "Nothing was kept: no alert of the webhook can be told from others.";
        return Answer.problem(Problem.of(400, "invalid_alerts", detail, refused));
    }

    private static ResponseEntity<byte[]> unknownKey() {
        var detail = "The key in this address is unknown or revoked; use the address of an integration.";
        return Answer.problem(Problem.of(403, "unknown_key", detail));
    }
}
